package faultslip.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;

/**
 * The process in which a {@link NotebookRunner} runs a notebook and stores its outputs. How it gets on it tells on its
 * standard output, an event a line; it ends when its standard input does, with the process that started it.
 */
final class NotebookProcess {
  /** Begins a line that tells an event, which follows as JSON; other lines come from native libraries. */
  static final String EVENT = "\u0002";

  /** An argument after the others: what a kernel of Jupyter's needs beside is loaded as well, to be archived. */
  static final String TRIAL = "trial";

  private final PrintStream starter = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final NotebookKernel kernel = new NotebookKernel();
  private final Path notebook;
  private CellOutputs running;
  private int done;
  private int cells;

  // Made before the kernel starts, for then the standard streams are its own.
  private NotebookProcess(Path notebook) {
    this.notebook = notebook;
    endWithStarter(System.in);
  }

  /**
   * Runs one notebook, in whose folder this process has been started. Arguments are the notebook, its result, the name
   * and display name of the kernel, and {@link #TRIAL} if it is one.
   */
  public static void main(String[] arguments) throws GeneralSecurityException {
    NotebookProcess process = new NotebookProcess(Path.of(arguments[0]));
    boolean trial = List.of(arguments).contains(TRIAL);
    if (trial) {
      // On whatever ports are free.
      KernelProcess.connect(process.kernel,
          new KernelConnectionProperties("127.0.0.1", 0, 0, 0, 0, 0, "tcp", "hmac-sha256", TRIAL));
    } else {
      process.kernel.onStartup();
    }
    process.run(arguments);
    if (trial) {
      process.kernel.complete("p.", 2);
    }
    KernelProcess.exit();
  }

  private void run(String... arguments) {
    ObjectNode end = JsonNodeFactory.instance.objectNode();
    try {
      NotebookFile file = NotebookFile.read(notebook.getFileName());
      ObjectNode language = (ObjectNode) json(kernel.getLanguageInfo());
      // Nothing of the machine.
      language.remove("version");
      file.begin(JsonNodeFactory.instance.objectNode().put("display_name", arguments[3]).put("language", "java")
          .put("name", arguments[2]), language);
      run(file.cellsToRun());
      tell(end.put("changed", file.write(Path.of(arguments[1]))));
    } catch (NotebookException e) {
      e.report().forEach(end.put("name", e.name()).put("failure", e.getMessage()).putArray("report")::add);
      tell(end);
    }
  }

  private void run(List<ObjectNode> toRun) {
    Map<String, List<ObjectNode>> displays = new HashMap<>();
    cells = toRun.size();
    tellProgress("");
    for (ObjectNode cell : toRun) {
      CellOutputs outputs = new CellOutputs(done + 1, displays);
      setRunning(outputs);
      kernel.execute(cell.get("source").textValue(), this::take);
      setRunning(null);
      outputs.store(cell);
      if (cell.at("/metadata/tags").valueStream().noneMatch(tag -> tag.asText().equals("raises-exception"))) {
        cell.get("outputs").valueStream().filter(output -> output.path("output_type").asText().equals("error"))
            .forEach(this::fail);
      }
      done++;
      tellProgress("");
    }
  }

  private void fail(JsonNode error) {
    String message = error.path("ename").asText() + ": " + error.path("evalue").asText();
    throw new NotebookException(error.path("ename").asText(), "%s, cell %d: %s".formatted(notebook, done + 1,
        String.join(" ", message.lines().map(String::strip).toList())),
        error.path("traceback").valueStream().flatMap(line -> CellOutputs.plain(line.asText()).lines()).toList());
  }

  private synchronized void setRunning(CellOutputs outputs) {
    running = outputs;
  }

  // From any thread: a cell may have left one behind, which is not listened to between cells.
  private synchronized void take(Message<?> message) {
    if (running != null) {
      String type = message.getHeader().getType().getName();
      JsonNode content = json(message.getContent());
      running.take(type, content);
      if (type.equals("stream")) {
        tellProgress(content.path("text").asText());
      }
    }
  }

  private void tellProgress(String text) {
    tell(JsonNodeFactory.instance.objectNode().put("done", done).put("cells", cells).put("text", text));
  }

  private synchronized void tell(JsonNode event) {
    starter.print("\n" + EVENT + event + "\n");
    starter.flush();
  }

  private static JsonNode json(Object content) {
    return NotebookJson.ofOurs(new Gson().toJson(content));
  }

  private static void endWithStarter(InputStream in) {
    Thread waiting = new Thread(() -> {
      try {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // The starter has ended as well.
      }
      KernelProcess.exit(); // with what it has put among temporary files
    }, "starter");
    waiting.setDaemon(true);
    waiting.start();
  }
}
