package faultslip.study;

import faultslip.FaultslipException;
import faultslip.data.TextTable;
import java.util.function.Supplier;

/** A study file that cannot be used as it is written; the message names file, line, key, value found and remedy. */
public final class StudyException extends FaultslipException {
  private final String key;
  private final String what;

  /** @param message one line: where, what was found, and the remedy */
  public StudyException(String message) {
    this(message, null);
  }

  StudyException(String message, Throwable cause) {
    super(message, cause);
    this.key = "";
    this.what = message;
  }

  private StudyException(String key, String what, Throwable cause) {
    super("Setting '" + key + "' " + what, cause);
    this.key = key;
    this.what = what;
  }

  /** Refuses the value of a key, such as {@code windows.length}, unless a condition holds: "is 0 s; give ...". */
  static void require(boolean holds, String key, String what, Object... values) {
    if (!holds) {
      throw new StudyException(key, TextTable.text(what, values), null);
    }
  }

  /** What is made of the value of a key; refuses that value if it "cannot be" used, or read. */
  static <T> T made(String key, String cannotBe, Supplier<T> made) {
    try {
      return made.get();
    } catch (FaultslipException e) {
      throw new StudyException(key, "cannot be " + cannotBe + ": " + e.getMessage(), e);
    }
  }

  /** What is made of the keys below another; refusals name both. */
  static <T> T below(String above, Supplier<T> made) {
    try {
      return made.get();
    } catch (StudyException e) {
      throw new StudyException(e.key.isEmpty() ? above : above + "." + e.key, e.what, e);
    }
  }

  /** The same where the key stands in a file; a message of no key says where already. */
  StudyException in(StudyFile file) {
    return key.isEmpty() ? this : file.refusal(key, what);
  }
}
