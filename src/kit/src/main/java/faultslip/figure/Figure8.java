package faultslip.figure;

import faultslip.evaluate.baseline.RegressorKind;
import faultslip.experiment.Campaign;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.experiment.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The time to failure: its truth, a saw-tooth, and what the cross-trained model says of it (a), then other models and
 * predictors without a network, each with its error in seconds.
 */
public final class Figure8 {

  private Figure8() {
  }

  /**
   * Cross-trained, zero-shot, lab only, the periodic predictor and the regressor of smallest error; of each its seed of
   * median MAE. Where a study has other recordings, as in the paper, the cross-trained model on some of those.
   *
   * @throws FigureException if the study does not say what a failure is
   */
  public static Figure of(Campaign campaign) {
    FigureException.requireFailures(campaign.study());
    List<TitledResult> results = new ArrayList<>();
    for (LearningRegime model : List.of(LearningRegime.CROSS_TRAINED, LearningRegime.ZERO_SHOT,
        LearningRegime.LAB_ONLY)) {
      results.add(titled(campaign, Lettering.capitalised(model.title()), model.id()));
    }
    results.add(new TitledResult("Periodic predictor: mean recurrence time after each failure",
        campaign.median("time-to-failure-periodic", campaign.study().laboratory().recording().name())));
    results.add(RegressorKind.registry().all().stream()
        .map(kind -> titled(campaign, "Best regressor on statistics of the emission: " + kind.title(), kind.id()))
        .min(Comparator.comparingDouble(each -> each.result().scores().mae())).orElseThrow());
    String unchanged = "time-to-failure-cross-trained";
    campaign.study().others().shown().stream()
        .filter(recording -> !campaign.results(unchanged, recording.name()).isEmpty())
        .forEach(recording -> results.add(new TitledResult(recording.name() + ": cross-trained, unchanged",
            campaign.median(unchanged, recording.name()))));
    return of(campaign.remark(Target.TIME_TO_FAILURE)
        + String.format(Locale.ROOT, " The mean predictor's MAE is %.2f s.",
            campaign.median("time-to-failure-mean").scores().mae()), results);
  }

  private static TitledResult titled(Campaign campaign, String title, String id) {
    return new TitledResult(title, campaign.median("time-to-failure-" + id));
  }

  /**
   * Any results, a stack a recording, the first panel taller.
   *
   * @throws FigureException if there is none
   */
  public static Figure of(String subtitle, List<TitledResult> results) {
    List<PanelStack> stacks = TitledResult.stacks(results, 30, 21, TitledResult::errorInSeconds);
    List<List<PanelStack>> rows = new ArrayList<>();
    stacks.stream().limit(1).forEach(first -> rows.add(List.of(first)));
    rows.addAll(PanelStack.abreast(stacks.stream().skip(1).toList()));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, rows);
  }
}
