package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.testing.Shared;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FdemFormatTest {

  @Test
  void frictionSlopeIsThatOfTheSlipEvents() {
    Path events = Shared.data("public/Slip_events.npy");
    double slope = FdemFormat.frictionPerMillimetre(FdemRun.read(events.getParent()).xDisplacement(), SlipCatalogue
        .read(events));
    assertThat(slope).isCloseTo(0.396, within(0.001));
  }
}
