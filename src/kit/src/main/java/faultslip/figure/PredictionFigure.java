package faultslip.figure;

import faultslip.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a model says of a recording that is no study's: as it comes, ±1 σ, and with its amplitude restored. */
public final class PredictionFigure {

  private PredictionFigure() {}

  /**
   * Two panels on one axis of time.
   *
   * @param remark above them, "" for none
   * @param predicted fault state, whose name and unit are those of the axes
   * @param deviation of it, of the same length
   * @param restored the same with its amplitude restored
   * @param truth where it is known
   */
  public static Figure of(String remark, Series predicted, Series deviation, Series restored, Optional<Series> truth) {
    ValueRange all = truth.map(ValueRange::of).map(range -> range.and(ValueRange.of(restored)))
        .orElseGet(() -> ValueRange.of(restored)).and(ValueRange.of(predicted));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, remark, List.of(List.of(PanelStack.of(
        new PanelStack.Row(panel(all, truth, predicted, Optional.of(deviation)), 35, "(a)", "As it comes"),
        new PanelStack.Row(panel(all, truth, restored, Optional.empty()), 35, "(b)", "Amplitude restored")))));
  }

  private static LinePanel panel(ValueRange range, Optional<Series> truth, Series said, Optional<Series> deviation) {
    double factor = range.factor();
    List<Line> lines = new ArrayList<>();
    truth.ifPresent(known -> lines.add(Line.of("truth", known, Optional.empty(), factor, FigureStyle.INK)));
    lines.add(Line.of(deviation.isPresent() ? "prediction ± 1 σ" : "prediction", said, deviation, factor,
        FigureStyle.PREDICTION));
    return new LinePanel("Time (s)", range.label(said), lines);
  }
}
