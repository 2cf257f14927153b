package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import faultslip.experiment.LearningCurvesTest;
import faultslip.experiment.ResultRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCurveFigureTest {

  @Test
  void bothWaysOfLookingAheadAreDrawnWithOneKey() {
    List<String> texts = SvgText.of(LearningCurveFigure.of(LearningCurvesTest.rows(), "A remark."));
    assertThat(texts).contains("A remark.", "(a)", "Windows that look ahead", "(b)", "Nowcasts", "MAPE (%)",
        "Laboratory data known (seismic cycles)").containsOnlyOnce("cross-trained, granular", "random forest", "mean of what is known");
  }

  @Test
  void withoutNowcastsThereIsOnePlot() {
    List<ResultRow> rows = LearningCurvesTest.rows().stream().filter(row -> !row.experiment().startsWith("nowcast-")).toList();
    assertThat(SvgText.of(LearningCurveFigure.of(rows, ""))).contains("(a)").doesNotContain("(b)");
    assertThat(LearningCurveFigure.of(rows, "").png(100)).isEqualTo(LearningCurveFigure.of(rows, "").png(100));
    assertThatThrownBy(() -> LearningCurveFigure.of(List.of(), "")).isInstanceOf(FaultslipException.class);
  }
}
