package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.experiment.ResultRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsFigureTest {

  @Test
  void eachExperimentIsARowWithItsMedianAndRange() {
    List<String> texts = SvgText.of(ResultsFigure.of(rows(), "A remark."));
    assertThat(texts).contains("A remark.", "(a)", "Fault state", "Zero-shot transfer", "2.00 % (1.00–4.00)",
        "Second experiment: cross-trained (p5198)", "0.30 %", "Limited cycle: post-failure", "Baseline: random forest",
        "(b)", "Time to failure", "Periodic predictor", "MAPE (%)", "mean predictor", "the paper, on its own recordings");
  }

  @Test
  void onlyWhatThePaperPrintsHasItsDiamond() {
    // One in the key, one at zero-shot transfer.
    assertThat(SvgText.lines(ResultsFigure.of(rows(), ""), "rgb(213,94,0)")).isEqualTo(2);
  }

  @Test
  void withoutTimesToFailureThereIsOnePlot() {
    assertThat(SvgText.of(ResultsFigure.of(rows().subList(0, 3), ""))).contains("(a)").doesNotContain("(b)");
    assertThatThrownBy(() -> ResultsFigure.of(List.of(), "")).isInstanceOf(FigureException.class)
        .hasMessageContaining("No results");
  }

  @Test
  void theSameResultsHaveTheSameBytes() {
    assertThat(ResultsFigure.of(rows(), "").png(100)).isEqualTo(ResultsFigure.of(rows(), "").png(100));
  }

  private static List<ResultRow> rows() {
    List<ResultRow> rows = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      rows.add(row("zero-shot", "p4581", seed, 1 << seed));
    }
    rows.add(row("second-experiment-cross-trained", "p5198", 0, 0.3));
    rows.add(row("limited-cycle-post-failure", "p4581", 0, 1.5));
    rows.add(row("baseline-random-forest", "p4581", 0, 1.8));
    rows.add(row("time-to-failure-periodic", "p4581", 0, 20));
    return rows;
  }

  private static ResultRow row(String experiment, String recording, long seed, double mape) {
    return Synthetic.row(experiment, recording, "", seed, Synthetic.scores(mape, 0.5));
  }
}
