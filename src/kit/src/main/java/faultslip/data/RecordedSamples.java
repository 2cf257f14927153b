package faultslip.data;

import faultslip.series.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Samples of some columns on a regular clock, passed over one by one and as often as wanted: a recording of any length
 * takes no memory.
 */
public interface RecordedSamples {
  /** In bytes: longer texts are not kept. What is packed may be ten times as long. */
  long LONG = 64L << 20;

  /** Takes a sample: a value a column. */
  @FunctionalInterface
  interface Sink {
    void sample(double[] values);
  }

  /** Their clock, which starts at the first of them. */
  Clock clock();

  /** How many there are. */
  int length();

  /** In what form they were found, for their user: "; separated, decimal comma, 60,000 rows at 1000 Hz". */
  String words();

  /** Passes over all of them, in order. */
  void forEach(Sink sink);

  /** These samples, each put through a function. */
  default RecordedSamples mapped(UnaryOperator<double[]> function) {
    RecordedSamples all = this;
    return new RecordedSamples() {
      @Override
      public Clock clock() {
        return all.clock();
      }

      @Override
      public int length() {
        return all.length();
      }

      @Override
      public String words() {
        return all.words();
      }

      @Override
      public void forEach(Sink sink) {
        all.forEach(values -> sink.sample(function.apply(values)));
      }
    };
  }

  /**
   * The samples of a file's columns. A text that is long is read once for its clock and its sanity, and again at every
   * pass; anything else is kept, at eight bytes a value.
   *
   * @throws DataException if the file is missing or damaged, lacks a column, or its times are not those of a clock
   */
  static RecordedSamples of(RecordingFormat format, RecordingFormat.Request request) {
    Path file = Objects.requireNonNull(request.files().get("file"), "file");
    boolean isLong = format instanceof RecordingCsv && file.toFile().length() > (PackedFile.mayBePacked(file)
        ? LONG / 10 : LONG);
    return isLong ? LongText.of(request) : kept(format, request);
  }

  /**
   * Samples that are in memory.
   *
   * @param columns of one length, at least one value each
   * @param words on their form
   */
  static RecordedSamples of(Clock clock, List<double[]> columns, String words) {
    return new KeptSamples(clock, columns, words);
  }

  private static RecordedSamples kept(RecordingFormat format, RecordingFormat.Request request) {
    RecordingFormat.TimedColumns table = format.read(request);
    RegularSampling sampling = table.sampling(request.time());
    sampling.requireVariation(request.columns().get(0));
    List<double[]> columns = request.columns().stream().map(name -> sampling.apply(table.column(name))).toList();
    return new KeptSamples(sampling.clock(), columns, sampling.words());
  }
}
