package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.experiment.LearningCurves.Curve;
import faultslip.experiment.ResultRow.LearnedCycles;
import faultslip.experiment.ResultRow.Reading;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Curves are medians over seeds and starts; what they save is counted, and told with an interval over test cycles. */
public class LearningCurvesTest {
  private static final Recording RECORDING = StickSlip.recording("laboratory", 1500, 100);
  private static final TestSegment SEGMENT = new TestSegment(RECORDING, new Segment(0, 100), new Segment(600, 1500), 0)
      .with(Optional.of(new FailureCriterion(-0.1, 1)));

  /** Predictions a factor from the truth: that many percent of error, by cycles known; two seeds, two starts. */
  public static List<ResultRow> rows() {
    List<ResultRow> rows = new ArrayList<>();
    for (String prefix : List.of("", "nowcast-")) {
      add(rows, prefix + "learning-curve-cross-trained", "granular", 4, 2, 2);
      add(rows, prefix + "learning-curve-zero-shot", "granular", 6, 5, 4);
      add(rows, prefix + "learning-curve-nothing-before", "", 9, 4, 1);
      add(rows, prefix + "learning-curve-random-forest", "", 3, 3, 3);
    }
    return rows;
  }

  private static void add(List<ResultRow> rows, String experiment, String simulation, double... percents) {
    double[] cycles = {0.5, 1, 2};
    for (int i = 0; i < cycles.length; i++) {
      for (int seed = 0; seed < 2; seed++) {
        for (int start = 0; start < 2; start++) {
          // The median of p - 0.2, p - 0.1, p + 0.1, p + 0.2 is p.
          double factor = 1 + (percents[i] + (start == 0 ? -1 : 1) * (seed + 1) * 0.1) / 100;
          Series said = SEGMENT.recording().fault().map("friction coefficient", "", value -> factor * value);
          rows.add(new ResultRow("made", simulation, experiment, "laboratory", "", 0, ResultRow.Model.other("made", seed, ""),
              new Reading(Amplitude.RAW, 1, Optional.of(new LearnedCycles(cycles[i], start))), SEGMENT.scores(said), SEGMENT.byCycle(said)));
        }
      }
    }
  }

  @Test
  void pointsAreOfAllSeedsAndStarts() {
    LearningCurves curves = LearningCurves.of(rows());
    assertThat(curves.curves(LookAhead.NONE)).extracting(Curve::title).containsExactly("cross-trained, granular",
        "zero-shot transfer, granular", "nothing learned before", "random forest");
    Curve first = curves.curves(LookAhead.WINDOW).get(0);
    assertThat(first.mape(0.5).getN()).isEqualTo(4);
    assertThat(first.mape(0.5).getPercentile(50)).isCloseTo(4, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(first.mape(0.5).getMax()).isCloseTo(4.2, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(curves.table().rowCount()).isEqualTo(24);
    assertThat(curves.table().stringColumn("MAPE in %, median (range)").get(0)).isEqualTo("4.00 (3.80–4.20)");
  }

  @Test
  void whatIsSavedIsCountedInCycles() {
    List<String> sentences = LearningCurves.of(rows()).sentences();
    assertThat(sentences).hasSize(6).contains(
        "cross-trained, granular against nothing learned before: better with 0.5, 1 cycles, worse with 2 cycles. "
            + "Cycles that the latter takes to do as well: 0.5 → 1; 1 → 2; 2 → 2.",
        "nowcast, cross-trained, granular against random forest: better with 1, 2 cycles, worse with 0.5 cycles. "
            + "Cycles that the latter takes to do as well: 0.5 → 0.5; 1 → more than 2; 2 → more than 2.",
        "cross-trained, granular against zero-shot transfer, granular: better with 0.5, 1, 2 cycles. "
            + "Cycles that the latter takes to do as well: 0.5 → 2; 1 → more than 2; 2 → more than 2.");
  }

  @Test
  void aTransferHelpsWhereItIsBetterThanAllThatKnowsNoSimulation() {
    // With half a cycle the forest is better, with two the network that has learned nothing before.
    assertThat(LearningCurves.of(rows()).conclusions()).containsExactly(
        "cross-trained, granular: better than all that knows no simulation with 1 cycle of 0.5, 1, 2 cycles.",
        "nowcast, cross-trained, granular: better than all that knows no simulation with 1 cycle of 0.5, 1, 2 cycles.");
  }

  @Test
  void withoutThemThereIsNothingToSay() {
    assertThatThrownBy(() -> LearningCurves.of(List.of())).isInstanceOf(ExperimentException.class).hasMessageContaining("No learning curves");
  }
}
