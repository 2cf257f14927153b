package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.gouge.GougeParameters.Medium;
import faultslip.gouge.Packing.Disk;
import org.junit.jupiter.api.Test;

/** A grain that touches nothing: the parabola of free fall, and the terminal velocity of a viscous medium. */
class FreeFallTest {

  @Test
  void fallsAlongAParabola() {
    var fault = Setups.free(Setups.bare().with(new Medium(0, 0.3, -2)), new Disk(3, 50, 0.5, 1, 0.7, 0.4));
    Setups.run(fault, 3);
    assertThat(Setups.state(fault, 0, Disks.X)).isCloseTo(3 + 0.5 * 3 + 0.5 * 0.3 * 9, within(1e-3));
    assertThat(Setups.state(fault, 0, Disks.Y)).isCloseTo(50 + 1 * 3 - 0.5 * 2 * 9, within(1e-3));
    assertThat(Setups.state(fault, 0, Disks.VX)).isCloseTo(0.5 + 0.3 * 3, within(1e-10));
    assertThat(Setups.state(fault, 0, Disks.VY)).isCloseTo(1 - 2 * 3, within(1e-10));
    assertThat(Setups.state(fault, 0, Disks.SPIN)).isEqualTo(0.7);
    assertThat(Setups.state(fault, 0, Disks.ANGLE)).isCloseTo(0.7 * 3, within(1e-10));
  }

  @Test
  void crossesThePeriodicEdgeUnchanged() {
    var fault = Setups.free(Setups.bare(), new Disk(19.5, 50, 1, 0, 0, 0.5), new Disk(1.2, 70, 0.5));
    Setups.run(fault, 2);
    double length = fault.parameters().grains().length();
    double x = Setups.state(fault, 0, Disks.X);
    assertThat(x - length * Math.floor(x / length)).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void viscosityLimitsTheVelocityOfFall() {
    var fault = Setups.free(Setups.bare().with(new Medium(4, 0, -2)), new Disk(3, 50, 0.5));
    Setups.run(fault, 5);
    assertThat(Setups.state(fault, 0, Disks.VY)).isCloseTo(-2.0 / 4, within(1e-6));
  }
}
