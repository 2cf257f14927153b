package faultslip.data;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A table of texts to be read, a row an item {@code T} and a column a property of it. */
public final class TextTable<T> {
  private final List<T> rows;
  private final Table table;

  /** @param rows in the order to show */
  public TextTable(String name, List<T> rows) {
    this.rows = List.copyOf(rows);
    this.table = Table.create(name);
  }

  /** Adds a column to the right of what is there; anything but a text is written as Java writes it. */
  public TextTable<T> column(String name, Function<? super T, ?> value) {
    table.addColumns(StringColumn.create(name, rows.stream().map(value).map(String::valueOf).toList()));
    return this;
  }

  /** Adds a column of numbers in a format such as "%.2f". */
  public TextTable<T> column(String name, String format, ToDoubleFunction<? super T> number) {
    return column(name, row -> text(format, number.applyAsDouble(row)));
  }

  /** The table of the columns added so far. */
  public Table table() {
    return table;
  }

  /** Values in a format as {@link String#format} has it, with a point before decimals wherever the reader lives. */
  public static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
