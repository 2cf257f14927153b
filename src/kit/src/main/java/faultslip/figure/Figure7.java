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
 * scalogram, and truth and prediction ±1 σ with the scores. Where a study has other recordings, as in the paper: truth and
 * prediction for some of those, both halves side by side.
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
    if (!campaign.study().others().recordings().isEmpty()) {
      return onOthers(campaign.remark(), campaign.study().others().shown().stream().map(recording ->
          Stream.of(CyclePart.values()).map(part -> median(campaign.limitedCycleOnOthers(part).stream()
              .filter(result -> result.row().recording().equals(recording.name())).toList())).toList()).toList());
    }
    return of(campaign.remark(), Stream.of(CyclePart.values()).map(campaign::limitedCycle).map(Figure7::median).toList());
  }

  private static LimitedCycleResult median(List<LimitedCycleResult> seeds) {
    return Campaign.median(seeds, result -> result.scores().mapePercent());
  }

  /** A row a recording, a column a half. */
  private static Figure onOthers(String subtitle, List<List<LimitedCycleResult>> recordings) {
    List<List<PanelStack>> rows = new ArrayList<>();
    int panels = 0;
    for (List<LimitedCycleResult> halves : recordings) {
      Extent shown = halves.stream().map(LimitedCycleResult::prediction).map(SeriesPanel::extentOf).reduce(Extent::and).orElseThrow();
      List<PanelStack> row = new ArrayList<>();
      for (LimitedCycleResult half : halves) {
        row.add(new PanelStack(List.of(new PanelStack.Row(
            SeriesPanel.of(half.prediction(), PanelScore.of(half.scores()).text(), shown), 30, Lettering.tag(panels++),
            half.row().recording() + ": " + half.part().id() + " half"))));
      }
      rows.add(row);
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, rows);
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
