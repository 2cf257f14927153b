package faultslip.data;

import faultslip.series.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Samples of some columns on a regular clock, passed over one by one and as often as wanted: a recording of any length
 * takes no memory.
 *
 * @param clock starts at the first of them
 * @param length how many there are
 * @param words in what form they were found, for their user: "; separated, decimal comma, 60,000 rows at 1000 Hz"
 * @param pass hands all of them to a sink, in order
 */
public record RecordedSamples(Clock clock, int length, String words, Consumer<Sink> pass) {
  /** In bytes: longer texts are not kept. What is packed may be ten times as long. */
  private static final long LONG = 64L << 20;

  /** Takes a sample: a value a column. */
  @FunctionalInterface
  public interface Sink {
    void sample(double[] values);
  }

  /** Passes over all of them, in order. */
  public void forEach(Sink sink) {
    pass.accept(sink);
  }

  /** These samples, each put through a function. */
  public RecordedSamples mapped(UnaryOperator<double[]> function) {
    return new RecordedSamples(clock, length, words,
        sink -> forEach(values -> sink.sample(function.apply(values))));
  }

  /**
   * The samples of a file's columns. A text that is long is read once for its clock and its sanity, and again at every
   * pass; anything else is kept, at eight bytes a value.
   *
   * @throws DataException if the file is missing or damaged, lacks a column, or its times are not those of a clock
   */
  public static RecordedSamples of(RecordingFormat format, RecordingFormat.Request request) {
    Path file = Objects.requireNonNull(request.files().get("file"), "file");
    long bytes = file.toFile().length();
    if (format instanceof RecordingCsv && bytes > LONG / 10 && bytes > (PackedFile.isPacked(file) ? LONG / 10 : LONG)) {
      return new LongText(request).samples();
    }
    RecordingFormat.TimedColumns table = format.read(request);
    RegularSampling sampling = table.sampling(request.time());
    sampling.requireVariation(request.columns().get(0));
    return of(sampling.clock(), request.columns().stream().map(name -> sampling.apply(table.column(name))).toList(),
        sampling.words());
  }

  /**
   * Samples that are in memory.
   *
   * @param columns of one length, at least one value each
   * @param words on their form
   */
  public static RecordedSamples of(Clock clock, List<double[]> columns, String words) {
    int length = columns.get(0).length;
    return new RecordedSamples(clock, length, words, sink -> IntStream.range(0, length)
        .forEach(row -> sink.sample(columns.stream().mapToDouble(column -> column[row]).toArray())));
  }
}
