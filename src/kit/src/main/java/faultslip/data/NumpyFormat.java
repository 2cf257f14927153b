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
    for (ZipEntry entry = PackedFile.next(zip); entry != null; entry = PackedFile.next(zip)) {
      arrays.add(array(file, entry.getName().replaceFirst("\\.npy$", ""), PackedFile.limited(file, zip)));
    }
    return arrays;
  }

  // What the header says of its size is held against the memory there is before more is read than the header.
  private static NamedArray array(Path file, String name, InputStream stream) throws IOException {
    byte[] start = stream.readNBytes(LONGEST_HEADER);
    Matcher beginning = BEGINNING.matcher(new String(start, StandardCharsets.ISO_8859_1));
    boolean known = beginning.lookingAt();
    String header = known ? beginning.group(1) : "";
    Matcher type = TYPE.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    DataException.require(known && type.find() && shape.find(), "%s: '%s' is not a NumPy array of numbers; save a plain"
        + " array of floats or integers.", file, name);
    double[] lengths = Arrays.stream(shape.group(1).split("[, ]+")).filter(length -> !length.isEmpty())
        .mapToDouble(Double::parseDouble).toArray();
    int size = Integer.parseInt(type.group(3));
    double expected = Arrays.stream(lengths).reduce(size, (one, other) -> one * other);
    DataFile.requireRoom(file, "'" + name + "'", expected);
    DataException.require(expected < Integer.MAX_VALUE - LONGEST_HEADER, "%s: '%s' has more than 2 GB; save a part of "
        + "it.", file, name);
    int read = start.length - beginning.end();
    byte[] bytes = Arrays.copyOfRange(start, beginning.end(), beginning.end() + (int) Math.max(read, expected));
    int come = read + (expected > read ? stream.readNBytes(bytes, read, bytes.length - read) : 0);
    boolean isLonger = stream.read() >= 0 || come > expected;
    DataException.require(come == expected && !isLonger, "%s: '%s' has %s%,d bytes of numbers, but its header says "
        + "%,d; fetch or save it again.", file, name, isLonger ? "more than " : "", come, (long) expected);
    ByteBuffer numbers = ByteBuffer.wrap(bytes)
        .order(type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    IntToDoubleFunction values = at(numbers, type.group(2) + size, file, name);
    return new NamedArray(name, Arrays.stream(lengths).mapToInt(length -> (int) length).toArray(),
        header.contains("'fortran_order': False"), () -> values);
  }

  private static IntToDoubleFunction at(ByteBuffer numbers, String type, Path file, String name) {
    return switch (type) {
      case "f8" -> i -> numbers.getDouble(8 * i);
      case "f4" -> i -> numbers.getFloat(4 * i);
      case "i8", "u8" -> i -> numbers.getLong(8 * i);
      case "i4" -> i -> numbers.getInt(4 * i);
      case "u4" -> i -> Integer.toUnsignedLong(numbers.getInt(4 * i));
      case "i2" -> i -> numbers.getShort(2 * i);
      case "u2" -> i -> Short.toUnsignedInt(numbers.getShort(2 * i));
      case "i1" -> i -> numbers.get(i);
      case "u1" -> i -> Byte.toUnsignedInt(numbers.get(i));
      default -> throw new DataException("%s: '%s' is of type %s, which is not read; save it as float64."
          .formatted(file, name, type));
    };
  }
}
