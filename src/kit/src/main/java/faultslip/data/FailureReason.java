package faultslip.data;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in a few words why an operation on a file or connection failed: the exceptions' own messages often do not. */
final class FailureReason {
  private FailureReason() {}

  static String of(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    if (deepest instanceof UnresolvedAddressException) {
      return "host not found";
    }
    if (deepest instanceof AccessDeniedException) {
      return "no permission";
    }
    if (deepest instanceof NoSuchFileException) {
      return "no such file";
    }
    if (deepest instanceof NotDirectoryException || deepest instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    if (deepest instanceof FileSystemException e && e.getReason() != null) {
      return e.getReason();
    }
    String message = deepest.getMessage() == null ? "" : deepest.getMessage().lines().findFirst().orElse("");
    if (message.isBlank()) {
      return failure instanceof ConnectException ? "no connection" : deepest.getClass().getSimpleName();
    }
    return message;
  }
}
