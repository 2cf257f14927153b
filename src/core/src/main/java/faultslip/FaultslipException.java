package faultslip;

/**
 * Root of everything that can go wrong because of what the user gave: a file, a setting, a recording.
 *
 * <p>The message is one line that stands alone: it says what was found (value, shape, unit, file and line) and
 * what to do about it. The command line prints just that line; a bug in the kit is never a {@code FaultslipException}.
 */
public class FaultslipException extends RuntimeException {

  /** @param message one line: what was found, and the remedy */
  public FaultslipException(String message) {
    super(inOneLine(message));
  }

  /**
   * @param message one line: what was found, and the remedy
   * @param cause the underlying failure
   */
  public FaultslipException(String message, Throwable cause) {
    super(inOneLine(message), cause);
  }

  // Names and values in it come from files, and may hold anything.
  private static String inOneLine(String message) {
    return message.replaceAll("\\R", " ");
  }
}
