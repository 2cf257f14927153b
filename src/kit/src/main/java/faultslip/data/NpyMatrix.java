package faultslip.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matrices of doubles out of NumPy files as {@code numpy.save} writes them: format 1.0, little-endian, C order, two
 * dimensions, nothing else.
 *
 * <p>ND4J reads such files too, but loads its native backend for it and takes files cut short.
 */
final class NpyMatrix {
  private static final ByteBuffer MAGIC = ByteBuffer.wrap(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'});
  /** Bytes before the header: magic number, version, the header's length. */
  private static final int PREAMBLE = 10;
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\( *(\\d{1,9}) *, *(\\d{1,9}) *,? *\\)");

  private NpyMatrix() {}

  /**
   * @return [row][column]
   * @throws DataException if the file is missing or is anything else than such a matrix, whole
   */
  static double[][] read(Path file) {
    ByteBuffer bytes = ByteBuffer.wrap(DataFile.bytes(file, stream -> stream.readAllBytes()))
        .order(ByteOrder.LITTLE_ENDIAN);
    String header = header(file, bytes);
    if (!header.contains("'descr': '<f8'") || !header.contains("'fortran_order': False")) {
      throw new DataException(file + ": header " + header
          + "; only little-endian doubles in C order are read: save it with numpy.save of a float64 array.");
    }
    Matcher shape = SHAPE.matcher(header);
    if (!shape.find()) {
      throw new DataException(file + ": header " + header + "; the array must have two dimensions: give another file.");
    }
    int rows = Integer.parseInt(shape.group(1));
    int columns = Integer.parseInt(shape.group(2));
    long size = (long) rows * columns * Double.BYTES;
    if (size == 0 || bytes.remaining() != size) {
      throw new DataException(("%s: %d bytes of values, but %d × %d doubles take %d; the file is cut short or"
          + " damaged: fetch it again.").formatted(file, bytes.remaining(), rows, columns, size));
    }
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      bytes.asDoubleBuffer().get(row);
      bytes.position(bytes.position() + columns * Double.BYTES);
    }
    return values;
  }

  /** Reads up to the values. */
  private static String header(Path file, ByteBuffer bytes) {
    if (bytes.limit() < PREAMBLE || !bytes.slice(0, MAGIC.limit()).equals(MAGIC)) {
      throw new DataException(file + ": not a NumPy file (no magic number); fetch it again or give another file.");
    }
    int version = bytes.get(MAGIC.limit());
    int length = Short.toUnsignedInt(bytes.getShort(PREAMBLE - Short.BYTES));
    if (version != 1 || PREAMBLE + length > bytes.limit()) {
      throw new DataException(("%s: NumPy format %d with a header of %d bytes, %d bytes left; the file is not of format"
          + " 1, or the file is damaged: fetch it again.").formatted(file, version, length, bytes.limit() - PREAMBLE));
    }
    byte[] header = new byte[length];
    bytes.position(PREAMBLE).get(header);
    return new String(header, StandardCharsets.ISO_8859_1).strip();
  }
}
