package faultslip.model;

import faultslip.experiment.Amplitude;
import faultslip.series.Clock;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Predictions of a recording, kept in a temporary file until their amplitude can be restored: its mean and deviation
 * are known when all is predicted, or, of what knows nothing ahead, so far.
 */
public final class PredictedRows implements LongPrediction.Sink, AutoCloseable {
  private static final int DIGITS = 9;

  private final ModelView view;
  private final Standardisation fault;
  private final boolean causal;
  private final Path file;
  private final DataOutputStream rows;
  private final SummaryStatistics predicted = new SummaryStatistics();
  private int count;

  /**
   * @param fault of the fault state, by which amplitudes are restored
   * @param causal whether they know nothing ahead
   */
  public PredictedRows(ModelView view, Standardisation fault, boolean causal) {
    this.view = view;
    this.fault = fault;
    this.causal = causal;
    try {
      this.file = Files.createTempFile("faultslip", ".predicted");
      this.rows = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  /**
   * What a model says of all of a recording.
   *
   * @param done is told how many samples are predicted
   * @throws faultslip.FaultslipException if it cannot be predicted
   */
  public static PredictedRows of(PortableModel model, ModelView view, ModelFit.Known known, IntConsumer done) {
    PredictedRows rows = new PredictedRows(view, known.fault(), model.description().image().isCausal());
    try {
      new LongPrediction(model, known).of(view, rows, done);
      return rows;
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /**
   * What they are worth, where the truth is known; a {@link faultslip.FaultslipException} if it is constant or 0
   * somewhere.
   *
   * @param recurrence of the fault, in seconds, by which its failures are looked for
   */
  public Evaluation evaluation(double recurrence) {
    String name = view.names().fault();
    return Evaluation.of(series(4, name, "", count), series(1, name, "", count), series(3, name, "", count),
        recurrence);
  }

  @Override
  public void prediction(double value, double deviation, double truth) {
    try {
      predicted.addValue(value);
      rows.writeDouble(value);
      rows.writeDouble(deviation);
      rows.writeDouble(causal ? restored(value) : 0);
      rows.writeDouble(truth);
      count++;
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private double restored(double value) {
    return Amplitude.restored(value, predicted.getMean(), Math.sqrt(predicted.getPopulationVariance()), fault);
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Whether the fault state is known, and the last column is it. */
  public boolean hasTruth() {
    return view.hasFault();
  }

  /** Time in seconds, prediction, deviation, prediction with its amplitude restored, and the truth where known. */
  public Stream<double[]> rows() {
    try {
      rows.flush();
      DataInputStream all = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
      Clock clock = view.clock();
      return Stream.iterate(0, i -> i < count, i -> i + 1).map(i -> row(all, clock.timeOf(i)))
          .onClose(() -> close(all));
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  private double[] row(DataInputStream all, double time) {
    try {
      double value = all.readDouble();
      double deviation = all.readDouble();
      double asItCame = all.readDouble();
      double truth = all.readDouble();
      double restored = causal ? asItCame : restored(value);
      return hasTruth() ? new double[] {time, value, deviation, restored, truth}
          : new double[] {time, value, deviation, restored};
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(DataInputStream all) {
    try {
      all.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A column of the first rows as a series.
   *
   * @param column as in {@link #rows}, from 1
   * @param most rows that are taken
   */
  public Series series(int column, String name, String unit, int most) {
    try (Stream<double[]> all = rows()) {
      return new Series(name, unit, view.clock(), all.limit(most).mapToDouble(row -> row[column]).toArray());
    }
  }

  /** The names of the columns; a prediction that nobody said the level and size of is called "standardised". */
  public List<String> names(boolean isStandardised) {
    String said = isStandardised ? PredictionFile.STANDARDISED : PredictionFile.PREDICTED;
    return Stream.concat(Stream.of(PredictionFile.TIME, said, PredictionFile.DEVIATION, PredictionFile.RESTORED),
        hasTruth() ? Stream.of(PredictionFile.TRUTH) : Stream.of()).toList();
  }

  /** Writes all rows, as {@link PredictionFile} has them. */
  public void write(Path out, boolean isStandardised) {
    PredictionFile.write(out, names(isStandardised), this::rows, count, DIGITS);
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw noRoom(e);
    } finally {
      FileUtils.deleteQuietly(file.toFile());
    }
  }

  private static ModelException noRoom(IOException e) {
    return new ModelException("Predictions cannot be kept in the system's temporary folder (" + e.getMessage()
        + "); make room there.", e);
  }
}
