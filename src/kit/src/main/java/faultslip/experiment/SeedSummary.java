package faultslip.experiment;

import faultslip.evaluate.EvaluationException;
import faultslip.evaluate.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * One experiment on one simulation and one recording over its seeds: never a single number without the spread.
 *
 * @param rows at least one, a seed each
 */
public record SeedSummary(List<ResultRow> rows) {

  /** @throws EvaluationException if there are no rows */
  public SeedSummary {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new EvaluationException("No results to sum up; run the experiment for at least one seed.");
    }
  }

  /** One an experiment, simulation and recording, in the order of the rows. */
  public static List<SeedSummary> all(List<ResultRow> rows) {
    return rows.stream().collect(Collectors.groupingBy(
        row -> List.of(row.experiment(), row.simulation(), row.recording()), LinkedHashMap::new, Collectors.toList()))
        .values().stream().map(SeedSummary::new).toList();
  }

  /** Whether there are results of several simulations, so that they have to be told from each other. */
  public static boolean hasSeveralSimulations(List<ResultRow> rows) {
    return rows.stream().map(ResultRow::simulation).filter(name -> !name.isEmpty()).distinct().count() > 1;
  }

  /** A row, for what all have in common: experiment, simulation, recording and unit. */
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
