package faultslip.model;

import faultslip.data.TextTable;
import faultslip.evaluate.Scores;
import faultslip.evaluate.certainty.FoundFailures;
import faultslip.inspect.CriterionSearch;
import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * What a prediction is worth, held against what the fault did.
 *
 * @param asItComes scores of the prediction
 * @param restored scores of the one with its amplitude restored
 * @param failures which of them it finds; empty where fewer than two are known
 */
public record Evaluation(Scores asItComes, Scores restored, Optional<FoundFailures> failures) {
  /** Of the mean recurrence: a predicted failure belongs to a true one that is nearer. */
  private static final double NEAR = 0.25;

  /**
   * Holds predictions against the truth.
   *
   * @param failures what they are, in means of how many samples; empty if it is not known
   * @throws faultslip.FaultslipException if lengths differ, or the truth is constant or 0 somewhere
   */
  public static Evaluation of(Series truth, Series predicted, Series restored, Optional<Criterion> failures) {
    double mean = Standardisation.of(truth).mean();
    return new Evaluation(Scores.of(truth, predicted, mean), Scores.of(truth, restored, mean),
        failures.flatMap(known -> found(known.criterion, truth.blockMeans(known.block),
            restored.blockMeans(known.block))));
  }

  /** As the other, of failures that are searched for in the truth, which recurs so often, in seconds. */
  public static Evaluation of(Series truth, Series predicted, Series restored, double recurrence) {
    return of(truth, predicted, restored, CriterionSearch.atPace(truth, recurrence)
        .map(search -> new Criterion(search.block(), search.criterion())));
  }

  private static Optional<FoundFailures> found(FailureCriterion criterion, Series truth, Series restored) {
    FailureCatalogue all = criterion.find(truth);
    return all.size() < 2 ? Optional.empty() : Optional.of(FoundFailures.of(truth, restored, all.failures(),
        criterion.find(restored).failures(), NEAR * all.meanRecurrence()));
  }

  /** What a failure is, in means of so many samples. */
  public record Criterion(int block, FailureCriterion criterion) {}

  /** The scores, a line each, for people. */
  public String lines() {
    return line("As it comes", asItComes) + "\n" + line("Amplitude restored", restored) + failures.map(found ->
        TextTable.text("%nFailures: %d of %d found (by chance %.0f %%), %d false alarms; off by %.3g s, drops %.2f of "
            + "the true ones.", Math.round(found.share() * found.failures().size()), found.failures().size(),
            100 * found.chance(), found.falseAlarms(), found.timingError(), found.dropRatio())).orElse("");
  }

  private static String line(String name, Scores scores) {
    return TextTable.text("%s: MAPE %.2f %% (the mean: %.2f %%), MAE %.4g, RMSE %.4g, R² %.2f, over %,d samples.", name,
        scores.mapePercent(), scores.meanPredictorMapePercent(), scores.mae(), scores.rmse(), scores.r2(),
        scores.samples());
  }

  /** Every true failure, when it was predicted, and how large; empty where failures are not known. */
  public Optional<Table> events() {
    return failures.map(found -> new TextTable<>("failures", found.failures())
        .column("time, s", "%.3f", FoundFailures.TrueFailure::time).column("drop", "%.4f",
            FoundFailures.TrueFailure::drop)
        .column("predicted, s later", each -> each.predicted()
            .map(pair -> TextTable.text("%+.3f", pair.delay())).orElse("missed"))
        .column("predicted drop", each -> each.predicted().map(pair -> TextTable.text("%.4f", pair.drop())).orElse(""))
        .table());
  }
}
