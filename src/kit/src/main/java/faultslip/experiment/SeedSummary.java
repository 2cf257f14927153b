package faultslip.experiment;

import faultslip.evaluate.EvaluationException;
import faultslip.evaluate.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * One experiment on one simulation and one recording over its seeds, with one amplitude: never a single number without
 * the spread.
 *
 * @param rows at least one, a seed each
 * @param mean that of the mean of their predictions, if it is among the results
 */
public record SeedSummary(List<ResultRow> rows, Optional<ResultRow> mean) {

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

  /** Median of a score over the seeds. */
  public double median(ToDoubleFunction<Scores> score) {
    return over(score).getPercentile(50);
  }
}
