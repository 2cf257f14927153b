package faultslip.experiment;

import faultslip.data.TextTable;
import faultslip.evaluate.EvaluationException;
import faultslip.evaluate.Scores;
import faultslip.evaluate.certainty.ConfidenceInterval;
import faultslip.evaluate.certainty.CycleErrors;
import faultslip.evaluate.certainty.ErrorScore;
import faultslip.evaluate.certainty.FoundFailures;
import faultslip.evaluate.certainty.FoundFailures.TrueFailure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * One experiment on one simulation and one recording over its seeds, with one amplitude: never a single number without
 * the spread.
 *
 * @param rows at least one, a seed each
 * @param mean that of the mean of their predictions, if it is among the results
 */
public record SeedSummary(List<ResultRow> rows, Optional<ResultRow> mean) {

  static final double LEVEL = 0.95;
  static final int DRAWS = 2000;
  static final long SEED = 0;

  /** @throws EvaluationException if there are no rows */
  public SeedSummary {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new EvaluationException("No results to sum up; run the experiment for at least one seed.");
    }
  }

  /** One an experiment, simulation, recording and amplitude, in the order of the rows. */
  public static List<SeedSummary> all(List<ResultRow> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> List.of(row.experiment(), row.simulation(),
        row.recording(), row.reading()), LinkedHashMap::new, Collectors.partitioningBy(ResultRow::isMean)))
        .values().stream().map(of -> new SeedSummary(of.get(false), of.get(true).stream().findFirst())).toList();
  }

  /** Those of predictions as they come, whose amplitude is not restored. */
  public static List<SeedSummary> plain(List<ResultRow> rows) {
    return all(rows.stream().filter(row -> row.reading().amplitude() == Amplitude.RAW).toList());
  }

  /** Whether there are results of several simulations, so that they have to be told from each other. */
  public static boolean hasSeveralSimulations(List<ResultRow> rows) {
    return rows.stream().map(ResultRow::simulation).filter(name -> !name.isEmpty()).distinct().count() > 1;
  }

  /** A row, for what all have in common: experiment, simulation, recording, unit and reading. */
  public ResultRow first() {
    return rows.get(0);
  }

  public List<Long> seeds() {
    return rows.stream().map(ResultRow::seed).sorted().toList();
  }

  /** A score over the seeds. */
  public DescriptiveStatistics over(ToDoubleFunction<Scores> score) {
    return new DescriptiveStatistics(rows.stream().map(ResultRow::scores).mapToDouble(score).toArray());
  }

  /** The median of scores, and what they lie between: "1.05 % (0.95–1.25)"; one alone has no range. */
  public static String range(String format, String unit, DescriptiveStatistics scores) {
    return TextTable.text(format, scores.getPercentile(50)) + unit + (scores.getN() == 1 ? ""
        : " (" + TextTable.text(format, scores.getMin()) + "–" + TextTable.text(format, scores.getMax()) + ")");
  }

  /**
   * The middle 95 % of the median of a score over the seeds, had other cycles been recorded; empty where cycles are not
   * known. What seeds differ by is the noise of initialisation alone, and is not in it.
   */
  public Optional<ConfidenceInterval> interval(ErrorScore score) {
    return draws(score, ResultRow.Cycles::errors).map(draws -> ConfidenceInterval.of(LEVEL, draws));
  }

  /** The median over the seeds in each draw of cycles. */
  private Optional<double[]> draws(ErrorScore score, Function<ResultRow.Cycles, Optional<CycleErrors>> errors) {
    return rows.stream().anyMatch(row -> errors.apply(row.cycles()).isEmpty()) ? Optional.empty()
        : Optional.of(medians(rows.stream()
            .map(row -> errors.apply(row.cycles()).orElseThrow().resampled(score, DRAWS, SEED)).toList()));
  }

  private double median(ErrorScore score, Function<ResultRow.Cycles, Optional<CycleErrors>> errors) {
    return median(rows.stream().mapToDouble(row -> errors.apply(row.cycles()).orElseThrow().score(score)));
  }

  /** By how much a score is larger than another's of the same truth; empty where cycles are not known. */
  Optional<Difference> to(SeedSummary other, ErrorScore score) {
    return difference(score, ResultRow.Cycles::errors, other, ResultRow.Cycles::errors);
  }

  /** By how much a score is larger than that of always saying the mean. */
  Optional<Difference> toTheMean(ErrorScore score) {
    return difference(score, ResultRow.Cycles::errors, this, ResultRow.Cycles::ofMean);
  }

  private Optional<Difference> difference(ErrorScore score, Function<ResultRow.Cycles, Optional<CycleErrors>> errors,
      SeedSummary other, Function<ResultRow.Cycles, Optional<CycleErrors>> others) {
    // Of one truth both draw the same cycles.
    return draws(score, errors).flatMap(mine -> other.draws(score, others).map(theirs -> new Difference(
        first().recording(), median(score, errors) - other.median(score, others),
        IntStream.range(0, DRAWS).mapToDouble(i -> mine[i] - theirs[i]).toArray())));
  }

  /** Which failures each seed finds; none where it is not known what a failure is. */
  public List<FoundFailures> failures() {
    return rows.stream().flatMap(row -> row.cycles().failures().stream()).toList();
  }

  /** A number of failures, median over the seeds, from another one on; empty where it has no value. */
  Optional<Difference> ofFailures(Function<FoundFailures, ToDoubleFunction<List<TrueFailure>>> number, double from) {
    double median = median(failures().stream().mapToDouble(seed -> number.apply(seed).applyAsDouble(seed.failures())));
    List<double[]> draws =
        failures().stream().map(seed -> seed.resampled(number.apply(seed), DRAWS, SEED)).toList();
    return Double.isNaN(median) ? Optional.empty() : Optional.of(new Difference(first().recording(), median + from,
        Arrays.stream(medians(draws)).map(draw -> draw + from).toArray()));
  }

  private static double[] medians(List<double[]> draws) {
    return IntStream.range(0, DRAWS).mapToDouble(i -> median(draws.stream().mapToDouble(each -> each[i]))).toArray();
  }

  private static double median(DoubleStream values) {
    return StatUtils.percentile(values.filter(value -> !Double.isNaN(value)).toArray(), 50); // of none: NaN
  }

  /** A number, or what two of them differ by, as it is, and as it came out in draws of cycles. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
  record Difference(String recording, double value, double[] draws) {

    ConfidenceInterval interval() {
      return ConfidenceInterval.of(LEVEL, draws);
    }
  }

  /** Median of a score over the seeds. */
  public double median(ToDoubleFunction<Scores> score) {
    return over(score).getPercentile(50);
  }
}
