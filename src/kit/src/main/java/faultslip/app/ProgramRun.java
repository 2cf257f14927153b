package faultslip.app;

import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs other programs of this machine to their end, which is that of this process at the latest. */
final class ProgramRun {
  private ProgramRun() {}

  /** What a program wrote, stripped, "" where shown; a {@link FaultslipException} with the remedy if it fails. */
  static String output(String name, ProcessBuilder program, String remedy) {
    try {
      Process process = program.start();
      Thread end = new Thread(process::destroy);
      Runtime.getRuntime().addShutdownHook(end);
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int exit = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(end);
      if (exit != 0) {
        throw new FaultslipException(name + " ended with exit code " + exit
            + output.lines().reduce("", (first, last) -> " and said: " + last) + "; " + remedy);
      }
      return output;
    } catch (IOException e) {
      throw new FaultslipException("Cannot run " + name + ": " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultslipException("Interrupted while " + name + " was running.", e);
    }
  }

  /** What a program wrote; empty if there is none, or it fails. */
  static String outputIfAny(String... command) {
    try {
      return output(command[0], new ProcessBuilder(command).redirectErrorStream(true), "");
    } catch (FaultslipException e) {
      return "";
    }
  }
}
