package faultslip.experiment;

import faultslip.evaluate.EvaluationException;
import faultslip.evaluate.Scores;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * One experiment over its seeds: never a single number without the spread.
 *
 * @param experiment which experiment
 * @param simulation that was learned from; "" where none was
 * @param recording the recording tested on
 * @param unit unit of MAE and RMSE, "" for a friction coefficient
 * @param seeds the seeds, ascending
 * @param medianMape median MAPE, in percent
 * @param lowestMape of any seed, in percent
 * @param highestMape of any seed, in percent
 * @param medianMae median mean absolute error, in that unit
 * @param medianRmse median root mean square error, in that unit
 * @param medianR2 median coefficient of determination
 * @param meanPredictorMape MAPE of the mean predictor, in percent
 */
public record SeedSummary(String experiment, String simulation, String recording, String unit, List<Long> seeds,
    double medianMape, double lowestMape, double highestMape, double medianMae, double medianRmse, double medianR2,
    double meanPredictorMape) {

  /** Copies the list. */
  public SeedSummary {
    seeds = List.copyOf(seeds);
  }

  /**
   * Sums up rows of one experiment, simulation and recording.
   *
   * @param rows at least one, a seed each
   * @throws EvaluationException if there are none
   */
  public static SeedSummary of(List<ResultRow> rows) {
    if (rows.isEmpty()) {
      throw new EvaluationException("No results to sum up; run the experiment for at least one seed.");
    }
    double[] mape = column(rows, Scores::mapePercent);
    ResultRow first = rows.get(0);
    return new SeedSummary(first.experiment(), first.subject().simulation(), first.recording(), first.unit(),
        rows.stream().map(ResultRow::seed).sorted().toList(), median(mape), StatUtils.min(mape), StatUtils.max(mape),
        median(column(rows, Scores::mae)), median(column(rows, Scores::rmse)), median(column(rows, Scores::r2)),
        first.scores().meanPredictorMapePercent());
  }

  /** The experiment, with the simulation behind it where it has to be told from others: "zero-shot (fdem)". */
  public String name(boolean severalSimulations) {
    return experiment + (severalSimulations && !simulation.isEmpty() ? " (" + simulation + ")" : "");
  }

  /** The seeds as text: "0–4", "0, 2". */
  public String seedText() {
    boolean consecutive = seeds.size() > 1 && seeds.get(seeds.size() - 1) - seeds.get(0) == seeds.size() - 1;
    return consecutive ? seeds.get(0) + "–" + seeds.get(seeds.size() - 1)
        : seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static double[] column(List<ResultRow> rows, ToDoubleFunction<Scores> score) {
    return rows.stream().map(ResultRow::scores).mapToDouble(score).toArray();
  }

  private static double median(double[] values) {
    return new Median().evaluate(values);
  }
}
