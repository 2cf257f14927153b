package faultslip.data;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keeps the numbers of rows, column by column, without boxes. */
final class KeptRows implements RowReader.Sink {
  private final List<DoubleStream.Builder> columns;
  private final IntStream.Builder lines = IntStream.builder();

  KeptRows(int columns) {
    this.columns = Stream.generate(DoubleStream::builder).limit(columns).toList();
  }

  @Override
  public void row(double[] values, long line) {
    for (int i = 0; i < values.length; i++) {
      columns.get(i).add(values[i]);
    }
    lines.add((int) line);
  }

  /** The columns; asked for once, when all rows are there. */
  List<double[]> columns() {
    return columns.stream().map(column -> column.build().toArray()).toList();
  }

  /** The lines that the rows stand on; asked for once. */
  int[] lines() {
    return lines.build().toArray();
  }
}
