package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.experiment.Campaign;
import faultslip.experiment.Result;
import java.util.List;

/**
 * A prediction in full, as of the simulation baseline: input (a), target (b) and predicted scalogram (c) with the cone
 * of influence hatched, truth and prediction ±1 σ with the scores (d).
 */
public final class Figure2 {

  private Figure2() {}

  /** The simulation baseline of a campaign, its seed of median MAPE. */
  public static Figure of(Campaign campaign) {
    return of(campaign.remark(), campaign.median("simulation-baseline"));
  }

  /** Any network's result, with a remark above the panels, for instance which seed of how many is shown. */
  public static Figure of(String subtitle, Result result) {
    Prediction prediction = result.prediction();
    String emission = prediction.segment().emission().name();
    String fault = prediction.segment().fault().name();
    TitledResult shown = new TitledResult(Lettering.capitalised(fault), result);
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, List.of(List.of(PanelStack.of(
        new PanelStack.Row(ScalogramPanel.of(prediction.input(), ""), 21, "(a)", "Input: scalogram of " + emission),
        new PanelStack.Row(ScalogramPanel.of(prediction.target(), ""), 21, "(b)", "Target: scalogram of " + fault),
        new PanelStack.Row(shown.output(""), 21, "(c)", "Predicted scalogram of " + fault),
        new PanelStack.Row(shown.series(List.of(), TitledResult::score), 30, "(d)", shown.title())))));
  }
}
