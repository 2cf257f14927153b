package faultslip.app;

import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A run of another program of this machine, come to its end; it ends with this process at the latest.
 *
 * @param exit its exit code
 * @param output what it wrote, on standard output or error, without blanks around; "" where that was shown
 */
record ProgramRun(int exit, String output) {

  /** @throws FaultslipException if there is no such program */
  static ProgramRun of(List<String> command) {
    return of(new ProcessBuilder(command).redirectErrorStream(true));
  }

  /** What a program wrote; empty if there is none, or it fails. */
  static String outputOf(List<String> command) {
    try {
      ProgramRun run = of(command);
      return run.exit == 0 ? run.output : "";
    } catch (FaultslipException e) {
      return "";
    }
  }

  /** Runs a program as it is described there. */
  static ProgramRun of(ProcessBuilder program) {
    try {
      Process process = program.start();
      Thread end = new Thread(process::destroy);
      Runtime.getRuntime().addShutdownHook(end);
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int exit = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(end);
      return new ProgramRun(exit, output);
    } catch (IOException e) {
      throw new FaultslipException("Cannot run " + program.command().get(0) + ": " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultslipException("Interrupted while " + program.command().get(0) + " was running.", e);
    }
  }
}
