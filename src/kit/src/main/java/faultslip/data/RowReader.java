package faultslip.data;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes rows of texts, one after the other, and keeps the numbers of the columns asked for, without boxes. */
final class RowReader {
  private final Path file;
  private final TableForm form;
  private final List<String> names;
  private final NamedForm named;
  private final boolean hasTimes;
  private final WrittenTimes times = new WrittenTimes();
  private final int[] indices;
  private final List<DoubleStream.Builder> columns;
  private final IntStream.Builder lines = IntStream.builder();
  private int count;
  private int missing;

  /** @param hasTimes whether the first of the columns may hold dates or times of day */
  RowReader(Path file, TableForm form, List<String> names, NamedForm named, boolean hasTimes) {
    this.file = file;
    this.form = form;
    this.names = names;
    this.named = named;
    this.hasTimes = hasTimes;
    this.indices = names.stream().mapToInt(form.names()::indexOf).toArray();
    this.columns = Stream.generate(DoubleStream::builder).limit(indices.length).toList();
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
    for (int i = 0; i < indices.length; i++) {
      columns.get(i).add(number(fields.get(indices[i]), i, place + ", column '" + names.get(i) + "'"));
    }
    lines.add((int) line);
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

  /** The rows added. */
  TableRows rows() {
    String words = form.words() + (times.origin().isEmpty() ? "" : ", times since " + times.origin())
        + (missing == 0 ? "" : TextTable.text(", %,d rows with a missing value left out", missing));
    String unit = form.unit(names.get(0));
    return new TableRows(file, words, times.origin().isEmpty() ? unit : TableRows.IN_SECONDS, names,
        columns.stream().map(column -> column.build().toArray()).toList(), lines.build().toArray());
  }
}
