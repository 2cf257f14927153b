package faultslip.experiment;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tech.tablesaw.api.Table;

/** What was measured beside what the paper prints, in words: what reproduces, what does not. */
public final class Comparison {
  private Comparison() {}

  /** The paper's MAPE of an experiment, as text: "1.137 %"; "-" for an experiment it does not have. */
  public static String paperMape(String experiment) {
    OptionalDouble mape = inPaper(experiment);
    return mape.isPresent() ? String.format(Locale.ROOT, "%.3f %%", mape.getAsDouble()) : "-";
  }

  private static OptionalDouble inPaper(String experiment) {
    return Experiments.find(experiment).map(Experiment::paperMape).orElse(OptionalDouble.empty());
  }

  /** One line an experiment of the paper, and a simulation where there are several. */
  public static List<String> of(List<SeedSummary> summaries) {
    boolean several =
        summaries.stream().map(SeedSummary::simulation).filter(name -> !name.isEmpty()).distinct().count() > 1;
    return summaries.stream().filter(summary -> inPaper(summary.experiment()).isPresent())
        .map(summary -> line(summary, several)).toList();
  }

  /** One line an experiment of the paper that is among the rows. */
  public static List<String> lines(List<ResultRow> rows) {
    return of(new ResultTable(rows).summaries());
  }

  /** A table to read: every experiment over its seeds, beside the mean predictor and the paper. */
  public static Table table(List<ResultRow> rows) {
    return new ResultTable(rows).summaryTable(Comparison::paperMape);
  }

  private static String line(SeedSummary summary, boolean severalSimulations) {
    double paper = inPaper(summary.experiment()).orElseThrow();
    String verdict;
    if (summary.medianMape() >= summary.meanPredictorMape() || summary.medianR2() <= 0) {
      verdict = "does not reproduce: no better than predicting the mean (R² %.2f)".formatted(summary.medianR2());
    } else if (summary.medianMape() <= 1.25 * paper) {
      verdict = "reproduces on this recording";
    } else {
      verdict = "worse than the paper's, on another recording";
    }
    return String.format(Locale.ROOT, "%s: %.2f %% against %.3f %%; %s.", summary.name(severalSimulations),
        summary.medianMape(), paper, verdict);
  }
}
