package faultslip.evaluate.baseline;

import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;

/**
 * A regressor of the fault state on statistics of the emission, fitted on a training segment. It listens to the past
 * alone, where the network's windows also see what follows.
 */
public final class EmissionRegression {
  /** Raised when the same segments and seed give other numbers than before: kept ones are stale then. */
  public static final int REVISION = 1;

  // Held here, or the setting would go with the logger when that is collected.
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
  private static final String TARGET = "fault";
  /** Samples that a regressor learns from, about: neighbours say nearly the same, and trees take their time. */
  private static final int EXAMPLES = 1000;

  static {
    TRIBUO.setLevel(Level.WARNING);
  }

  private final EmissionStatistics statistics;
  private final List<Optional<Standardisation>> scales;
  private final Standardisation fault;
  private final Model<Regressor> model;
  private final String[] names;

  private EmissionRegression(EmissionStatistics statistics, List<Optional<Standardisation>> scales, Standardisation fault,
      Model<Regressor> model, String[] names) {
    this.statistics = statistics;
    this.scales = scales;
    this.fault = fault;
    this.model = model;
    this.names = names;
  }

  /**
   * Fits a regressor, on about a thousand samples evenly taken where there are more. Statistics and fault state are
   * standardised by the training segment.
   *
   * @param training nothing outside it has any influence
   * @param seed of the order of samples, of resampling and of the statistics drawn at a split
   * @throws faultslip.series.SeriesException if the fault state is constant
   */
  public static EmissionRegression train(RegressorKind kind, EmissionStatistics statistics, Recording training, long seed) {
    double[][] rows = statistics.of(training.emission());
    List<Optional<Standardisation>> scales = IntStream.range(0, rows[0].length)
        .mapToObj(column -> scale(rows, column)).toList();
    Standardisation fault = Standardisation.of(training.fault());
    double[] targets = fault.apply(training.fault().values());
    String[] names = statistics.names().toArray(String[]::new);
    List<Example<Regressor>> examples = new ArrayList<>();
    int stride = Math.max(1, rows.length / EXAMPLES);
    for (int i = 0; i < rows.length; i += stride) {
      examples.add(new ArrayExample<>(new Regressor(TARGET, targets[i]), names, scaled(rows[i], scales)));
    }
    RegressionFactory factory = new RegressionFactory();
    MutableDataset<Regressor> data = new MutableDataset<>(examples,
        new SimpleDataSourceProvenance("emission statistics", factory), factory);
    return new EmissionRegression(statistics, scales, fault, kind.trainer(seed).train(data), names);
  }

  /**
   * Predicts the fault state of a segment from its emission alone.
   *
   * @return of the segment's length and clock, in the fault state's unit
   */
  public Series predict(Recording segment) {
    double[][] rows = statistics.of(segment.emission());
    double[] predicted = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Regressor unknown = RegressionFactory.UNKNOWN_REGRESSOR;
      predicted[i] = model.predict(new ArrayExample<>(unknown, names, scaled(rows[i], scales))).getOutput().getValues()[0];
    }
    Series truth = segment.fault();
    return new Series(truth.name(), truth.unit(), truth.clock(), fault.invert(predicted));
  }

  private static Optional<Standardisation> scale(double[][] rows, int column) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = rows[i][column];
    }
    DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
    double largest = Math.max(Math.abs(range.getMin()), Math.abs(range.getMax()));
    boolean constant = range.getMax() - range.getMin() <= 1e-9 * largest;
    return constant ? Optional.empty()
        : Optional.of(Standardisation.of(new Series("statistic", "", new Clock(0, 1), values)));
  }

  /** Standard scores; a statistic that was constant in training says nothing and stays 0. */
  private static double[] scaled(double[] row, List<Optional<Standardisation>> scales) {
    double[] scaled = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      double value = row[i];
      scaled[i] = scales.get(i).map(scale -> (value - scale.mean()) / scale.deviation()).orElse(0.0);
    }
    return scaled;
  }
}
