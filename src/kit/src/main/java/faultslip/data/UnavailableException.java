package faultslip.data;

/** A source does not have a file, or cannot be reached; for an optional file that is no failure. */
public final class UnavailableException extends DataException {
  UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
