package faultslip.study;

import faultslip.FaultslipException;

/** A study file that cannot be used as it is written; the message names file, line, key, value found and remedy. */
public final class StudyException extends FaultslipException {
  private final String setting;
  private final String what;

  /** @param message one line: where, what was found, and the remedy */
  public StudyException(String message) {
    this(message, null);
  }

  StudyException(String message, Throwable cause) {
    super(message, cause);
    this.setting = "";
    this.what = message;
  }

  /** A setting of the method that cannot be used: {@code windows.length}, "is 0 s; give ...". */
  StudyException(String setting, String what, Throwable cause) {
    super("Setting '" + setting + "' " + what, cause);
    this.setting = setting;
    this.what = what;
  }

  /** The same, of a setting where it stands in a file. */
  StudyException in(StudyFile file) {
    return file.refusal(setting.isEmpty() ? "method" : "method." + setting, what);
  }
}
