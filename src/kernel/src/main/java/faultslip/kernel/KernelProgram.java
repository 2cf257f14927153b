package faultslip.kernel;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/** Runs a command of this package: what goes wrong is told in one line, and below it where in a notebook. */
final class KernelProgram implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"faultslip-kernel " + NotebookKernel.version()};
  }

  /** The exit code: 0 done, 1 could not be done, 2 asked wrongly. */
  static int run(Object command, String... arguments) {
    // A class path without a logger of its own is nothing to warn of.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    return new CommandLine(command).setExecutionExceptionHandler((failure, line, parsed) -> {
      if (!(failure instanceof NotebookException)) {
        throw failure;
      }
      PrintWriter err = line.getErr();
      err.println(line.getCommandName() + ": " + failure.getMessage());
      if (failure instanceof CellFailedException inCell) {
        inCell.report().forEach(err::println);
      }
      return 1;
    }).execute(arguments);
  }
}
