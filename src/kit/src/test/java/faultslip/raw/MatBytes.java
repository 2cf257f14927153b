package faultslip.raw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A MAT file of level 5, byte by byte as MathWorks' description has it: little-endian, not compressed. */
final class MatBytes {
  private static final int INT8 = 1;
  private static final int INT32 = 5;
  private static final int UINT32 = 6;
  private static final int DOUBLE = 9;
  private static final int MATRIX = 14;
  private static final int DOUBLE_CLASS = 6;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  MatBytes() {
    ByteBuffer header = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    header.put("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII));
    while (header.position() < 116) {
      header.put((byte) ' ');
    }
    header.putLong(0).putShort((short) 0x0100).put((byte) 'I').put((byte) 'M');
    bytes.writeBytes(header.array());
  }

  /** A column of doubles. */
  MatBytes with(String name, double... values) {
    ByteBuffer flags = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(DOUBLE_CLASS).putInt(0);
    ByteBuffer size = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(values.length).putInt(1);
    ByteBuffer numbers = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      numbers.putDouble(value);
    }
    ByteArrayOutputStream matrix = new ByteArrayOutputStream();
    matrix.writeBytes(element(UINT32, flags.array()));
    matrix.writeBytes(element(INT32, size.array()));
    matrix.writeBytes(element(INT8, name.getBytes(StandardCharsets.US_ASCII)));
    matrix.writeBytes(element(DOUBLE, numbers.array()));
    bytes.writeBytes(element(MATRIX, matrix.toByteArray()));
    return this;
  }

  // A tag of type and length, and data, filled up to eight bytes.
  private static byte[] element(int type, byte[] data) {
    return ByteBuffer.allocate(8 + (data.length + 7) / 8 * 8).order(ByteOrder.LITTLE_ENDIAN).putInt(type)
        .putInt(data.length).put(data).array();
  }

  Path write(Path file) throws IOException {
    return Files.write(file, bytes.toByteArray());
  }
}
