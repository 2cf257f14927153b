package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.evaluate.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

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
}
