package faultslip.evaluate.baseline;

import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.baseline.DummyRegressionTrainer;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/**
 * A regressor of the fault state on statistics of the emission, fitted on a training segment. Its statistics say if
 * it listens to the past alone, or also to what follows, as a network's windows do.
 */
public final class EmissionRegression {
  /** Raised when the same segments and seed give other numbers than before: kept ones are stale then. */
  public static final int REVISION = 2;

  // Held here, or the setting would go with the logger when that is collected.
  private static final Logger TRIBUO = Logger.getLogger("org.tribuo");
  /** Samples that a regressor learns from, about: neighbours say nearly the same, and trees take their time. */
  private static final int EXAMPLES = 1000;

  static {
    TRIBUO.setLevel(Level.WARNING);
  }

  private final EmissionStatistics statistics;
  private final String[] names;
  private final int[] columns;
  private final Standardisation fault;
  private final Model<Regressor> model;

  /**
   * Fits a regressor, on about a thousand samples evenly taken where there are more. Statistics and fault state are
   * standardised by the training segment; a statistic that is constant there says nothing and is left out. If all are,
   * whatever is asked for predicts the mean.
   *
   * @param training nothing outside it has any influence
   * @param seed of the order of samples, of resampling and of the statistics drawn at a split
   * @throws faultslip.series.SeriesException if the fault state is constant
   */
  public EmissionRegression(RegressorKind kind, EmissionStatistics statistics, Recording training, long seed) {
    double[][] all = statistics.of(training.emission());
    int stride = Math.max(1, all.length / EXAMPLES);
    int[] learned = IntStream.range(0, all.length).filter(sample -> sample % stride == 0).toArray();
    int[] varying = IntStream.range(0, all[0].length)
        .filter(column -> varies(IntStream.of(learned).mapToDouble(sample -> all[sample][column]))).toArray();
    boolean silent = varying.length == 0;
    this.statistics = statistics;
    this.columns = silent ? new int[] {0} : varying;
    this.names = IntStream.of(columns).mapToObj(statistics.names()::get).toArray(String[]::new);
    this.fault = Standardisation.of(training.fault());
    double[] targets = fault.apply(training.fault().values());
    RegressionFactory factory = new RegressionFactory();
    MutableDataset<Regressor> data = new MutableDataset<>(
        IntStream.of(learned).mapToObj(i -> example(new Regressor("fault", targets[i]), all[i])).toList(),
        new SimpleDataSourceProvenance("%s of '%s'".formatted(statistics, training.name()), factory), factory);
    this.model = (silent ? DummyRegressionTrainer.createMeanTrainer() : standardising(kind, seed)).train(data);
  }

  /**
   * Where a regressor comes from before it has seen any data: trainer, every setting, seed and transformations, as
   * Tribuo writes them. The same kind and seed give the same text.
   */
  public static String provenance(RegressorKind kind, long seed) {
    return ProvenanceUtil.formattedProvenanceString(standardising(kind, seed).getProvenance());
  }

  /** Where this regressor comes from: trainer, data set, times, Java and system, as Tribuo writes them. */
  public String provenance() {
    return ProvenanceUtil.formattedProvenanceString(model.getProvenance());
  }

  /**
   * Predicts the fault state of a segment from its emission alone.
   *
   * @return of the segment's length and clock, in the fault state's unit
   */
  public Series predict(Recording segment) {
    double[] predicted = Arrays.stream(statistics.of(segment.emission()))
        .map(row -> model.predict(example(RegressionFactory.UNKNOWN_REGRESSOR, row)))
        .mapToDouble(prediction -> prediction.getOutput().getValues()[0]).toArray();
    return segment.fault().with(fault.invert(predicted));
  }

  private static Trainer<Regressor> standardising(RegressorKind kind, long seed) {
    return new TransformTrainer<>(kind.trainer(seed), new TransformationMap(List.of(new MeanStdDevTransformation())));
  }

  private Example<Regressor> example(Regressor output, double[] row) {
    return new ArrayExample<>(output, names, IntStream.of(columns).mapToDouble(column -> row[column]).toArray());
  }

  /** Whether a statistic moves by more than its rounding. */
  private static boolean varies(DoubleStream values) {
    DoubleSummaryStatistics range = values.summaryStatistics();
    return range.getMax() - range.getMin() > 1e-9 * Math.max(Math.abs(range.getMin()), Math.abs(range.getMax()));
  }
}
