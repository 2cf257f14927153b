package faultslip.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Recordings in NumPy's files: {@code .npy}, whose array is called {@code array}, and {@code .npz}, by their names in
 * it.
 */
public final class NumpyFormat extends ArrayFormat {
  /** Magic number, version, length of the header, the header up to its line break. */
  private static final Pattern BEGINNING = Pattern.compile("\u0093NUMPY[\u0001-\u0003].[^{]*(\\{.*?\\}) *\n",
      Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("'descr': '([<>|=])([fiu])(\\d)'");
  private static final Pattern SHAPE = Pattern.compile("'shape': \\(([\\d, ]*)\\)");
  private static final int LONGEST_HEADER = 4096;

  @Override
  public String id() {
    return "npy";
  }

  @Override
  public List<String> endings() {
    return List.of(".npy", ".npz");
  }

  @Override
  <T> T arrays(Path file, Function<List<NamedArray>, T> use) {
    return use.apply(DataFile.bytes(file, bytes -> {
      bytes.mark(2);
      boolean isZip = bytes.read() == 'P';
      bytes.reset();
      return isZip ? zipped(file, bytes) : List.of(array(file, "array", bytes));
    }));
  }

  private static List<NamedArray> zipped(Path file, InputStream bytes) throws IOException {
    List<NamedArray> arrays = new ArrayList<>();
    ZipInputStream zip = new ZipInputStream(bytes);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      arrays.add(array(file, entry.getName().replaceFirst("\\.npy$", ""), zip));
    }
    return arrays;
  }

  private static NamedArray array(Path file, String name, InputStream stream) throws IOException {
    byte[] bytes = stream.readAllBytes();
    Matcher beginning = BEGINNING.matcher(
        new String(bytes, 0, Math.min(bytes.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1));
    boolean known = beginning.lookingAt();
    String header = known ? beginning.group(1) : "";
    Matcher type = TYPE.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    DataException.require(known && type.find() && shape.find(), "%s: '%s' is not a NumPy array of numbers; save a plain"
        + " array of floats or integers.", file, name);
    int[] lengths = Arrays.stream(shape.group(1).split("[, ]+")).filter(length -> !length.isEmpty())
        .mapToInt(Integer::parseInt).toArray();
    int size = Integer.parseInt(type.group(3));
    int start = beginning.end();
    long expected = Arrays.stream(lengths).asLongStream().reduce(size, (one, other) -> one * other);
    DataException.require(bytes.length - start == expected, "%s: '%s' has %,d bytes of numbers, but its header says "
        + "%,d; fetch or save it again.", file, name, bytes.length - start, expected);
    ByteBuffer numbers = ByteBuffer.wrap(bytes)
        .order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    IntToDoubleFunction values = at(numbers, type.group(2) + size, start, file, name);
    return new NamedArray(name, lengths, header.contains("'fortran_order': False"), () -> values);
  }

  private static IntToDoubleFunction at(ByteBuffer numbers, String type, int start, Path file, String name) {
    return switch (type) {
      case "f8" -> i -> numbers.getDouble(start + 8 * i);
      case "f4" -> i -> numbers.getFloat(start + 4 * i);
      case "i8", "u8" -> i -> numbers.getLong(start + 8 * i);
      case "i4" -> i -> numbers.getInt(start + 4 * i);
      case "u4" -> i -> Integer.toUnsignedLong(numbers.getInt(start + 4 * i));
      case "i2" -> i -> numbers.getShort(start + 2 * i);
      case "u2" -> i -> Short.toUnsignedInt(numbers.getShort(start + 2 * i));
      case "i1" -> i -> numbers.get(start + i);
      case "u1" -> i -> Byte.toUnsignedInt(numbers.get(start + i));
      default -> throw new DataException("%s: '%s' is of type %s, which is not read; save it as float64."
          .formatted(file, name, type));
    };
  }
}
