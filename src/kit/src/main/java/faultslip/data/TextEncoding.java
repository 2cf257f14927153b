package faultslip.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/**
 * How letters are written in bytes: as a byte-order mark says, else UTF-16 where every other byte is zero, else UTF-8,
 * else Windows' Latin-1.
 */
final class TextEncoding {
  private static final int BEGINNING = 1 << 16;
  private static final Charset LATIN = Charset.forName("windows-1252");

  private TextEncoding() {}

  /** The letters of a text; a {@link DataException} if zeros among its first bytes say that it is none. */
  static BufferedReader letters(Path file, InputStream bytes) throws IOException {
    BOMInputStream marked = BOMInputStream.builder().setInputStream(bytes)
        .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE).get();
    String said = marked.getBOMCharsetName();
    BufferedInputStream text = new BufferedInputStream(marked);
    Charset found = said == null ? found(file, text) : Charset.forName(said);
    return new BufferedReader(new InputStreamReader(text, found));
  }

  private static Charset found(Path file, BufferedInputStream text) throws IOException {
    text.mark(BEGINNING);
    byte[] bytes = text.readNBytes(BEGINNING);
    text.reset();
    long[] zeros = {0, 0};
    IntStream.range(0, bytes.length).filter(i -> bytes[i] == 0).forEach(i -> zeros[i % 2]++);
    if (zeros[0] + zeros[1] > 0) {
      boolean little = zeros[0] == 0;
      DataException.require((little || zeros[1] == 0) && zeros[0] + zeros[1] > bytes.length / 4,
          "%s: not a text, it holds bytes that are zero; export it as text (CSV).", file);
      return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    // The last letter may be cut: what is missing of it is no error.
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1),
        false).isError() ? LATIN : StandardCharsets.UTF_8;
  }
}
