package faultslip.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.input.BOMInputStream;
import org.tukaani.xz.XZInputStream;

/** Opens data files that are there, readable and not empty, and tells where they end. */
final class TextFile {
  private TextFile() {}

  /** @throws DataException if it is missing, a folder, unreadable or empty */
  static void requireContent(Path file) {
    if (!Files.exists(file)) {
      throw new DataException(file + ": no such file; fetch it first or correct the path.");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new DataException(file + ": not a readable file; give a file you may read.");
    }
    try {
      if (Files.size(file) == 0) {
        throw new DataException(file + ": the file is empty; fetch or export it again.");
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The text as UTF-8, without the byte-order mark some spreadsheets write; a file {@code *.xz} is uncompressed. */
  static BufferedReader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    var withoutMark =
        BOMInputStream.builder().setInputStream(isCompressed(file) ? new XZInputStream(bytes) : bytes).get();
    return new BufferedReader(new InputStreamReader(withoutMark, StandardCharsets.UTF_8));
  }

  static boolean isCompressed(Path file) {
    return file.toString().endsWith(".xz");
  }

  /** Whether the last line is finished: without its end a number may have lost digits, and nothing else would tell. */
  static boolean endsWithLineBreak(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      channel.position(channel.size() - 1).read(last);
      return last.get(0) == '\n';
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** @throws DataException if the last line is not finished */
  static void requireLineBreakAtEnd(Path file, long lastLine) {
    if (!endsWithLineBreak(file)) {
      throw new DataException(file + ":" + lastLine
          + ": the last line has no line break, so its last number may be cut short; fetch or export the file again.");
    }
  }

  static DataException unreadable(Path file, Exception cause) {
    return new DataException(file + ": cannot be read (" + FailureReason.of(cause) + "); fetch or export it again.",
        cause);
  }
}
