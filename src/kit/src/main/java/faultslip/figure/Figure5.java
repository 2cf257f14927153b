package faultslip.figure;

import faultslip.experiment.Campaign;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.series.Recording;
import java.util.List;
import java.util.Optional;

/** The second experiment: for each other recording, truth and prediction ±1 σ by the unchanged models, with scores. */
public final class Figure5 {

  private Figure5() {}

  /**
   * The second experiment of a campaign, of each model and recording the seed of median MAPE. Empty if the study has no
   * other recording; {@code campaign.study().others().remark()} says why, and what to do about it.
   */
  public static Optional<Figure> of(Campaign campaign) {
    List<Recording> others = campaign.study().others().recordings();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<TitledResult> medians = others.stream().flatMap(recording -> LearningRegime.ON_LABORATORY.stream()
        .map(model -> new TitledResult(model.title(),
            campaign.median("second-experiment-" + model.id(), recording.name())))).toList();
    return Optional.of(of(campaign.study().others().remark() + " " + campaign.remark(), medians));
  }

  /** Results in the order given, a stack a recording, a panel a model; a {@link FigureException} if there is none. */
  public static Figure of(String subtitle, List<TitledResult> results) {
    List<TitledResult> named = results.stream()
        .map(each -> new TitledResult(each.result().recording() + ": " + each.title(), each.result())).toList();
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle,
        PanelStack.abreast(TitledResult.stacks(named, 24, 24, TitledResult::score)));
  }
}
