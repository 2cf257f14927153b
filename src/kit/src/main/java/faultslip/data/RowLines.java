package faultslip.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows of a text of columns that is still being written, line by line: names first, then values. The form is found by
 * those, or named, as that of a {@link RecordingCsv}.
 */
public final class RowLines {
  private final Path source;
  private final List<String> names;
  private final NamedForm named;
  private final Consumer<double[]> sink;
  private final List<String> beginning = new ArrayList<>();
  private TableForm form;
  private RowReader reader;
  private long line;

  /**
   * @param source for messages
   * @param names of the columns wanted, that of the time first
   * @param options as {@link RecordingCsv} has them
   * @param sink takes the values of a row, in the order of the names
   * @throws DataException if an option has a value that it cannot have
   */
  public RowLines(Path source, List<String> names, Map<String, String> options, Consumer<double[]> sink) {
    this.source = source;
    this.names = List.copyOf(names);
    this.named = NamedForm.of(options);
    this.sink = sink;
  }

  /** Takes a whole line, without its end; a {@link DataException} if it is no row of the form. */
  public void line(String text) {
    line++;
    if (reader != null) {
      row(text, line);
    } else {
      beginning.add(text);
      String all = String.join("\n", beginning) + "\n";
      if (beginning.stream().filter(each -> !each.isBlank()).count() >= 2) {
        begin(all);
      }
    }
  }

  private void begin(String all) {
    TableForm found = TableForm.of(all, names, named);
    if (found.names().containsAll(names) && found.linesAbove() < beginning.size()) {
      form = found;
      reader = new RowReader(source, found, names, named, true, (values, at) -> sink.accept(values));
      for (int i = (int) found.linesAbove(); i < beginning.size(); i++) {
        row(beginning.get(i), i + 1L);
      }
    } else {
      DataException.require(beginning.size() < 20, "%s: columns '%s' are not named in its first lines; they are '%s'.",
          source, String.join("', '", names), String.join("', '", found.names()));
    }
  }

  private void row(String text, long number) {
    try {
      for (CSVRecord row : form.format().parse(new StringReader(text))) {
        reader.add(form.fields(row), number);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new DataException("%s:%d: cannot be taken apart (%s); correct the line.".formatted(source, number,
          DataException.reason(e)), e);
    }
  }
}
