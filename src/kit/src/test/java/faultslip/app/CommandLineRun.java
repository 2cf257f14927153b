package faultslip.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command, run in this process.
 *
 * @param exitCode 0 done, 1 could not be done, 2 asked wrongly
 * @param output on standard output
 * @param errors on standard error
 */
record CommandLineRun(int exitCode, String output, String errors) {

  static CommandLineRun of(String... arguments) {
    PrintStream err = System.err;
    PrintStream out = System.out;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Main.run(arguments);
      return new CommandLineRun(exitCode, output.toString(StandardCharsets.UTF_8), errors
          .toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(err);
      System.setOut(out);
    }
  }
}
