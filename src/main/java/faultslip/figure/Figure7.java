package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.experiment.Campaign;
import faultslip.experiment.CyclePart;
import faultslip.experiment.LimitedCycleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model says of the test segment that has learned from half a seismic cycle: for each half, the predicted
 * scalogram, and truth and prediction ±1 σ with the scores.
 *
 * <p>Drawn at the refined sampling of the predictions; the scores are those at the recording's own samples.
 */
public final class Figure7 {

  private Figure7() {
  }

  /**
   * Both halves, of each the seed of median MAPE.
   *
   * @throws FigureException if the study does not say what a failure is
   */
  public static Figure of(Campaign campaign) {
    if (campaign.limitedCycle().isEmpty()) {
      throw NoFailures.refusal(campaign.study());
    }
    return of(campaign.remark(), Stream.of(CyclePart.values()).map(campaign::limitedCycle)
        .map(seeds -> Campaign.median(seeds, result -> result.scores().mapePercent())).toList());
  }

  /**
   * Results, from top to bottom, with a remark above them.
   *
   * @throws FigureException if there is none
   */
  public static Figure of(String subtitle, List<LimitedCycleResult> results) {
    List<List<PanelStack>> rows = new ArrayList<>();
    for (LimitedCycleResult result : results) {
      Extent shown = SeriesPanel.extentOf(result.prediction(), results.stream().map(LimitedCycleResult::prediction));
      rows.add(List.of(stack(result, Lettering.tag(rows.size()), shown)));
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, rows);
  }

  private static PanelStack stack(LimitedCycleResult result, String tag, Extent shown) {
    Prediction prediction = result.prediction();
    // The colours of the truth: an amplitude too small shows as paler.
    Panel output = new ScalogramPanel(prediction.output(), "predicted: " + prediction.segment().fault().name(),
        ScalogramPanel.limitOf(prediction.target()));
    return PanelStack.of(
        new PanelStack.Row(output, 20, tag, "Latent space trained on the " + result.part().id() + " half of one cycle"),
        PanelStack.Row.of(SeriesPanel.of(prediction, PanelScore.of(result.scores()).text(), shown), 26));
  }
}
