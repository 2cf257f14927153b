package faultslip.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;

/**
 * The process in which a {@link NotebookRun} runs a notebook and stores its outputs. How it gets on it tells on its
 * standard output, an event a line; it ends when its standard input does, with the process that started it.
 */
final class NotebookProcess {
  /** Begins a line that tells an event, which follows as JSON; other lines come from native libraries. */
  static final String EVENT = "\u0002";

  /** An argument after the others: what a kernel of Jupyter's needs beside is loaded as well, to be archived. */
  static final String TRIAL = "trial";

  private static final String MAY_FAIL = "raises-exception";

  private final PrintStream starter = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final NotebookKernel kernel;
  private CellOutputs running;
  private JsonNode error;
  private int done;
  private int cells;

  // Made before the kernel starts, for then the standard streams are its own.
  private NotebookProcess(NotebookKernel kernel) {
    this.kernel = kernel;
    endWithStarter(System.in);
  }

  /**
   * Runs one notebook.
   *
   * @param arguments notebook, result, the name and display name of the kernel, and {@link #TRIAL} if it is one
   */
  public static void main(String[] arguments) throws GeneralSecurityException {
    NotebookKernel kernel = new NotebookKernel();
    NotebookProcess process = new NotebookProcess(kernel);
    if (List.of(arguments).contains(TRIAL)) {
      // On whatever ports are free.
      KernelProcess.connect(kernel,
          new KernelConnectionProperties("127.0.0.1", 0, 0, 0, 0, 0, "tcp", "hmac-sha256", TRIAL));
      process.run(arguments);
      kernel.complete("p.", 2);
    } else {
      kernel.onStartup();
      process.run(arguments);
    }
    KernelProcess.exit();
  }

  private void run(String... arguments) {
    try {
      NotebookFile file = NotebookFile.read(Path.of(arguments[0]));
      ObjectNode language = (ObjectNode) json(kernel.getLanguageInfo());
      // Nothing of the machine.
      language.remove("version");
      file.begin(JsonNodeFactory.instance.objectNode().put("display_name", arguments[3]).put("language", "java")
          .put("name", arguments[2]), language);
      if (run(file.cellsToRun())) {
        tell("changed", BooleanNode.valueOf(file.write(Path.of(arguments[1]))));
      } else {
        tell("error", error);
      }
    } catch (NotebookException e) {
      tell("failure", TextNode.valueOf(e.getMessage()));
    }
  }

  // False as soon as one fails that may not.
  private boolean run(List<ObjectNode> toRun) {
    Map<String, List<ObjectNode>> displays = new HashMap<>();
    List<CellOutputs> outputs = new ArrayList<>();
    cells = toRun.size();
    tellProgress("");
    for (ObjectNode cell : toRun) {
      outputs.add(new CellOutputs(done + 1, displays));
      setRunning(outputs.get(done));
      error = null;
      kernel.execute(cell.get("source").textValue(), this::take);
      setRunning(null);
      if (error != null && StreamSupport.stream(cell.at("/metadata/tags").spliterator(), false)
          .noneMatch(tag -> tag.asText().equals(MAY_FAIL))) {
        return false;
      }
      done++;
      tellProgress("");
    }
    // Not before: a cell may update what an earlier one shows.
    for (int i = 0; i < cells; i++) {
      outputs.get(i).store(toRun.get(i));
    }
    return true;
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
      } else if (type.equals("error")) {
        error = content;
      }
    }
  }

  private void tellProgress(String text) {
    tell(JsonNodeFactory.instance.objectNode().put("done", done).put("cells", cells).put("text", text));
  }

  private void tell(String name, JsonNode value) {
    tell(JsonNodeFactory.instance.objectNode().set(name, value));
  }

  private synchronized void tell(JsonNode event) {
    starter.print("\n" + EVENT + event + "\n");
    starter.flush();
  }

  private static JsonNode json(Object content) {
    try {
      return NotebookJson.read(new Gson().toJson(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is written as JSON can be read", e);
    }
  }

  private static void endWithStarter(InputStream in) {
    Thread waiting = new Thread(() -> {
      try {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // The starter has ended as well.
      }
      Runtime.getRuntime().halt(1);
    }, "starter");
    waiting.setDaemon(true);
    waiting.start();
  }
}
