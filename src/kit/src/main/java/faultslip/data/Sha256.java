package faultslip.data;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/** The SHA-256 of a file, in lower-case hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /**
   * Of a whole file.
   *
   * @throws DataException if it cannot be read
   */
  public static String of(Path file) {
    try {
      return new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file);
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }
}
