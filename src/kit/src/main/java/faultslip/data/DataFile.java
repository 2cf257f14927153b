package faultslip.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import org.apache.commons.io.function.IOFunction;

/** What is common to reading data files of any form. */
public final class DataFile {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final int SHOWN = 40;

  private static final int MEGABYTE = 1_000_000;

  private DataFile() {}

  /** The SHA-256 of a whole file, in lower-case hexadecimal; a {@link DataException} if it cannot be read. */
  public static String sha256(Path file) {
    try {
      return new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Makes a folder if need be; refuses one that files cannot be put into, and says the remedy. */
  public static void requireWritable(Path folder, String remedy) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", null));
    } catch (IOException e) {
      throw new DataException("%s: cannot write into this folder (%s); %s."
          .formatted(folder, DataException.reason(e), remedy), e);
    }
  }

  /** Reads a text, in UTF-8, UTF-16 or Latin-1, also out of gzip, xz or zip; a {@link DataException} if it is none. */
  public static <T> T text(Path file, IOFunction<BufferedReader, T> reading) {
    return bytes(file, bytes -> reading.apply(TextEncoding.letters(file, PackedFile.unpacked(file, bytes))));
  }

  /** Reads a file; a {@link DataException} if it is missing, a folder, unreadable, empty or damaged. */
  public static <T> T bytes(Path file, IOFunction<InputStream, T> reading) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file) || file.toFile().length() == 0) {
      throw new DataException(file + ": " + (!Files.exists(file) ? "no such file; fetch it first or correct the path."
          : Files.isRegularFile(file) && Files.isReadable(file) ? "the file is empty; fetch or export it again."
          : "not a readable file; give a file you may read."));
    }
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      return reading.apply(bytes);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(file, e);
    } catch (OutOfMemoryError e) {
      throw tooLarge(file, e);
    }
  }

  /** Refuses what says of itself, before it is read, that it takes more than half of the bytes of Java's heap. */
  static void requireRoom(Path file, String what, double bytes) {
    long heap = Runtime.getRuntime().maxMemory();
    DataException.require(2 * bytes <= heap, "%s: %s would take %s MB, more than half of the %d MB that Java's heap "
        + "may grow to; give a smaller recording, or a file that is not damaged.", file, what,
        BigDecimal.valueOf(bytes / MEGABYTE).setScale(0, RoundingMode.HALF_UP).toPlainString(), heap / MEGABYTE);
  }

  /** What to say where that room was not enough after all. */
  static DataException tooLarge(Path file, OutOfMemoryError cause) {
    return new DataException("%s: takes more than the %d MB that Java's heap may grow to; give a smaller recording."
        .formatted(file, Runtime.getRuntime().maxMemory() / MEGABYTE), cause);
  }

  static boolean isCompressed(Path file) {
    return file.toString().endsWith(".xz");
  }

  /** Whether a text ends with a line break, in one byte or in two. */
  static boolean endsWithLineBreak(Path file) {
    return bytes(file, bytes -> {
      bytes.skipNBytes(Math.max(0, file.toFile().length() - 2));
      byte[] end = bytes.readAllBytes();
      byte last = end[end.length - 1] == 0 ? end[0] : end[end.length - 1];
      return last == '\n' || last == '\r';
    });
  }

  static boolean isNumber(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /**
   * A finite decimal number, spaces around it allowed; {@link Double#parseDouble} alone would also take "1d", "0x1p3".
   * The message that refuses another text says where it stands: "file:line, column 'x'".
   */
  public static double number(String text, String where) {
    String number = text.strip();
    double value = DECIMAL.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
    DataException.require(Double.isFinite(value), "%s: '%s' is not a finite number; correct the value or cut that part "
        + "out of the file.", where, shown(number));
    return value;
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\R", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }

  private static DataException unreadable(Path file, Exception cause) {
    return new DataException("%s: cannot be read (%s); fetch or export it again."
        .formatted(file, DataException.reason(cause)), cause);
  }
}
