package faultslip.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.PathsHandler;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishError;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteInput;
import org.dflib.jjava.jupyter.messages.publish.PublishExecuteResult;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest.Range;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest.Search;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest.Tail;
import org.zeromq.ZMQ;

/** A Jupyter kernel that evaluates Java by JShell. One of them at a time in a process. */
final class NotebookKernel extends BaseKernel {
  private final CompletableFuture<JavaSession> session = new CompletableFuture<>();
  /** Open once a client has asked the kernel to end. */
  final CountDownLatch shutDown = new CountDownLatch(1);
  private final CellOutput output = new CellOutput(() -> ifReady(JavaSession::endIfInterrupted));
  private final CellHistory history = new CellHistory();
  private JupyterConnection connection;

  // Standard input and displays, which belong to one cell at a time.
  private static final class CellInput extends JupyterIO {

    CellInput() {
      super(StandardCharsets.UTF_8);
    }

    void attach(ShellReplyEnvironment cell, boolean inputAllowed) {
      setEnv(cell);
      setJupyterInEnabled(inputAllowed);
    }
  }

  /** One that finds Javadoc where the installed kernel names its sources. */
  NotebookKernel() {
    super("faultslip-kernel", version(),
        new LanguageInfo.Builder("java").version(System.getProperty("java.version")).mimetype("text/x-java-source")
            .fileExtension(".java").pygments("java").codemirror("text/x-java").exporter("script").build(),
        List.of(new HelpLink("Java API", "https://docs.oracle.com/en/java/javase/%d/docs/api/"
            .formatted(Runtime.version().feature()))),
        null, new CellInput(), new CommManager(), new CellRenderer(), null, new MagicsRegistry(), true,
        new StringStyler("", "", "", line -> ""));
    // By these a notebook's first cell gives IJava and JJava the class path, which this kernel has already.
    for (String name : List.of("classpath", "jars")) {
      magicsRegistry.registerLineMagic(name, (kernel, paths) -> addToClassPath(paths));
    }
  }

  @Override
  public void becomeHandlerForConnection(JupyterConnection connection) {
    super.becomeHandlerForConnection(connection);
    this.connection = connection;
  }

  @Override
  public void onStartup() {
    super.onStartup();
    System.setOut(output.out);
    System.setErr(output.err);
    System.setIn(io.in);
    // Behind the client's back: it connects, and its user reads, while the compiler gets ready for the first cell.
    session.completeAsync(JavaSession::new);
  }

  @Override
  public Object evalRaw(String source) {
    return session.join().evaluate(new Cell("eval", source), output.err);
  }

  @Override
  public DisplayData inspect(String code, int cursor, boolean extraDetail) {
    String found = unlessTooDeep(assistant -> assistant.document(code, cursor), "");
    return found.isEmpty() ? null : new DisplayData(found);
  }

  @Override
  public ReplacementOptions complete(String code, int cursor) {
    return unlessTooDeep(assistant -> assistant.complete(code, cursor),
        new ReplacementOptions(List.of(), cursor, cursor));
  }

  @Override
  public String isComplete(String code) {
    return switch (unlessTooDeep(assistant -> assistant.completeness(code), Completeness.UNKNOWN)) {
      case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE, EMPTY -> IS_COMPLETE_YES;
      case DEFINITELY_INCOMPLETE -> "  ";
      case UNKNOWN -> IS_COMPLETE_BAD;
    };
  }

  // The compiler descends as deep as brackets and chains of calls nest.
  private <T> T unlessTooDeep(Function<CodeAssistant, T> answer, T otherwise) {
    try {
      return answer.apply(session.join().assistant());
    } catch (VirtualMachineError e) {
      return otherwise;
    }
  }

  @Override
  public void display(DisplayData data) {
    output.flush();
    super.display(data);
  }

  @Override
  public void interrupt() {
    ifReady(JavaSession::interrupt);
  }

  private void ifReady(Consumer<JavaSession> action) {
    Optional.ofNullable(session.getNow(null)).ifPresent(action);
  }

