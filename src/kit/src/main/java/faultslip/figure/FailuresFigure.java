package faultslip.figure;

import faultslip.evaluate.certainty.FoundFailures;
import faultslip.evaluate.certainty.FoundFailures.TrueFailure;
import faultslip.experiment.Campaign;
import faultslip.experiment.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Failures of the test segment, experiment by experiment: by how much the fault state falls, predicted against true
 * (a; a missed one falls by nothing), and how late those that were found come (b, if any was; dots of one failure stand
 * side by side).
 */
public final class FailuresFigure {
  /** Share of the segment by which dots of one failure are apart: they would hide each other. */
  private static final double BESIDE = 0.012;

  private FailuresFigure() {}

  /**
   * What the models of median score say of each failure; empty where it is not known what a failure is.
   *
   * @param experiments ids of at most five, whose colours are told apart
   * @throws faultslip.FaultslipException if there is no such experiment, or it cannot be made on the study
   */
  public static Optional<Figure> of(Campaign campaign, String... experiments) {
    List<Result> shown = Stream.of(experiments).map(campaign::median)
        .filter(result -> result.row().cycles().failures().isPresent()).toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    Result first = shown.get(0);
    String unit = first.row().unit().isEmpty() ? "" : " (" + first.row().unit() + ")";
    List<Line> drops = new ArrayList<>(dots(campaign, shown, 0, all -> all, TrueFailure::drop,
        failure -> failure.predicted().map(FoundFailures.PredictedFailure::drop).orElse(0.0)));
    double[] ends = {0, failures(first).stream().mapToDouble(TrueFailure::drop).max().orElseThrow()};
    drops.add(Line.of("as large as true", ends, ends, FigureStyle.FAINT_INK).dashed());
    List<Line> delays = dots(campaign, shown, BESIDE * first.prediction().segment().length()
        * first.prediction().segment().clock().interval(),
        all -> all.stream().filter(failure -> failure.predicted().isPresent()).toList(), TrueFailure::time,
        failure -> failure.predicted().orElseThrow().delay());
    List<PanelStack> panels = new ArrayList<>(List.of(panel(new LinePanel("True drop" + unit, "Predicted drop" + unit,
        drops), "(a)", "How deep the failures of " + first.recording() + " are")));
    if (!delays.isEmpty()) {
      panels.add(panel(new LinePanel("Time (s)", "Predicted less true time (s)", delays), "(b)", "How late they come"));
    }
    return Optional.of(Figure.of(FigureStyle.TWO_COLUMNS_MM, "Of each experiment the model of median MAPE.",
        PanelStack.abreast(panels)));
  }

  private static PanelStack panel(LinePanel panel, String tag, String heading) {
    return PanelStack.of(new PanelStack.Row(panel.margin(0.04), 60, tag, heading));
  }

  private static List<TrueFailure> failures(Result result) {
    return result.row().cycles().failures().orElseThrow().failures();
  }

  /** @param beside by how much each experiment's dots lie to the right of those of the one before it */
  private static List<Line> dots(Campaign campaign, List<Result> shown, double beside,
      UnaryOperator<List<TrueFailure>> choice, ToDoubleFunction<TrueFailure> x, ToDoubleFunction<TrueFailure> y) {
    return IntStream.range(0, shown.size()).boxed().flatMap(i -> {
      List<TrueFailure> of = choice.apply(failures(shown.get(i)));
      String name = campaign.experiment(shown.get(i).row().experiment()).title();
      return of.isEmpty() ? Stream.empty()
          : Stream.of(Line.dots(name, of.stream().mapToDouble(x).map(at -> at + i * beside).toArray(),
              of.stream().mapToDouble(y).toArray(), FigureStyle.line(i)));
    }).toList();
  }
}
