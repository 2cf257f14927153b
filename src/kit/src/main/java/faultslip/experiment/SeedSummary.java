package faultslip.experiment;

import faultslip.evaluate.EvaluationException;
import faultslip.evaluate.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;

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
        row -> List.of(row.experiment(), row.subject().simulation(), row.recording()), LinkedHashMap::new,
        Collectors.toList())).values().stream().map(SeedSummary::new).toList();
  }

  /** Whether there are results of several simulations, so that they have to be told from each other. */
  public static boolean hasSeveralSimulations(List<ResultRow> rows) {
    return rows.stream().map(row -> row.subject().simulation()).filter(name -> !name.isEmpty()).distinct().count() > 1;
  }

  public String experiment() {
    return rows.get(0).experiment();
  }

  /** The simulation that was learned from; "" where none was. */
  public String simulation() {
    return rows.get(0).subject().simulation();
  }

  public String recording() {
    return rows.get(0).recording();
  }

  public String unit() {
    return rows.get(0).unit();
  }

  /** The experiment, with the simulation behind it where it has to be told from others: "zero-shot (fdem)". */
  public String name(boolean severalSimulations) {
    return experiment() + (severalSimulations && !simulation().isEmpty() ? " (" + simulation() + ")" : "");
  }

  public List<Long> seeds() {
    return rows.stream().map(ResultRow::seed).sorted().toList();
  }

  /** The seeds as text: "0–4", "0, 2". */
  public String seedText() {
    List<Long> seeds = seeds();
    long last = seeds.get(seeds.size() - 1);
    return seeds.size() > 1 && last - seeds.get(0) == seeds.size() - 1 ? seeds.get(0) + "–" + last
        : seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Median of a score over the seeds. */
  public double median(ToDoubleFunction<Scores> score) {
    return new Median().evaluate(values(score));
  }

  public double medianMape() {
    return median(Scores::mapePercent);
  }

  public double lowestMape() {
    return StatUtils.min(values(Scores::mapePercent));
  }

  public double highestMape() {
    return StatUtils.max(values(Scores::mapePercent));
  }

  /** MAPE of the mean predictor, in percent. */
  public double meanPredictorMape() {
    return rows.get(0).scores().meanPredictorMapePercent();
  }

  private double[] values(ToDoubleFunction<Scores> score) {
    return rows.stream().map(ResultRow::scores).mapToDouble(score).toArray();
  }
}