  @Override
  public void onShutdown(boolean restarting) {
    interrupt();
    super.onShutdown(restarting);
    shutDown.countDown();
  }

  @Override
  protected synchronized void handleExecuteRequest(ShellReplyEnvironment reply, Message<ExecuteRequest> message) {
    ExecuteRequest request = message.getContent();
    boolean counted = !request.isSilent() && request.shouldStoreHistory();
    int count = counted ? executionCount.getAndIncrement() : executionCount.get();
    Cell cell = new Cell("cell " + count, request.getCode());
    commManager.setMessageContext(message);
    reply.setStatusBusy();
    if (!request.isSilent()) {
      reply.publish(new PublishExecuteInput(request.getCode(), count));
    }
    output.attach(reply);
    ((CellInput) io).attach(reply, request.isStdinEnabled());
    String shown = null;
    try {
      DisplayData result = evaluate(cell);
      output.flush();
      if (result != null && !request.isSilent()) {
        reply.publish(new PublishExecuteResult(count, result));
      }
      shown = result == null ? null : String.valueOf(result.getData(MIMEType.TEXT_PLAIN));
      Map<String, Object> expressions = new LinkedHashMap<>();
      request.getUserExpr().forEach((name, expression) -> expressions.put(name, expressionValue(name, expression)));
      reply.reply(message(reply, MessageType.EXECUTE_REPLY, Map.of("status", "ok", "execution_count", count,
          "payload", List.of(), "user_expressions", expressions)));
    } catch (NotebookException e) {
      output.flush();
      fail(reply, e, count, request);
    } catch (Error e) {
      // Of the compiler, or because there is no memory to tell of the result: the kernel lives on.
      fail(reply, ErrorReport.ofKernel(cell, e), count, request);
    } finally {
      if (counted) {
        history.add(count, request.getCode(), shown);
      }
      reply.setStatusIdle();
    }
  }

  private DisplayData evaluate(Cell cell) {
    Object value = session.join().evaluate(cell, output.err);
    return value == null || value instanceof DisplayData ? (DisplayData) value
        : (DisplayData) session.join().call(cell, () -> getRenderer().render(value));
  }

  // What a client asks for beside the cell fails without failing the cell.
  private Object expressionValue(String name, String expression) {
    try {
      DisplayData result = evaluate(new Cell(name, expression));
      JsonObject value = new Gson().toJsonTree(result == null ? new DisplayData() : result).getAsJsonObject();
      value.addProperty("status", "ok");
      return value;
    } catch (NotebookException e) {
      return failure(e);
    }
  }

  private void fail(ShellReplyEnvironment reply, NotebookException failure, int count, ExecuteRequest request) {
    if (!request.isSilent()) {
      reply.publish(new PublishError(failure.name(), failure.getMessage(), failure.report()));
    }
    Map<String, Object> content = failure(failure);
    content.put("execution_count", count);
    reply.reply(message(reply, MessageType.EXECUTE_REPLY, content));
    if (request.shouldStopOnError()) {
      abortWaiting(reply.getShell());
    }
  }

  private static Map<String, Object> failure(NotebookException failure) {
    return new LinkedHashMap<>(Map.of("status", "error", "ename", failure.name(), "evalue", failure.getMessage(),
        "traceback", failure.report()));
  }

  // After an error "run all" is meant to stop: of what was sent while the cell ran, cells are not evaluated, and
  // everything else is answered as ever. On the thread of the shell channel.
  private void abortWaiting(JupyterSocket shell) {
    while ((shell.getEvents() & ZMQ.Poller.POLLIN) != 0) {
      Message<?> message = shell.readMessage();
      ShellReplyEnvironment reply = connection.prepareReplyEnv((ShellChannel) shell, message);
      if (MessageType.EXECUTE_REQUEST.equals(message.getHeader().getType())) {
        reply.setStatusBusy();
        reply.reply(message(reply, MessageType.EXECUTE_REPLY, Map.of("status", "aborted")));
        reply.setStatusIdle();
      } else {
        answer(reply, message);
      }
    }
  }

