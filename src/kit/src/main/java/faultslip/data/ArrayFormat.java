package faultslip.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A form of files that hold named arrays side by side. Columns are called as the arrays are; of a table of several
 * columns {@code name[0]}, {@code name[1]}, ... Options are {@code missing}, what stands for a missing value, and
 * {@code rate}, in hertz, where there is no array of times.
 */
abstract class ArrayFormat implements RecordingFormat {
  private static final String RATE = "rate";

  /** Opens a file and does something with its arrays, those of numbers. */
  abstract <T> T arrays(Path file, Function<List<NamedArray>, T> use);

  @Override
  public List<String> options() {
    return List.of("missing", RATE);
  }

  @Override
  public Optional<List<String>> columns(Map<String, Path> files) {
    return Optional.ofNullable(files.get("file")).map(file -> arrays(file, ArrayFormat::names));
  }

  @Override
  public TimedColumns read(Request request) {
    Path file = request.files().get("file");
    boolean hasTimes = !request.time().isEmpty();
    NamedForm named = NamedForm.of(request.options());
    DataException.require(hasTimes || request.options().containsKey(RATE),
        "%s: no column of times is named; name one, or give the option rate, in hertz.", file);
    List<String> names = (hasTimes ? Stream.concat(Stream.of(request.time()), request.columns().stream())
        : request.columns().stream()).toList();
    List<double[]> columns = arrays(file, all -> names.stream().map(name -> column(file, all, name)).toList());
    int length = columns.get(0).length;
    IntStream.range(0, names.size()).forEach(i -> DataException.require(columns.get(i).length == length,
        "%s: '%s' has %,d values, but '%s' has %,d; name arrays of one length.", file, names.get(i),
        columns.get(i).length, names.get(0), length));
    int[] kept = IntStream.range(0, length).filter(row -> named.missing().isEmpty() || columns.stream()
        .noneMatch(column -> named.isMissing(String.valueOf(column[row]), '.'))).toArray();
    String form = kept.length == length ? id()
        : TextTable.text("%s, %,d rows with a missing value left out", id(), length - kept.length);
    List<double[]> rows = columns.stream().map(column -> IntStream.of(kept).mapToDouble(i -> column[i]).toArray())
        .toList();
    DataException.require(kept.length >= 2, "%s: %d rows of values; a recording needs two or more.", file, kept.length);
    if (hasTimes) {
      return new TableRows(file, form, "", names, rows, new int[0]).sound(named).timed(request.secondsPerUnit());
    }
    double rate = DataFile.number(request.options().get(RATE), "option rate of " + file);
    DataException.require(rate > 0, "Option rate of %s is %s; give a positive number of hertz.", file, rate);
    double[] times = IntStream.of(kept).mapToDouble(i -> i / rate).toArray();
    return new TableRows(file, form, TableRows.IN_SECONDS, Stream.concat(Stream.of(""), names.stream()).toList(),
        Stream.concat(Stream.of(times), rows.stream()).toList(), new int[0]).sound(named).timed(1);
  }

  private static List<String> names(List<NamedArray> arrays) {
    return arrays.stream().flatMap(array -> array.columns().stream()).toList();
  }

  private static double[] column(Path file, List<NamedArray> arrays, String name) {
    return arrays.stream().filter(array -> array.columns().contains(name)).findFirst()
        .orElseThrow(() -> new DataException("%s: no array '%s'; the arrays are '%s': name one of them or give another "
            .formatted(file, name, String.join("', '", names(arrays))) + "file.")).column(name);
  }

  /** Numbers of a Java array of any primitive type; empty if it is of another. */
  static Optional<double[]> numbers(Object array) {
    return Optional.ofNullable(array instanceof double[] all ? all
        : array instanceof float[] all ? IntStream.range(0, all.length).mapToDouble(i -> all[i]).toArray()
        : array instanceof int[] all ? IntStream.of(all).asDoubleStream().toArray()
        : array instanceof long[] all ? LongStream.of(all).asDoubleStream().toArray()
        : array instanceof short[] all ? IntStream.range(0, all.length).mapToDouble(i -> all[i]).toArray()
        : array instanceof byte[] all ? IntStream.range(0, all.length).mapToDouble(i -> all[i]).toArray() : null);
  }
}
