package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.gouge.SimulationException;
import faultslip.gouge.SlipCycle;
import faultslip.gouge.Spread;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultResponseTest {
  private static final FaultResponse RESPONSE = FaultResponse.of("Normal stress (MPa)", Map.of(
      8.0, List.of(new SlipCycle(12, 0.09, 0.4), new SlipCycle(10, 0.08, 0.5), new SlipCycle(11, 0.10, 0.6)),
      2.5, List.of(new SlipCycle(4, 0.1, 0.05), new SlipCycle(6, 0.1, 0.05))));

  @Test
  void quartilesAreThoseOfTypeSeven() {
    // Of 1, 2, 3, 4: 1.75, 2.5 and 3.25, as Hyndman and Fan (1996) have it.
    assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(1.75, 2.5, 3.25));
    assertThat(new Spread(0.0041, 0.00493, 12.345).text(3)).isEqualTo("0.00493 (0.00410–12.3)");
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(SimulationException.class)
        .hasMessageContaining("at least one");
  }

  @Test
  void pointsAreInOrderWithMedians() {
    assertThat(RESPONSE.points()).extracting(FaultResponse.Point::value).containsExactly(2.5, 8.0);
    assertThat(RESPONSE.points()).extracting(point -> point.cycles().size()).containsExactly(2, 3);
    assertThat(RESPONSE.points()).extracting(point -> point.recurrence().median()).containsExactly(5.0, 11.0);
    assertThat(RESPONSE.table().row(1).getString(2)).isEqualTo("11.0 (10.5–11.5)");
  }

  @Test
  void changeIsOfMedians() {
    assertThat(RESPONSE.change(2.5, 8)).isEqualTo("from 2.5 to 8: recurrence × 2.20, friction drop × 0.90, peak "
        + "kinetic energy × 10.00");
    assertThatThrownBy(() -> RESPONSE.change(2.5, 7)).isInstanceOf(SimulationException.class)
        .hasMessageContaining("[2.5, 8]");
    assertThatThrownBy(() -> FaultResponse.of("x", Map.of())).isInstanceOf(SimulationException.class);
  }
}
