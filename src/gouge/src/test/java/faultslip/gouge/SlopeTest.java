package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.gouge.GougeParameters.ContactLaw;
import faultslip.gouge.GougeParameters.Grains;
import faultslip.gouge.GougeParameters.Integration;
import faultslip.gouge.GougeParameters.Medium;
import faultslip.gouge.Packing.Disk;
import org.junit.jupiter.api.Test;

/** One grain on an inclined floor. A grain that cannot turn is a block; one that can is a wheel. */
class SlopeTest {
  private static final double FRICTION = 0.3;

  @Test
  void blockStaysOnASlopeThatIsLessSteepThanItsFriction() {
    GranularGouge fault = slope(Math.atan(0.95 * FRICTION), false);
    Setups.run(fault, 10);
    double start = Setups.state(fault, 0, Disks.X);
    Setups.run(fault, 10);
    assertThat(Setups.state(fault, 0, Disks.X)).isCloseTo(start, within(1e-6));
    assertThat(Setups.state(fault, 0, Disks.VX)).isCloseTo(0, within(1e-6));
  }

  @Test
  void blockSlidesOnASteeperSlope() {
    for (double steeper : new double[] {1.05, 1.5, 3}) {
      double angle = Math.atan(steeper * FRICTION);
      double expected = Math.sin(angle) - FRICTION * Math.cos(angle);
      GranularGouge fault = slope(angle, false);
      assertThat(acceleration(fault, Disks.VX)).as("slope of %s times the friction", steeper)
          .isCloseTo(expected, within(0.003 * expected + 2e-4));
    }
  }

  /** A disk has the moment of inertia m r²/2: it rolls down with two thirds of what pulls it. */
  @Test
  void wheelRollsWithoutSlipping() {
    double angle = Math.atan(2 * FRICTION);
    GranularGouge fault = slope(angle, true);
    assertThat(acceleration(fault, Disks.VX)).isCloseTo(2.0 / 3 * Math.sin(angle), within(0.003));
    assertThat(Setups.state(fault, 0, Disks.SPIN) * -0.5).isCloseTo(Setups.state(fault, 0, Disks.VX), within(2e-3));
  }

  @Test
  void wheelSlipsWhereTheSlopeIsThreeTimesItsFriction() {
    double angle = Math.atan(4 * FRICTION);
    assertThat(acceleration(slope(angle, true), Disks.VX))
        .isCloseTo(Math.sin(angle) - FRICTION * Math.cos(angle), within(0.003));
    assertThat(acceleration(slope(angle, true), Disks.SPIN))
        .isCloseTo(-2 * FRICTION * Math.cos(angle) / 0.5, within(0.006));
  }

  /** At rest static friction holds what dynamic friction would not; at ten times vc, weak friction is left. */
  @Test
  void frictionWeakensWithVelocity() {
    double angle = Math.atan(0.15);
    GougeParameters parameters = slopeParameters(angle, false);
    ContactLaw weakening = parameters.contacts().withFriction(FRICTION, 0.1, 0.1);
    GranularGouge resting = Setups.onFloor(parameters.with(weakening), new Disk(10, 0.499, 0.5));
    Setups.run(resting, 5);
    assertThat(Setups.state(resting, 0, Disks.VX)).isCloseTo(0, within(1e-6));
    GranularGouge sliding = Setups.onFloor(parameters.with(weakening), new Disk(10, 0.499, 1, 0, 0, 0.5));
    double before = Setups.state(sliding, 0, Disks.VX);
    Setups.run(sliding, 0.5);
    double after = Setups.state(sliding, 0, Disks.VX);
    double weak = 0.1 + 0.2 / (1 + 0.5 * (before + after) / 0.1);
    assertThat((after - before) / 0.5).isCloseTo(Math.sin(angle) - weak * Math.cos(angle), within(0.005));
  }

  private static GougeParameters slopeParameters(double angle, boolean rolling) {
    GougeParameters bare = Setups.bare();
    Grains g = bare.grains();
    return bare.with(Setups.damped(bare.contacts(), 0.3, 0.5).withFriction(FRICTION))
        .with(new Medium(0, Math.sin(angle), -Math.cos(angle)))
        .with(new Integration(5e-4, 0.04))
        .with(new Grains(g.length(), g.layers(), g.sizeRatio(), g.bottom(), g.top(), rolling, g.seed()));
  }

  private static GranularGouge slope(double angle, boolean rolling) {
    double sunk = Math.cos(angle) / 1000; // where the floor bears its weight
    return Setups.onFloor(slopeParameters(angle, rolling), new Disk(10, 0.5 - sunk, 0.5));
  }

  /** Mean over a second, after the contact's spring is stretched. */
  private static double acceleration(GranularGouge fault, int velocity) {
    Setups.run(fault, 0.5);
    double before = Setups.state(fault, 0, velocity);
    Setups.run(fault, 1);
    return Setups.state(fault, 0, velocity) - before;
  }
}
