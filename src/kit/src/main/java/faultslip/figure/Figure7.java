package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.LimitedCycle;
import faultslip.experiment.LimitedCycle.CyclePart;
import faultslip.experiment.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model says of the test segment that has learned from half a seismic cycle: for each half, the predicted
 * scalogram, and truth and prediction ±1 σ with the scores. Where a study has other recordings, as in the paper: truth
 * and prediction for some of those, both halves side by side.
 *
 * <p>Drawn at the refined sampling of the predictions; the scores are those at the recording's own samples.
 */
public final class Figure7 {

  /**
   * One half's part of the figure.
   *
   * @param half "post-failure"
   * @param result of the model that learned from it
   */
  public record Block(String half, Result result) {
  }

  private Figure7() {
  }

  /**
   * Both halves, of each the seed of median MAPE.
   *
   * @throws FigureException if the study does not say what a failure is
   */
  public static Figure of(Campaign campaign) {
    if (!campaign.study().hasFailures()) {
      throw FigureException.withoutFailures(campaign.study());
    }
    List<Experiment> halves = Stream.of(CyclePart.values()).<Experiment>map(LimitedCycle::new).toList();
    if (!campaign.study().others().recordings().isEmpty()) {
      return onOthers(campaign.remark(), campaign.study().others().shown().stream().map(recording ->
          halves.stream().map(half -> new Block(half.title(), campaign.median(half.id(), recording.name()))).toList())
              .toList());
    }
    return of(campaign.remark(),
        halves.stream().map(half -> new Block(half.title(), campaign.median(half.id()))).toList());
  }

  /** A row a recording, a column a half. */
  private static Figure onOthers(String subtitle, List<List<Block>> recordings) {
    List<List<PanelStack>> rows = new ArrayList<>();
    int panels = 0;
    for (List<Block> halves : recordings) {
      ValueRange shown = halves.stream().map(block -> block.result().prediction()).map(SeriesPanel::extentOf)
          .reduce(ValueRange::and).orElseThrow();
      List<PanelStack> row = new ArrayList<>();
      for (Block half : halves) {
        row.add(new PanelStack(List.of(new PanelStack.Row(
            SeriesPanel.of(half.result().prediction(), PanelScore.of(half.result().scores()).text(), shown), 30,
            Lettering.tag(panels++), half.result().recording() + ": " + half.half() + " half"))));
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
  public static Figure of(String subtitle, List<Block> results) {
    List<List<PanelStack>> rows = new ArrayList<>();
    for (Block result : results) {
      ValueRange shown = SeriesPanel.extentOf(result.result().prediction(),
          results.stream().map(block -> block.result().prediction()));
      rows.add(List.of(stack(result, Lettering.tag(rows.size()), shown)));
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, rows);
  }

  private static PanelStack stack(Block block, String tag, ValueRange shown) {
    Prediction prediction = block.result().prediction();
    // The colours of the truth: an amplitude too small shows as paler.
    Panel output = new ScalogramPanel(prediction.output(), "predicted: " + prediction.segment().fault().name(),
        ScalogramPanel.limitOf(prediction.target()));
    return PanelStack.of(
        new PanelStack.Row(output, 20, tag, "Latent space trained on the " + block.half() + " half of one cycle"),
        PanelStack.Row.of(SeriesPanel.of(prediction, PanelScore.of(block.result().scores()).text(), shown), 26));
  }
}
