package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;
import faultslip.experiment.Amplitude;
import faultslip.experiment.Result;
import faultslip.experiment.ResultRow;
import faultslip.series.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One model's part of a figure: what it says, under a title such as "Zero-shot transfer". */
public record TitledResult(String title, Result result) {

  /** "MAPE 1.38 %, R² 0.93"; a score that is no number has no meaning and is left out. */
  static String score(Scores scores) {
    return Stream.of(format("MAPE %.2f %%", scores.mapePercent()), format("R² %.2f", scores.r2()))
        .filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
  }

  /** "MAE 1.23 s, R² 0.75". */
  static String errorInSeconds(Scores scores) {
    return format("MAE %.2f s", scores.mae()) + format(", R² %.2f", scores.r2());
  }

  private static String format(String format, double score) {
    return Double.isFinite(score) ? String.format(Locale.ROOT, format, score).replace('-', '−') : "";
  }

  /** Predicted scalogram in the colours of its target: an amplitude too small shows as paler. */
  ScalogramPanel output(String caption) {
    Prediction prediction = result.prediction();
    return new ScalogramPanel(prediction.output(), caption, ScalogramPanel.limitOf(prediction.target()), "σ");
  }

  /** Truth and prediction; all results compared that are of the same recording show the same range. */
  LinePanel series(List<TitledResult> compared, Function<Scores, String> note) {
    ValueRange shown = compared.stream().filter(other -> other.result.recording().equals(result.recording()))
        .map(TitledResult::extent).reduce(extent(), ValueRange::and);
    double factor = shown.factor();
    Optional<Series> deviation = asItComes().map(Prediction::deviation);
    List<Line> lines = List.of(Line.of("truth", result.truth(), Optional.empty(), factor, FigureStyle.INK),
        Line.of(deviation.isPresent() ? "prediction ± 1 σ" : "prediction", result.predicted(), deviation, factor,
            FigureStyle.PREDICTION));
    return new LinePanel("Time (s)", shown.label(result.truth()), lines)
        .showing(new ValueRange(factor * shown.low(), factor * shown.high())).note(note.apply(result.scores()));
  }

  // Of a nowcast there is no spread over windows, and that of others is not that of a restored amplitude.
  private Optional<Prediction> asItComes() {
    ResultRow.Reading reading = result.row().reading();
    return result.images().filter(images -> reading.amplitude() == Amplitude.RAW && reading.lookAhead() > 0);
  }

  private ValueRange extent() {
    return asItComes().map(ValueRange::of)
        .orElseGet(() -> ValueRange.of(result.truth()).and(ValueRange.of(result.predicted())));
  }

  /**
   * Truth and prediction of each result, a stack a recording, tagged from (a) on. The first panel may be higher than
   * all others; the note says what of its scores is written into a panel.
   */
  static List<PanelStack> stacks(List<TitledResult> results, double firstMm, double heightMm,
      Function<Scores, String> note) {
    List<TitledResult> order = results.stream()
        .collect(Collectors.groupingBy(each -> each.result.recording(), LinkedHashMap::new, Collectors.toList()))
        .values().stream().flatMap(List::stream).toList();
    return order.stream().map(each -> each.result.recording()).distinct().map(recording -> new PanelStack(
        IntStream.range(0, order.size()).filter(i -> order.get(i).result.recording().equals(recording))
            .mapToObj(i -> new PanelStack.Row(order.get(i).series(results, note), i == 0 ? firstMm : heightMm,
                Lettering.tag(i), order.get(i).title)).toList())).toList();
  }
}
