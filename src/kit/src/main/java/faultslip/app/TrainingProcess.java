package faultslip.app;

import faultslip.FaultslipException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains in a process of its own, started as this one was: it takes the memory of the trainings with it when it ends,
 * and the notebooks that follow have room.
 *
 * @param options of the command {@code train}
 */
record TrainingProcess(List<String> options) {

  TrainingProcess {
    options = List.copyOf(options);
  }

  /** @throws FaultslipException if the trainings did not come to their end; why has been said on standard error */
  void run() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "train"));
    command.addAll(options);
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      Thread end = new Thread(process::destroy, "training");
      Runtime.getRuntime().addShutdownHook(end);
      int code = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(end);
      if (code != 0) {
        throw new FaultslipException("Training ended with exit code " + code
            + "; run the command again to go on from there.");
      }
    } catch (IOException e) {
      throw new FaultslipException("A process to train in cannot be started: " + e.getMessage()
          + "; run ./faultslip train first.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultslipException("Interrupted while training; run the command again to go on from there.", e);
    }
  }
}
