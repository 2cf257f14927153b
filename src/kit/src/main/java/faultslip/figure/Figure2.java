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

  private Figure2() {
  }

  /** The simulation baseline of a campaign, its seed of median MAPE. */
  public static Figure of(Campaign campaign) {
    Result result = campaign.median("simulation-baseline");
    return of(result.prediction(), PanelScore.of(result.scores()), campaign.remark());
  }

  /** The figure, two columns wide. */
  public static Figure of(Prediction prediction, PanelScore score) {
    return of(prediction, score, "");
  }

  /** The figure with a remark above the panels, for instance which seed of how many is shown. */
  public static Figure of(Prediction prediction, PanelScore score, String subtitle) {
    String fault = prediction.segment().fault().name();
    // Target and prediction share their colours: an amplitude too small shows as paler.
    double limit = ScalogramPanel.limitOf(prediction.target());
    Panel input = ScalogramPanel.of(prediction.input(), "");
    Panel target = new ScalogramPanel(prediction.target(), "", limit);
    Panel output = new ScalogramPanel(prediction.output(), "", limit);
    Panel series = SeriesPanel.of(prediction, score.text());
    PanelStack stack = PanelStack.of(
        new PanelStack.Row(input, 21, "(a)", "Input: scalogram of " + prediction.segment().emission().name()),
        new PanelStack.Row(target, 21, "(b)", "Target: scalogram of " + fault),
        new PanelStack.Row(output, 21, "(c)", "Predicted scalogram of " + fault),
        new PanelStack.Row(series, 30, "(d)", Lettering.capitalised(fault)));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, List.of(List.of(stack)));
  }
}
