package faultslip.figure;

import faultslip.data.TextTable;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.experiment.Campaign;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.experiment.Result;
import faultslip.experiment.Target;
import faultslip.study.Study.OtherRecordings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The time to failure: its truth, a saw-tooth, and what the cross-trained model says of it (a), then other models and
 * predictors without a network, each with its error in seconds.
 */
public final class Figure8 {

  private Figure8() {}

  /**
   * Cross-trained, zero-shot and lab only, as in the paper, and how far each looks ahead; the cross-trained nowcast, if
   * the study makes any; peaks of emission, the clock they set, the periodic predictor and the regressor of smallest
   * error; of each its seed of median MAE. Where a study has other recordings, as in the paper, the cross-trained model
   * on some of those. A {@link faultslip.FaultslipException} if the study does not say what a failure is.
   */
  public static Figure of(Campaign campaign) {
    List<TitledResult> results = new ArrayList<>(
        Stream.of(LearningRegime.CROSS_TRAINED, LearningRegime.ZERO_SHOT, LearningRegime.LAB_ONLY)
            .map(model -> titled(campaign, Lettering.capitalised(model.title()), model.id())).toList());
    String nowcast = "nowcast-cross-trained";
    if (!campaign.results("time-to-failure-" + nowcast).isEmpty()) {
      results.add(titled(campaign, "Cross-trained, a nowcast", nowcast));
    }
    results.add(titled(campaign, "Peaks of emission, counted down to", "peak-picker"));
    results.add(titled(campaign, "A clock that peaks of emission set", "emission-clock"));
    results.add(titled(campaign, "Periodic predictor: mean recurrence time after each failure", "periodic"));
    results.add(RegressorKind.registry().all().stream()
        .map(kind -> titled(campaign, "Best regressor on statistics of the emission: " + kind.title(), kind.id()))
        .min(Comparator.comparingDouble(each -> each.result().scores().mae())).orElseThrow());
    String unchanged = "time-to-failure-cross-trained";
    // Those without a fault state among them: their time to failure is known.
    OtherRecordings.everySecond(campaign.results(unchanged).stream().map(Result::recording).distinct().skip(1).toList())
        .forEach(recording -> results.add(new TitledResult(recording + ": cross-trained, unchanged",
            campaign.median(unchanged, recording))));
    return of(campaign.remark(Target.TIME_TO_FAILURE)
        + TextTable.text(" The mean predictor's MAE is %.2f s.",
            campaign.median("time-to-failure-mean").scores().mae()), results);
  }

  private static TitledResult titled(Campaign campaign, String title, String id) {
    Result median = campaign.median("time-to-failure-" + id, campaign.study().laboratory().recording().name());
    double ahead = median.row().reading().lookAhead();
    return new TitledResult(ahead == 0 ? title : TextTable.text("%s (hears %.0f s ahead)", title, ahead), median);
  }

  /** Any results, a stack a recording, the first panel taller; a {@link FigureException} if there is none. */
  public static Figure of(String subtitle, List<TitledResult> results) {
    List<PanelStack> stacks = TitledResult.stacks(results, 30, 21, TitledResult::errorInSeconds);
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, Stream.concat(stacks.stream().limit(1).map(List::of),
        PanelStack.abreast(stacks.stream().skip(1).toList()).stream()).toList());
  }
}
