package faultslip.app;

import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A run of another program of this machine, come to its end.
 *
 * @param exit its exit code
 * @param output what it wrote, on standard output or error, without blanks around
 */
record ProgramRun(int exit, String output) {

  /** @throws FaultslipException if there is no such program */
  static ProgramRun of(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new ProgramRun(process.waitFor(), output.strip());
    } catch (IOException e) {
      throw new FaultslipException("Cannot run " + command.get(0) + ": " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultslipException("Interrupted while " + command.get(0) + " was running.", e);
    }
  }

  /** What a program wrote; empty if there is none, or it fails. */
  static String outputOf(String... command) {
    try {
      ProgramRun run = of(List.of(command));
      return run.exit == 0 ? run.output : "";
    } catch (FaultslipException e) {
      return "";
    }
  }
}
