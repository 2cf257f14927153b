package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.experiment.Campaign;
import faultslip.experiment.LearningRegime;
import faultslip.experiment.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The second experiment: for each other recording, truth and prediction ±1 σ by the models of the core chain,
 * unchanged, with the scores.
 */
public final class Figure5 {

  /**
   * One model's panel.
   *
   * @param title "cross-trained"
   * @param result what the model says
   */
  public record Block(String title, Result result) {
  }

  private Figure5() {
  }

  /**
   * The second experiment of a campaign, of each model and recording the seed of median MAPE.
   *
   * @return empty if the study has no other recording; {@code campaign.study().others().remark()} says why, and what to
   *     do about it
   */
  public static Optional<Figure> of(Campaign campaign) {
    if (campaign.study().others().recordings().isEmpty()) {
      return Optional.empty();
    }
    List<Block> medians = campaign.study().others().recordings().stream().flatMap(recording ->
        LearningRegime.ON_LABORATORY.stream().map(model -> new Block(model.title(),
            campaign.median("second-experiment-" + model.id(), recording.name())))).toList();
    return Optional.of(of(campaign.study().others().remark() + " " + campaign.remark(), medians));
  }

  /**
   * Results of several models and recordings, in the order given: a stack a recording, a panel a model.
   *
   * @throws FigureException if there is no result
   */
  public static Figure of(String subtitle, List<Block> results) {
    List<PanelStack> stacks = new ArrayList<>();
    int panels = 0;
    for (List<Block> models : byRecording(results).values()) {
      stacks.add(stack(models, panels));
      panels += models.size();
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, PanelStack.abreast(stacks));
  }

  private static Map<String, List<Block>> byRecording(List<Block> results) {
    return results.stream().collect(Collectors.groupingBy(block -> block.result().recording(),
        LinkedHashMap::new, Collectors.toList()));
  }

  private static PanelStack stack(List<Block> models, int panelsBefore) {
    ValueRange shown = models.stream().map(block -> block.result().prediction()).map(SeriesPanel::extentOf)
        .reduce(ValueRange::and).orElseThrow();
    List<PanelStack.Row> rows = new ArrayList<>();
    for (Block block : models) {
      Result result = block.result();
      Prediction prediction = result.prediction();
      rows.add(new PanelStack.Row(SeriesPanel.of(prediction, PanelScore.of(result.scores()).text(), shown), 24,
          Lettering.tag(panelsBefore + rows.size()), prediction.segment().name() + ": " + block.title()));
    }
    return new PanelStack(rows);
  }
}
