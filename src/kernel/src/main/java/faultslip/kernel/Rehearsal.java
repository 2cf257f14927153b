package faultslip.kernel;

import faultslip.kernel.KernelClient.Received;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * Starts a kernel as Jupyter does, has it evaluate a few cells, and ends it: a kernel that has passed works, and the
 * classes it has loaded can be kept in an archive from which the next one starts in half the time.
 */
final class Rehearsal {
  private static final List<String> CELLS = List.of(
      "1 + 1",
      "int twice(int x) { return 2 * x; }\nrecord P(int x) {}\nnew P(twice(3))",
      "import faultslip.figure.Figure;\nSystem.out.println(List.of(1, 2).stream().map(x -> x + 1).toList());\nvar p = new P(1);",
      "display(\"<b>bold</b>\", \"text/html\");",
      "faultslip.kernel.Bootstrap.start();",
      "import org.nd4j.linalg.factory.Nd4j;\nNd4j.ones(2, 2).sumNumber()");

  private final List<String> command;

  /** @param command by which the kernel is started, but for the connection file at its end */
  Rehearsal(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** @throws NotebookException with what the kernel said last, if it does not answer rightly */
  void run() {
    try (StartedKernel kernel = StartedKernel.start(command, Map.of(), Path.of("").toAbsolutePath())) {
      kernel.awaitReady();
      for (String cell : CELLS) {
        ask(kernel, new ExecuteRequest(cell, false, true, Map.of(), false, true));
      }
      ask(kernel, new CompleteRequest("p.", 2));
      kernel.shutDown();
    } catch (StartedKernel.Lost e) {
      throw new NotebookException("The kernel started by " + command.get(0) + " does not work: " + e.getMessage() + ".", e);
    }
  }

  private static <T extends ContentType<T>> void ask(StartedKernel kernel, T request) {
    Received answer = kernel.ask(request, StartedKernel.PATIENCE, published -> { });
    if (answer.content().path("status").asText().equals("error")) {
      throw new StartedKernel.Lost(answer.content().path("ename").asText() + ": " + answer.content().path("evalue").asText());
    }
  }
}
