package faultslip.benchmark;

import faultslip.FaultslipException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A script that measures what it is asked to do: its first line says its version; after that, for each line it is given
 * it answers with seconds of CPU time.
 */
final class PythonPeer implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter questions;
  private final String version;

  private PythonPeer(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader();
    this.questions = new PrintWriter(process.outputWriter(), true);
    this.version = answers.readLine();
  }

  /** Starts a script; none if there is no such Python, or it lacks what the script needs. */
  static Optional<PythonPeer> start(String python, Path script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(python, script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1",
        // Else it gives memory back at every step only to take it again, which may cost it half its speed.
        "MALLOC_MMAP_THRESHOLD_", "1000000000", "MALLOC_TRIM_THRESHOLD_", "10000000000"));
    try {
      PythonPeer peer = new PythonPeer(builder.start());
      if (peer.version != null) {
        return Optional.of(peer);
      }
      peer.close();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // there is no such Python
    }
  }

  String version() {
    return version;
  }

  /** The CPU time of what a line asks for, in seconds. */
  double seconds(String question) {
    questions.println(question);
    try {
      return Double.parseDouble(answers.readLine());
    } catch (IOException | NullPointerException | NumberFormatException e) {
      throw new FaultslipException(version + " does not answer '" + question + "'; leave it out with --only.", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
