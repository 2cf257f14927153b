package faultslip.data;

import faultslip.FaultslipException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import java.util.Objects;

/** A file, manifest, mirror or download of no use: missing, cut short, wrong hash, not what it should hold. */
public class DataException extends FaultslipException {
  private static final Map<Class<?>, String> IN_WORDS = Map.of(UnknownHostException.class, "host not found",
      ConnectException.class, "no connection", AccessDeniedException.class, "no permission",
      NotDirectoryException.class, "a file is in the way", FileAlreadyExistsException.class, "a file is in the way");

  /** @param message one line: the file (and line, column, value) found, and the remedy */
  public DataException(String message) {
    super(message);
  }

  /** Refuses what does not hold, in a line formatted as by {@link TextTable#text}. */
  public static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new DataException(TextTable.text(message, values));
    }
  }

  /** As the other, with the failure behind it. */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Why an operation on a file or connection failed, in a few words: exceptions' own messages often do not say. */
  public static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest instanceof FileSystemException e && e.getReason() != null
        ? e.getReason() : Objects.requireNonNullElse(deepest.getMessage(), "");
    String said = message.lines().findFirst().orElse(deepest.getClass().getSimpleName());
    return IN_WORDS.getOrDefault(deepest.getClass(), said);
  }

  /** A source does not have a file, or cannot be reached; for an optional file that is no failure. */
  public static final class UnavailableException extends DataException {
    UnavailableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
