package faultslip.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenTableTest {
  private static final Map<String, Double> EXPECTED = GoldenTable.expected(List.of("a;granular;p4581;raw;2", "b;;p4581;raw;10"));

  @Test
  void rowsWithinAHundredthAreTheSame() {
    assertThat(GoldenTable.moved(EXPECTED, Map.of("a;granular;p4581;raw", 2.019, "b;;p4581;raw", 9.91))).isEmpty();
  }

  @Test
  void whatMovedIsMissingOrNewIsTold() {
    assertThat(GoldenTable.moved(EXPECTED, Map.of("a;granular;p4581;raw", 2.03, "c;;p4581;raw", 1.0))).containsExactly(
        "a;granular;p4581;raw: 2.03, 2.0 expected", "b;;p4581;raw: missing, 10.0 expected", "c;;p4581;raw: new");
    assertThat(GoldenTable.moved(EXPECTED, Map.of("a;granular;p4581;raw", Double.NaN, "b;;p4581;raw", 10.0))).hasSize(1);
  }
}