  private <T> void answer(ShellReplyEnvironment reply, Message<T> message) {
    ShellHandler<T> handler = connection.getHandler(message.getHeader().getType());
    if (handler != null) {
      handler.handle(reply, message);
      reply.resolveDeferrals();
    }
  }

  @Override
  protected void handleHistoryRequest(ShellReplyEnvironment reply, Message<HistoryRequest> message) {
    reply.setBusyDeferIdle();
    reply.reply(message(reply, MessageType.HISTORY_REPLY,
        Map.of("status", "ok", "history", history.find(message.getContent()))));
  }

  // A reply that jjava has no class for, or none that it writes as the protocol has it.
  @SuppressWarnings("unchecked")
  private static Message<?> message(ShellReplyEnvironment reply, MessageType<?> type, Map<String, ?> content) {
    return new Message<>(reply.getContext(), (MessageType<Object>) type, content);
  }

  /** Evaluates a cell where no Jupyter is; tells what Jupyter would be told, by whatever thread. */
  void execute(String source, Consumer<Message<?>> published) {
    ExecuteRequest request = new ExecuteRequest(source, false, true, Map.of(), false, false);
    Message<ExecuteRequest> message = new Message<>(new Header<>("", request.getType()), request);
    handleExecuteRequest(new ShellReplyEnvironment(null, null, null, message) {
      @Override
      public void publish(Message<?> content) {
        published.accept(content);
      }

      @Override
      public void reply(Message<?> content) {
        // Tells no more than what was published.
      }
    }, message);
  }

  private List<String> addToClassPath(List<String> paths) {
    paths.stream().flatMap(path -> PathsHandler.splitAndResolveGlobs(path).stream())
        .forEach(session.join()::addToClassPath);
    return paths;
  }

  static String version() {
    return Objects.requireNonNullElse(NotebookKernel.class.getPackage().getImplementationVersion(), "development");
  }

  /** The cells that have been run since the kernel started, for consoles that look back through them. */
  private static final class CellHistory {
    // That of earlier kernels is not kept.
    private static final int SESSION = 1;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(int number, String input, String output) {
      /** As Jupyter's protocol has it: [session, number, input], or [session, number, [input, output]]. */
      List<?> told(boolean withOutput) {
        return List.of(SESSION, number, withOutput ? Arrays.asList(input, output) : input);
      }
    }

    /** Adds a cell; its output is null if it had no result. */
    synchronized void add(int number, String input, String output) {
      entries.add(new Entry(number, input, output));
    }

    /** The cells asked for, in the order in which they were run. */
    synchronized List<?> find(HistoryRequest asked) {
      List<Entry> found = List.of();
      if (asked instanceof Tail tail) {
        found = last(entries, tail.getMaxReturnLength());
      } else if (asked instanceof Range range && List.of(0, SESSION).contains(range.getSessionIndex())) {
        found = entries.stream().filter(entry -> entry.number() >= range.getStart() && entry.number() < range.getStop())
            .toList();
      } else if (asked instanceof Search search) {
        found = last(matching(search), search.getMaxReturnLength());
      }
      return found.stream().map(entry -> entry.told(asked.includeOutput())).toList();
    }

    // A pattern of the shell, "*" and "?", that describes the whole cell; of equal cells the last if so wanted.
    private List<Entry> matching(Search search) {
      Pattern pattern = Pattern.compile(
          Pattern.quote(search.getPattern()).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), Pattern.DOTALL);
      List<Entry> found = new ArrayList<>();
      for (Entry entry : entries) {
        if (pattern.matcher(entry.input()).matches()) {
          found.removeIf(earlier -> search.filterUnique() && earlier.input().equals(entry.input()));
          found.add(entry);
        }
      }
      return found;
    }

    private static List<Entry> last(List<Entry> entries, int length) {
      return entries.subList(Math.max(0, entries.size() - Math.max(0, length)), entries.size());
    }
  }
}
