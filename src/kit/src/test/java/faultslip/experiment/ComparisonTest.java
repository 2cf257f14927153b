package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.evaluate.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts on made-up summaries: a small MAPE alone is no success where the mean does as well. */
class ComparisonTest {

  @Test
  void verdicts() {
    assertThat(verdict("lab-only", 1.0, 0.9)).isEqualTo("lab-only: 1.00 % against 1.137 %; reproduces on this recording.");
    assertThat(verdict("lab-only", 2.0, 0.9)).contains("worse than the paper's");
    assertThat(verdict("zero-shot", 4.2, -0.1)).contains("does not reproduce").contains("R² -0.10");
    assertThat(verdict("zero-shot", 5.5, 0.1)).contains("does not reproduce");
  }

  @Test
  void paperValuesAreThoseItPrints() {
    assertThat(Comparison.paperMape("simulation-baseline")).isEqualTo("4.237 %");
    assertThat(Comparison.paperMape("lab-only")).isEqualTo("1.137 %");
    assertThat(Comparison.paperMape("zero-shot")).isEqualTo("4.232 %");
    assertThat(Comparison.paperMape("cross-trained")).isEqualTo("1.650 %");
    assertThat(Comparison.paperMape("of our own")).isEqualTo("-");
  }

  @Test
  void signsOfMarkdownInNamesStayNames() {
    String table = Comparison.markdown(List.of(row("zero-shot", "a|b<i>&.csv", 1, 0.5)));
    assertThat(table).contains("| a\\|b&lt;i&gt;&amp;.csv |").doesNotContain("<i>");
    assertThat(table.lines().map(line -> line.replace("\\|", "").chars().filter(sign -> sign == '|').count()).distinct())
        .as("as many cells in every line").hasSize(1);
  }

  private static ResultRow row(String experiment, String recording, double mape, double r2) {
    return new ResultRow("public", "", experiment, recording, "", 0, ResultRow.Model.network("ab12", 0, 0.25),
        new ResultRow.Reading(Amplitude.RAW, 24.4), new Scores(mape, 0.01, 0.01, r2, 5.42, 100));
  }

  private static String verdict(String experiment, double mape, double r2) {
    return Comparison.lines(List.of(row(experiment, "p4581", mape, r2))).get(0);
  }
}
