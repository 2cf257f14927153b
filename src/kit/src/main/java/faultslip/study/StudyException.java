package faultslip.study;

import faultslip.FaultslipException;
import faultslip.data.TextTable;
import java.util.Optional;
import java.util.function.Supplier;

/** A study file that cannot be used as it is written; the message names file, line, key, value found and remedy. */
public final class StudyException extends FaultslipException {
  private final Optional<String> key;
  private final String what;

  /** @param message one line: where, what was found, and the remedy */
  public StudyException(String message) {
    this(message, null);
  }

  StudyException(String message, Throwable cause) {
    super(message, cause);
    this.key = Optional.empty();
    this.what = message;
  }

  private StudyException(String key, String what, Throwable cause) {
    super("Setting '" + key + "' " + what, cause);
    this.key = Optional.of(key);
    this.what = what;
  }

  /** Refuses the value of a key, such as {@code windows.length}, unless a condition holds: "is 0 s; give ...". */
  static void require(boolean holds, String key, String what, Object... values) {
    if (!holds) {
      throw new StudyException(key, TextTable.text(what, values), null);
    }
  }

  /** What is made of a key's value; refuses a key below it, "" for itself, or the value, if it "cannot be" used. */
  static <T> T made(String key, String cannotBe, Supplier<T> made) {
    try {
      return made.get();
    } catch (FaultslipException e) {
      throw e instanceof StudyException of && of.key.isPresent()
          ? new StudyException(of.key.get().isEmpty() ? key : key + "." + of.key.get(), of.what, e)
          : new StudyException(key, "cannot be " + cannotBe + ": " + e.getMessage(), e);
    }
  }

  /** The same where the key stands in a file; a message of no key says where already. */
  StudyException in(StudyFile file) {
    return key.map(path -> file.refusal(path, what)).orElse(this);
  }
}
