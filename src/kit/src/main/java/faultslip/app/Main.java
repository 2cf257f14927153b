package faultslip.app;

import faultslip.FaultslipException;
import faultslip.kernel.NotebookException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code faultslip}. */
@Command(name = "faultslip", mixinStandardHelpOptions = true, versionProvider = Versions.class,
    description = "Predicts fault slip by transfer learning from simulation to laboratory.",
    subcommands = {Reproduce.class, StudyCommand.class, ListExperiments.class, Train.class, Predict.class,
        Simulate.class, Fetch.class, Verify.class, ListData.class, Kernel.class})
public final class Main {
  private Main() {}

  /** Runs a command and exits: 0 done, 1 could not be done, 2 asked wrongly. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command; returns its exit code. */
  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          if (failure instanceof FaultslipException || failure instanceof NotebookException) {
            line.getErr().println("faultslip: " + failure.getMessage());
            return 1;
          }
          throw failure;
        })
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }
}
