package faultslip.data;

import faultslip.FaultslipException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A file, manifest, mirror or download that cannot be used: missing, cut short, wrong hash, not what it should hold.
 */
public sealed class DataException extends FaultslipException permits UnavailableException {

  /** @param message one line: the file (and line, column, value) found, and the remedy */
  public DataException(String message) {
    super(message);
  }

  /**
   * @param message one line: the file found, and the remedy
   * @param cause the underlying failure
   */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Why an operation on a file or connection failed, in a few words: exceptions' own messages often do not say. */
  static String reason(Throwable failure) {
    Throwable deepest =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause).reduce((above, below) -> below).orElseThrow();
    if (deepest instanceof UnknownHostException) {
      return "host not found";
    }
    if (deepest instanceof ConnectException) {
      return "no connection";
    }
    if (deepest instanceof AccessDeniedException) {
      return "no permission";
    }
    if (deepest instanceof NotDirectoryException || deepest instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    String message = deepest instanceof FileSystemException e && e.getReason() != null
        ? e.getReason() : Objects.requireNonNullElse(deepest.getMessage(), "");
    return message.lines().findFirst().orElse(deepest.getClass().getSimpleName());
  }
}
