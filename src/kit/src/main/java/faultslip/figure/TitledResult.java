package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;
import faultslip.experiment.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One model's part of a figure.
 *
 * @param title "Zero-shot transfer"
 * @param result what the model says
 */
public record TitledResult(String title, Result result) {

  /** "MAPE 1.38 %, R² 0.93"; a score that is no number has no meaning and is left out. */
  static String score(Scores scores) {
    String mape = Double.isFinite(scores.mapePercent()) ? format("MAPE %.2f %%", scores.mapePercent()) : "";
    String fit = Double.isFinite(scores.r2()) ? format("R² %.2f", scores.r2()) : "";
    return mape + (mape.isEmpty() || fit.isEmpty() ? "" : ", ") + fit;
  }

  /** "MAE 1.23 s, R² 0.75". */
  static String errorInSeconds(Scores scores) {
    return format("MAE %.2f s, R² %.2f", scores.mae(), scores.r2());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).replace('-', '−');
  }

  /** Scalogram of the emission. */
  Panel input(String caption) {
    return ScalogramPanel.of(result.prediction().input(), caption);
  }

  /** Predicted scalogram in the colours of its target: an amplitude too small shows as paler. */
  Panel output(String caption) {
    Prediction prediction = result.prediction();
    return new ScalogramPanel(prediction.output(), caption, ScalogramPanel.limitOf(prediction.target()));
  }

  /** Truth and prediction; all results compared that are of the same recording show the same range. */
  LinePanel series(List<TitledResult> compared, Function<Scores, String> note) {
    ValueRange shown = compared.stream().filter(other -> other.result.recording().equals(result.recording()))
        .map(TitledResult::extent).reduce(extent(), ValueRange::and);
    return LinePanel.of(result.truth(), result.predicted(), result.images().map(Prediction::deviation), shown)
        .note(note.apply(result.scores()));
  }

  private ValueRange extent() {
    return result.images().map(ValueRange::of)
        .orElseGet(() -> ValueRange.of(result.truth()).and(ValueRange.of(result.predicted())));
  }

  /**
   * Truth and prediction of each result, a stack a recording, tagged from (a) on.
   *
   * @param firstMm height of the first panel, in millimetres
   * @param heightMm height of all others
   * @param note what of its scores is written into a panel
   */
  static List<PanelStack> stacks(List<TitledResult> results, double firstMm, double heightMm,
      Function<Scores, String> note) {
    Map<String, List<TitledResult>> byRecording = results.stream()
        .collect(Collectors.groupingBy(each -> each.result.recording(), LinkedHashMap::new, Collectors.toList()));
    List<PanelStack> stacks = new ArrayList<>();
    int panels = 0;
    for (List<TitledResult> recording : byRecording.values()) {
      List<PanelStack.Row> rows = new ArrayList<>();
      for (TitledResult each : recording) {
        rows.add(new PanelStack.Row(each.series(recording, note), panels == 0 ? firstMm : heightMm,
            Lettering.tag(panels++), each.title));
      }
      stacks.add(new PanelStack(rows));
    }
    return stacks;
  }
}
