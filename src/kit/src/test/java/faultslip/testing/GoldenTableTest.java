package faultslip.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenTableTest {
  private static final Map<String, Double> EXPECTED = GoldenTable.expected(List.of("a;granular;p4581;raw;2", "b;;p4581;raw;10"));

  @Test
  void rowsWithinTwoHundredthsAreTheSame() {
    assertThat(GoldenTable.moved(EXPECTED, Map.of("a;granular;p4581;raw", 2.039, "b;;p4581;raw", 9.81))).isEmpty();
  }

  @Test
  void whatMovedIsMissingOrNewIsTold() {
    assertThat(GoldenTable.moved(EXPECTED, Map.of("a;granular;p4581;raw", 2.05, "c;;p4581;raw", 1.0))).containsExactly(
        "a;granular;p4581;raw: 2.05, 2.0 expected", "b;;p4581;raw: missing, 10.0 expected", "c;;p4581;raw: new");
    assertThat(GoldenTable.moved(EXPECTED, Map.of("a;granular;p4581;raw", Double.NaN, "b;;p4581;raw", 10.0))).hasSize(1);
  }
}
