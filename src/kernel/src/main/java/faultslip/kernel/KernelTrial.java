package faultslip.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import faultslip.kernel.KernelClient.Received;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * Starts a kernel as Jupyter does, has it evaluate a few cells, and ends it: a kernel that has passed works, and the
 * classes it has loaded can be kept in an archive from which the next one starts in half the time.
 */
final class KernelTrial {
  private static final List<String> JDK_CELLS = List.of(
      "1 + 1",
      "int twice(int x) { return 2 * x; }\nrecord P(int x) {}\nnew P(twice(3))",
      "import java.nio.file.Path;\nSystem.out.println(List.of(1, 2).stream().map(x -> x + 1).toList());\n"
          + "var p = new P(1);",
      "display(\"<b>bold</b>\", \"text/html\");");

  private final List<String> command;
  private final Map<String, String> environment;
  private final List<String> cells;

  /**
   * @param command by which the kernel is started, but for the connection file at its end
   * @param environment variables that are set beyond this process's own
   * @param cells of the project, evaluated after a few that need the JDK alone
   */
  KernelTrial(List<String> command, Map<String, String> environment, List<String> cells) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.cells = List.copyOf(cells);
  }

  /** @throws NotebookException with what the kernel said last, if it does not answer rightly */
  void run() {
    try (StartedKernel kernel = StartedKernel.start(command, environment, Path.of("").toAbsolutePath())) {
      kernel.awaitReady();
      for (String cell : Stream.concat(JDK_CELLS.stream(), cells.stream()).toList()) {
        ask(kernel, new ExecuteRequest(cell, false, true, Map.of(), false, true));
      }
      ask(kernel, new CompleteRequest("p.", 2));
      kernel.shutDown();
    } catch (StartedKernel.Lost e) {
      throw new NotebookException("The kernel started by " + command.get(0) + " does not work: " + e.getMessage()
          + ".", e);
    }
  }

  private static <T extends ContentType<T>> void ask(StartedKernel kernel, T request) {
    Received answer = kernel.ask(request, StartedKernel.LONGEST_WAIT, published -> { });
    JsonNode content = answer.content();
    if (content.path("status").asText().equals("error")) {
      throw new StartedKernel.Lost(content.path("ename").asText() + ": " + content.path("evalue").asText());
    }
  }
}
