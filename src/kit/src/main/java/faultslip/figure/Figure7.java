package faultslip.figure;

import faultslip.experiment.Campaign;
import faultslip.experiment.LimitedCycle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model says of the test segment that has learned from half a seismic cycle: for each half, the predicted
 * scalogram, and truth and prediction ±1 σ with the scores. Where a study has other recordings, as in the paper: truth
 * and prediction for some of those, both halves side by side. Drawn at the refined sampling of the predictions; the
 * scores are those at the recording's own samples.
 */
public final class Figure7 {

  private Figure7() {}

  /** Of both halves the seed of median MAPE; a {@link faultslip.FaultslipException} if the study knows no failures. */
  public static Figure of(Campaign campaign) {
    List<LimitedCycle> halves = List.of(LimitedCycle.values());
    List<TitledResult> tested =
        halves.stream().map(half -> new TitledResult(half.title(), campaign.median(half.id()))).toList();
    if (campaign.study().others().recordings().isEmpty()) {
      return of(campaign.remark(), tested);
    }
    List<TitledResult> others = campaign.study().others().shown().stream().flatMap(recording -> halves.stream()
        .map(half -> new TitledResult(recording.name() + ": " + half.title() + " half",
            campaign.median(half.id(), recording.name())))).toList();
    // A row a recording, a column a half.
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, campaign.remark(),
        TitledResult.stacks(others, 30, 30, TitledResult::score).stream()
            .map(stack -> stack.rows().stream().map(PanelStack::of).toList()).toList());
  }

  /** Results, titled by the half learned from ("post-failure"), under a remark; a {@link FigureException} if none. */
  public static Figure of(String subtitle, List<TitledResult> results) {
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, IntStream.range(0, results.size()).mapToObj(i -> {
      TitledResult each = results.get(i);
      return List.of(PanelStack.of(
          new PanelStack.Row(each.output("predicted: " + each.result().truth().name()), 20, Lettering.tag(i),
              "Latent space trained on the " + each.title() + " half of one cycle"),
          new PanelStack.Row(each.series(results, TitledResult::score), 26, "", "")));
    }).toList());
  }
}
