package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.experiment.Campaign;
import faultslip.experiment.LearningRegime;
import faultslip.experiment.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Models compared on one recording: for each, (a), (b), (c) and so on, the input and the predicted scalogram, and truth
 * and prediction ±1 σ with the scores.
 */
public final class Figure3 {

  /**
   * One model's part of the figure.
   *
   * @param title "Zero-shot transfer"
   * @param prediction what the model says
   * @param score printed in the panel
   */
  public record Block(String title, Prediction prediction, PanelScore score) {
  }

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
    return of(campaign.remark(), Stream.of(experiments).map(id -> {
      Result result = campaign.median(id);
      return new Block(Lettering.capitalised(campaign.experiment(id).title()), result.prediction(),
          PanelScore.of(result.scores()));
    }).toList());
  }

  /** The figure, two columns wide: laboratory only, zero-shot, cross-trained in the paper. */
  public static Figure of(Block... blocks) {
    return of("", List.of(blocks));
  }

  /**
   * The figure with a remark above the panels, for instance which seed of how many is shown.
   *
   * @throws FigureException if there is no block
   */
  public static Figure of(String subtitle, List<Block> blocks) {
    List<List<PanelStack>> rows = new ArrayList<>();
    for (Block block : blocks) {
      rows.add(List.of(stack(block, Lettering.tag(rows.size()),
          SeriesPanel.extentOf(block.prediction(), blocks.stream().map(Block::prediction)))));
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, rows);
  }

  private static PanelStack stack(Block block, String tag, ValueRange shown) {
    Prediction prediction = block.prediction();
    String fault = prediction.segment().fault().name();
    double limit = ScalogramPanel.limitOf(prediction.target());
    Panel input = ScalogramPanel.of(prediction.input(), "input: " + prediction.segment().emission().name());
    Panel output = new ScalogramPanel(prediction.output(), "predicted: " + fault, limit);
    Panel series = SeriesPanel.of(prediction, block.score().text(), shown);
    return PanelStack.of(new PanelStack.Row(input, 15, tag, block.title()), PanelStack.Row.of(output, 15),
        PanelStack.Row.of(series, 22));
  }
}
