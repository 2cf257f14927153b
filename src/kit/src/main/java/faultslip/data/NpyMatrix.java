package faultslip.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A matrix of doubles out of a NumPy file, format 1.0 to 3.0: little-endian, C order, two dimensions, nothing else.
 *
 * <p>ND4J reads such files too, but loads its native backend for it and takes files cut short.
 */
final class NpyMatrix {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\( *(\\d{1,9}) *, *(\\d{1,9}) *,? *\\)");

  private final int columns;
  private final double[] values;

  private NpyMatrix(int columns, double[] values) {
    this.columns = columns;
    this.values = values;
  }

  /** @throws DataException if the file is missing or is anything else than such a matrix, whole */
  static NpyMatrix read(Path file) {
    TextFile.requireContent(file);
    try {
      return parse(file, ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  int columns() {
    return columns;
  }

  int rows() {
    return values.length / columns;
  }

  double value(int row, int column) {
    return values[row * columns + column];
  }

  private static NpyMatrix parse(Path file, ByteBuffer bytes) {
    String header = header(file, bytes);
    if (!header.contains("'descr': '<f8'") || !header.contains("'fortran_order': False")) {
      throw new DataException(file + ": header " + header
          + "; only little-endian doubles in C order are read: save it with numpy.save of a float64 array.");
    }
    Matcher shape = SHAPE.matcher(header);
    if (!shape.find()) {
      throw new DataException(file + ": header " + header + "; the array must have two dimensions: give another file.");
    }
    long rows = Long.parseLong(shape.group(1));
    int columns = Integer.parseInt(shape.group(2));
    if (rows == 0 || columns == 0 || bytes.remaining() != rows * columns * Double.BYTES) {
      throw new DataException(("%s: %d bytes of values, but %d × %d doubles take %d; the file is cut short or"
          + " damaged: fetch it again.")
          .formatted(file, bytes.remaining(), rows, columns, rows * columns * Double.BYTES));
    }
    double[] values = new double[bytes.remaining() / Double.BYTES];
    bytes.asDoubleBuffer().get(values);
    return new NpyMatrix(columns, values);
  }

  /** Reads up to the values: magic, version, the header's length (two bytes in version 1, else four), the header. */
  private static String header(Path file, ByteBuffer bytes) {
    byte[] magic = new byte[MAGIC.length];
    if (bytes.remaining() < MAGIC.length + 6 || !Arrays.equals(MAGIC, read(bytes, magic))) {
      throw new DataException(file + ": not a NumPy file (no magic number); fetch it again or give another file.");
    }
    int version = bytes.get();
    bytes.get();
    long length = version == 1 ? Short.toUnsignedInt(bytes.getShort()) : Integer.toUnsignedLong(bytes.getInt());
    if (version < 1 || version > 3 || length > bytes.remaining()) {
      throw new DataException(("%s: NumPy format %d with a header of %d bytes, %d bytes left; the file is"
          + " damaged: fetch it again.")
          .formatted(file, version, length, bytes.remaining()));
    }
    return new String(read(bytes, new byte[(int) length]), StandardCharsets.UTF_8).strip();
  }

  private static byte[] read(ByteBuffer from, byte[] into) {
    from.get(into);
    return into;
  }
}
