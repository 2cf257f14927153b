package faultslip.figure;

import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.ResultRow;
import faultslip.experiment.SeedSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * All results at a glance, MAPE over its seeds: of the fault state (a) and, where there are any, of the time to failure
 * (b), whose MAPE leaves out what is near zero.
 */
public final class ResultsFigure {
  private static final String TIME_TO_FAILURE = "time-to-failure-";
  private static final String SECOND = "second-experiment-";

  private ResultsFigure() {
  }

  /** Every result of a campaign; needs all of its models. */
  public static Figure of(Campaign campaign) {
    return of(campaign.rows(), campaign.study().method().isQuick() ? campaign.remark() : "");
  }

  /**
   * Any results, in the order given.
   *
   * @throws FigureException if there is none
   */
  public static Figure of(List<ResultRow> results, String subtitle) {
    List<DotPlot.Row> states = dots(results.stream().filter(row -> !isTime(row)).toList());
    // The line of the mean predictor is in each plot; it needs no row of its own.
    List<DotPlot.Row> times = dots(results.stream()
        .filter(row -> isTime(row) && !row.experiment().equals(TIME_TO_FAILURE + "mean")).toList());
    double left = 10 + Stream.concat(states.stream(), times.stream())
        .mapToDouble(row -> Lettering.width(row.name())).max()
        .orElseThrow(() -> new FigureException("No results to show; run the experiments for at least one seed."));
    List<List<Drawing>> rows = new ArrayList<>();
    if (!states.isEmpty()) {
      rows.add(List.of(new DotPlot("(a)", "Fault state", states, "MAPE (%)", left)));
    }
    if (!times.isEmpty()) {
      rows.add(List.of(new DotPlot(Lettering.tag(rows.size()), "Time to failure", times,
          "MAPE where there is more than a tenth of a cycle to go (%)", left)));
    }
    rows.add(List.of(new DotPlot.Key()));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, rows);
  }

  private static boolean isTime(ResultRow row) {
    return row.experiment().startsWith(TIME_TO_FAILURE);
  }

  private static List<DotPlot.Row> dots(List<ResultRow> results) {
    List<DotPlot.Row> rows = new ArrayList<>();
    List<SeedSummary> summaries = SeedSummary.all(results);
    for (SeedSummary summary : summaries) {
      // What was tested on several recordings says on which.
      ResultRow row = summary.first();
      boolean several = summaries.stream().map(SeedSummary::first).filter(other ->
          other.experiment().equals(row.experiment()) && other.simulation().equals(row.simulation())).count() > 1;
      OptionalDouble paper =
          Experiment.find(row.experiment()).map(Experiment::paperMape).orElse(OptionalDouble.empty());
      String where = several || row.experiment().startsWith(SECOND) ? " (" + row.recording() + ")" : "";
      boolean told = SeedSummary.hasSeveralSimulations(results) && !row.simulation().isEmpty();
      String from = told ? " from " + row.simulation() : "";
      rows.add(new DotPlot.Row(name(row.experiment()) + from + where, summary, paper));
    }
    return rows;
  }

  /** "Second experiment: cross-trained", "Zero-shot transfer". */
  private static String name(String id) {
    for (String family : List.of(SECOND, "limited-cycle-", "baseline-", TIME_TO_FAILURE)) {
      if (id.startsWith(family)) {
        String model = title(id.substring(family.length()));
        return family.equals(TIME_TO_FAILURE) ? Lettering.capitalised(model)
            : Lettering.capitalised(spaced(family).strip()) + ": " + model;
      }
    }
    return Lettering.capitalised(title(id));
  }

  private static String title(String id) {
    return Experiment.find(id).map(Experiment::title).orElseGet(() -> id.endsWith("-failure") ? id : spaced(id));
  }

  private static String spaced(String id) {
    return id.replace('-', ' ');
  }
}
