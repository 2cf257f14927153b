package faultslip.ced;

import faultslip.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/**
 * What tells whether a stored file is what was made: beside it, in a file of its name and {@code .sha256}, its sha256
 * and the digest of the key that it was made for. Files of earlier versions of the kit have none.
 */
record Seal(Path file, ModelKey key) {

  private Path beside() {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }

  /** Whether there is none yet. */
  boolean isMissing() {
    return !Files.exists(beside());
  }

  /** Whether the file is there and the seal is its own, or there is none. */
  boolean holds() throws IOException {
    try {
      // Bytes: what is damaged need not be a text.
      return isMissing() ? Files.exists(file)
          : Arrays.equals(Files.readAllBytes(beside()), text().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Writes it for the file as it is. */
  void set() throws IOException {
    String text = text();
    AtomicFile.write(beside(), text);
  }

  /** Writes it for a file that has been read and found good, if there is none and the folder can be written to. */
  void setIfMissing() throws IOException {
    if (isMissing() && Files.isWritable(file.toAbsolutePath().getParent())) {
      set();
    }
  }

  /** Takes it away before the file is written anew. */
  void lift() throws IOException {
    Files.deleteIfExists(beside());
  }

  private String text() throws IOException {
    return "sha256 %s of %s%n".formatted(new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file),
        key.digest()).replace("\r", "");
  }
}
