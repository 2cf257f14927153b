package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Files that unpack to more than memory or disk hold are refused in a line, before they have. */
@Timeout(120)
class SizeLimitsTest {
  private static final byte[] LINES = "0.0,0.0,0.0\n".repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
  private static final int BOMB = 1 << 28;
  @TempDir private Path folder;

  private interface Packing {
    OutputStream of(OutputStream stream) throws IOException;
  }

  private Path bomb(String name, Packing packing) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream stream = packing.of(Files.newOutputStream(file))) {
      stream.write("time,x,y\n".getBytes(StandardCharsets.UTF_8));
      for (int written = 0; written < BOMB; written += LINES.length) {
        stream.write(LINES);
      }
    }
    return file;
  }

  @Test
  void textsThatArePackedTooWellAreNoRecordings() throws IOException {
    refused(bomb("a.csv.gz", GZIPOutputStream::new), "unpacks to more than 300 times its size");
    refused(bomb("a.csv.xz", stream -> new XZOutputStream(stream, new LZMA2Options(0))), "unpacks to more than 300");
    refused(bomb("a.zip", stream -> {
      ZipOutputStream zip = new ZipOutputStream(stream);
      zip.putNextEntry(new ZipEntry("a.csv"));
      return zip;
    }), "unpacks to more than 300 times its size");
  }

  /** A byte of the file asks for a gigabyte and a half. */
  @Test
  void aHugeDictionaryIsRefusedBeforeItIsMade() throws IOException {
    Path file = folder.resolve("a.csv.xz");
    try (OutputStream stream = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(0))) {
      stream.write(LINES);
    }
    byte[] bytes = Files.readAllBytes(file);
    // Stream header of 12 bytes; block header: size, flags, then filter LZMA2, one property, and its CRC at the end.
    assertThat(bytes[14]).as("LZMA2").isEqualTo((byte) 0x21);
    bytes[16] = 37; // 2^30 + 2^29
    int length = (bytes[12] + 1) * 4 - 4;
    CRC32 crc = new CRC32();
    crc.update(bytes, 12, length);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(12 + length, (int) crc.getValue());
    Files.write(file, bytes);
    refused(file, "of memory would be needed");
  }

  @Test
  void arraysThatSayTheyAreHugeAreNotMadeRoomFor() throws IOException {
    for (String shape : new String[] {"99999999999999999999", "1000000000, 1000000000", "1000000000000"}) {
      Path file = folder.resolve("a.npy");
      Files.write(file, header(shape));
      arraysRefused(new NumpyFormat(), file, "'array' would take ");
    }
  }

  @Test
  void arraysThatUnpackToMoreThanTheyMayAreRefused() throws IOException {
    Path file = folder.resolve("a.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write(header("33554432"));
      zip.write(new byte[BOMB]);
    }
    arraysRefused(new NumpyFormat(), file, "unpacks to more than 300 times its size");
  }

  /** Of 2 GB, deflated, as MATLAB 7 does. */
  @Test
  void aMatrixThatSaysItIsHugeIsNotMadeRoomFor() throws IOException {
    Path file = folder.resolve("a.mat");
    int numbers = (int) Math.min(250_000_000L, Runtime.getRuntime().maxMemory() / Double.BYTES + 1_000_000);
    try (OutputStream stream = Files.newOutputStream(file)) {
      ByteBuffer head = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
      head.put("MATLAB 5.0 MAT-file".getBytes(StandardCharsets.US_ASCII)).putShort(124, (short) 0x100)
          .putShort(126, (short) 0x4d49);
      stream.write(head.array());
      ByteArrayOutputStream deflated = new ByteArrayOutputStream();
      try (DeflaterOutputStream element = new DeflaterOutputStream(deflated, new Deflater(9))) {
        ByteBuffer start = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        // A matrix of so many bytes: flags (double), dimensions, name "x", numbers.
        start.putInt(14).putInt(16 + 16 + 8 + 8 + 8 * numbers);
        start.putInt(6).putInt(8).putInt(6).putInt(0);
        start.putInt(5).putInt(8).putInt(numbers).putInt(1);
        start.putShort((short) 1).putShort((short) 1).putInt('x');
        start.putInt(9).putInt(8 * numbers);
        element.write(start.array(), 0, start.position());
        element.write(new byte[1 << 20]); // of zeros, and no more: it is not to be asked for more
      }
      stream.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(15).putInt(deflated.size()).array());
      deflated.writeTo(stream);
    }
    arraysRefused(new MatlabFormat(), file, "MB");
  }

  private static byte[] header(String shape) {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s,), }".formatted(shape);
    String padded = header + " ".repeat(117 - header.length()) + "\n";
    return ("\u0093NUMPY\u0001\u0000" + (char) padded.length() + "\u0000" + padded).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void refused(Path file, String why) {
    assertThatThrownBy(() -> RecordingCsv.read(file, "own", new RecordingCsv.Columns("time", "x", "y")))
        .isInstanceOf(DataException.class).hasMessageStartingWith(file + ": ").hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  private static void arraysRefused(ArrayFormat format, Path file, String why) {
    assertThatThrownBy(() -> format.columns(Map.of("file", file))).isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ": ").hasMessageContaining(why).hasMessageNotContaining("\n");
  }
}
