package faultslip.figure;

import faultslip.evaluate.baseline.RegressorKind;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.LearningRegime;
import faultslip.experiment.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The time to failure: its truth, a saw-tooth, and what the cross-trained model says of it (a), then other models and
 * predictors without a network, each with its error in seconds.
 */
public final class Figure8 {

  /**
   * One model's panel.
   *
   * @param title "Cross-trained"
   * @param result what the model says
   */
  public record Block(String title, Result result) {
  }

  private Figure8() {
  }

  /**
   * Cross-trained, zero-shot, lab only, the periodic predictor and the regressor of smallest error; of each its seed of
   * median MAE. Where a study has other recordings, as in the paper, the cross-trained model on some of those.
   *
   * @throws FigureException if the study does not say what a failure is
   */
  public static Figure of(Campaign campaign) {
    if (!campaign.study().hasFailures()) {
      throw FigureException.withoutFailures(campaign.study());
    }
    List<Block> blocks = new ArrayList<>();
    String laboratory = campaign.study().laboratory().recording().name();
    for (LearningRegime model : List.of(LearningRegime.CROSS_TRAINED, LearningRegime.ZERO_SHOT,
        LearningRegime.LAB_ONLY)) {
      blocks.add(new Block(Lettering.capitalised(model.title()), campaign.median("time-to-failure-" + model.id())));
    }
    blocks.add(new Block("Periodic predictor: mean recurrence time after each failure",
        campaign.median("time-to-failure-periodic", laboratory)));
    blocks.add(bestRegressor(campaign));
    String unchanged = "time-to-failure-cross-trained";
    campaign.study().others().shown().stream()
        .filter(recording -> !campaign.results(unchanged, recording.name()).isEmpty())
        .forEach(recording -> blocks.add(
            new Block(recording.name() + ": cross-trained, unchanged", campaign.median(unchanged, recording.name()))));
    Result mean = campaign.median("time-to-failure-mean");
    return of(campaign.remark(Experiment.LeadingScore.MAE)
        + String.format(Locale.ROOT, " The mean predictor's MAE is %.2f s.", mean.scores().mae()), blocks);
  }

  /**
   * Any results, a stack a recording, the first panel taller.
   *
   * @throws FigureException if there is none
   */
  public static Figure of(String subtitle, List<Block> blocks) {
    Map<String, List<Block>> byRecording = blocks.stream()
        .collect(Collectors.groupingBy(block -> block.result().recording(), LinkedHashMap::new, Collectors.toList()));
    List<PanelStack> stacks = new ArrayList<>();
    int panels = 0;
    for (List<Block> recording : byRecording.values()) {
      List<PanelStack.Row> rows = new ArrayList<>();
      for (Block block : recording) {
        rows.add(new PanelStack.Row(panel(block.result(), shown(recording)), panels == 0 ? 30 : 21,
            Lettering.tag(panels++), block.title()));
      }
      stacks.add(new PanelStack(rows));
    }
    List<List<PanelStack>> all = new ArrayList<>();
    stacks.stream().limit(1).forEach(first -> all.add(List.of(first)));
    all.addAll(PanelStack.abreast(stacks.subList(Math.min(1, stacks.size()), stacks.size())));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, all);
  }

  private static Panel panel(Result result, ValueRange shown) {
    String score = String.format(Locale.ROOT, "MAE %.2f s, R² %.2f", result.scores().mae(),
        result.scores().r2()).replace('-', '−');
    return new SeriesPanel(result.truth(), result.predicted(), result.images().map(p -> p.deviation()), score, shown);
  }

  // Panels of one recording share a range.
  private static ValueRange shown(List<Block> blocks) {
    return blocks.stream().map(Block::result).map(result -> result.images().map(SeriesPanel::extentOf)
        .orElse(ValueRange.of(result.truth()).and(ValueRange.of(result.predicted())))).reduce(ValueRange::and)
        .orElseThrow();
  }

  private static Block bestRegressor(Campaign campaign) {
    return RegressorKind.all().stream()
        .map(kind -> new Block("Best regressor on statistics of the emission: " + kind.title(),
        campaign.median("time-to-failure-" + kind.id())))
        .min(Comparator.comparingDouble(block -> block.result().scores().mae())).orElseThrow();
  }
}
