package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.experiment.Campaign;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Models compared on one recording, each by input and predicted scalogram, truth, prediction ±1 σ and scores. */
public final class Figure3 {

  private Figure3() {}

  /** Laboratory only, zero-shot and cross-trained, of each its seed of median MAPE. */
  public static Figure of(Campaign campaign) {
    return of(campaign, LearningRegime.ON_LABORATORY.stream().map(LearningRegime::id).toArray(String[]::new));
  }

  /**
   * Some experiments of a campaign, by their ids, of each its seed of median MAPE; a
   * {@link faultslip.FaultslipException} if there is no such experiment, or it is not one of networks.
   */
  public static Figure of(Campaign campaign, String... experiments) {
    return of(campaign.remark(), Stream.of(experiments).map(id ->
        new TitledResult(Lettering.capitalised(campaign.experiment(id).title()), campaign.median(id))).toList());
  }

  /** Any results of networks, under a remark, such as which seeds are shown; a {@link FigureException} if none. */
  public static Figure of(String subtitle, List<TitledResult> results) {
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, IntStream.range(0, results.size()).mapToObj(i -> {
      TitledResult each = results.get(i);
      Prediction prediction = each.result().prediction();
      ScalogramPanel input = ScalogramPanel.of(prediction.input(), "input: " + prediction.segment().emission().name());
      return List.of(PanelStack.of(new PanelStack.Row(input, 15, Lettering.tag(i), each.title()),
          new PanelStack.Row(each.output("predicted: " + each.result().truth().name()), 15, "", ""),
          new PanelStack.Row(each.series(results, TitledResult::score), 22, "", "")));
    }).toList());
  }
}
