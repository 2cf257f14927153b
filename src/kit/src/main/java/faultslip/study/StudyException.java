package faultslip.study;

import faultslip.FaultslipException;
import java.util.Optional;

/** A study file that cannot be used as it is written; the message names file, line, key, value found and remedy. */
public final class StudyException extends FaultslipException {
  private static final long serialVersionUID = 1;

  private final String setting;
  private final String what;

  /** @param message one line: where, what was found, and the remedy */
  public StudyException(String message) {
    this(message, null);
  }

  /**
   * @param message one line: where, what was found, and the remedy
   * @param cause the underlying failure
   */
  public StudyException(String message, Throwable cause) {
    super(message, cause);
    this.setting = "";
    this.what = message;
  }

  private StudyException(String setting, String what, Throwable cause) {
    super("Setting '" + setting + "' " + what, cause);
    this.setting = setting;
    this.what = what;
  }

  /** A setting of the method that cannot be used: {@code windows.length}, "is 0 s; give ...". */
  static StudyException ofSetting(String setting, String what, Throwable cause) {
    return new StudyException(setting, what, cause);
  }

  static StudyException ofSetting(String setting, String what) {
    return new StudyException(setting, what, null);
  }

  /** The setting that cannot be used, if it is one. */
  Optional<String> setting() {
    return Optional.of(setting).filter(key -> !key.isEmpty());
  }

  /** The message without the setting's name. */
  String what() {
    return what;
  }
}
