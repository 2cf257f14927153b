package faultslip.figure;

import faultslip.experiment.Campaign;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.series.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Models compared on one recording: for each, (a), (b), (c) and so on, the input and the predicted scalogram, and truth
 * and prediction ±1 σ with the scores.
 */
public final class Figure3 {

  private Figure3() {
  }

  /** Laboratory only, zero-shot and cross-trained, of each its seed of median MAPE. */
  public static Figure of(Campaign campaign) {
    return of(campaign, LearningRegime.ON_LABORATORY.stream().map(LearningRegime::id).toArray(String[]::new));
  }

  /**
   * Some experiments of a campaign, by their ids, of each its seed of median MAPE.
   *
   * @throws faultslip.FaultslipException if there is no such experiment, or it is not one of networks
   */
  public static Figure of(Campaign campaign, String... experiments) {
    return of(campaign.remark(), Stream.of(experiments).map(id ->
        new TitledResult(Lettering.capitalised(campaign.experiment(id).title()), campaign.median(id))).toList());
  }

  /**
   * Any results of networks, with a remark above the panels, for instance which seed of how many is shown.
   *
   * @throws FigureException if there is none
   */
  public static Figure of(String subtitle, List<TitledResult> results) {
    List<List<PanelStack>> rows = new ArrayList<>();
    for (TitledResult each : results) {
      Recording segment = each.result().prediction().segment();
      rows.add(List.of(PanelStack.of(
          new PanelStack.Row(each.input("input: " + segment.emission().name()), 15, Lettering.tag(rows.size()),
              each.title()),
          new PanelStack.Row(each.output("predicted: " + segment.fault().name()), 15, "", ""),
          new PanelStack.Row(each.series(results, TitledResult::score), 22, "", ""))));
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, rows);
  }
}
