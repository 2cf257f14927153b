package faultslip.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Takes rows of texts, one after the other, and hands on the numbers of the columns asked for. */
final class RowReader {

  /** Takes the numbers of a row, and the line that it stands on. */
  @FunctionalInterface
  interface Sink {
    void row(double[] values, long line);
  }

  private final Path file;
  private final TableForm form;
  private final List<String> names;
  private final NamedForm named;
  private final boolean hasTimes;
  private final WrittenTimes times = new WrittenTimes();
  private final int[] indices;
  private final Sink sink;
  private int count;
  private int missing;

  /** @param hasTimes whether the first of the columns may hold dates or times of day */
  RowReader(Path file, TableForm form, List<String> names, NamedForm named, boolean hasTimes, Sink sink) {
    this.file = file;
    this.form = form;
    this.names = names;
    this.named = named;
    this.hasTimes = hasTimes;
    this.indices = names.stream().mapToInt(form.names()::indexOf).toArray();
    this.sink = sink;
  }

  /** Adds a row; one with a missing value is left out. A {@link DataException} if it does not fit the header. */
  void add(List<String> fields, long line) {
    if (fields.stream().allMatch(String::isEmpty)) {
      return;
    }
    int width = form.names().size();
    String place = file + ":" + line;
    DataException.require(fields.size() >= width && fields.stream().skip(width).allMatch(String::isEmpty),
        "%s: %d fields, but the header names %d columns; the line is %s: fetch or export the file again%s.", place,
        fields.size(), width, fields.size() < width ? "cut short" : "too long",
        form.separator() == ',' && width > 1 && fields.size() == 2 * width
            ? ", with semicolons between the values if commas are decimal marks" : "");
    if (IntStream.of(indices).anyMatch(index -> named.isMissing(fields.get(index), form.decimalMark()))) {
      missing++;
      return;
    }
    double[] values = new double[indices.length];
    for (int i = 0; i < indices.length; i++) {
      values[i] = number(fields.get(indices[i]), i, place + ", column '" + names.get(i) + "'");
    }
    sink.row(values, line);
    count++;
  }

  private double number(String text, int column, String place) {
    if (!hasTimes || column > 0 || !WrittenTimes.isTime(text)) {
      DataException.require(column > 0 || times.origin().isEmpty(),
          "%s: '%s' is no date or time of day, as the times above it are; correct it or cut the line out.", place,
          text);
      return form.number(text, place);
    }
    DataException.require(count == 0 || !times.origin().isEmpty(),
        "%s: '%s' is no number, as the times above it are; correct it or cut the line out.", place, text);
    return times.seconds(text, place);
  }

  /** How many rows were handed on. */
  int count() {
    return count;
  }

  /** In what form they are written, for their user. */
  String words() {
    return form.words() + (times.origin().isEmpty() ? "" : ", times since " + times.origin())
        + (missing == 0 ? "" : TextTable.text(", %,d row%s with a missing value left out", missing,
        missing == 1 ? "" : "s"));
  }

  /** The unit of the first column as the file gives it; "" if it does not. */
  String unit() {
    return times.origin().isEmpty() ? form.unit(names.get(0)) : TableRows.IN_SECONDS;
  }
}
