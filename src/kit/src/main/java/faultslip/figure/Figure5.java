package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.SecondExperimentResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The second experiment: for each other recording, truth and prediction ±1 σ by the models of the core chain, unchanged,
 * with the scores.
 */
public final class Figure5 {
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
    List<SecondExperimentResult> medians = campaign.study().others().recordings().stream()
        .flatMap(recording -> Experiment.ON_LABORATORY.stream().map(model -> median(campaign.secondExperiment(model), recording.name())))
        .toList();
    return Optional.of(of(campaign.study().others().remark() + " " + campaign.remark(), medians));
  }

  /**
   * Results of several models and recordings, in the order given: a stack a recording, a panel a model.
   *
   * @throws FigureException if there is no result
   */
  public static Figure of(String subtitle, List<SecondExperimentResult> results) {
    List<PanelStack> stacks = new ArrayList<>();
    int panels = 0;
    for (List<SecondExperimentResult> models : byRecording(results).values()) {
      stacks.add(stack(models, panels));
      panels += models.size();
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, PanelStack.abreast(stacks));
  }

  private static SecondExperimentResult median(List<SecondExperimentResult> results, String recording) {
    return Campaign.median(byRecording(results).get(recording), result -> result.scores().mapePercent());
  }

  private static Map<String, List<SecondExperimentResult>> byRecording(List<SecondExperimentResult> results) {
    return results.stream().collect(Collectors.groupingBy(result -> result.prediction().segment().name(),
        LinkedHashMap::new, Collectors.toList()));
  }

  private static PanelStack stack(List<SecondExperimentResult> models, int panelsBefore) {
    Extent shown = models.stream().map(SecondExperimentResult::prediction).map(SeriesPanel::extentOf)
        .reduce(Extent::and).orElseThrow();
    List<PanelStack.Row> rows = new ArrayList<>();
    for (SecondExperimentResult result : models) {
      Prediction prediction = result.prediction();
      rows.add(new PanelStack.Row(SeriesPanel.of(prediction, PanelScore.of(result.scores()).text(), shown), 24,
          Lettering.tag(panelsBefore + rows.size()), prediction.segment().name() + ": " + result.model().title()));
    }
    return new PanelStack(rows);
  }
}
