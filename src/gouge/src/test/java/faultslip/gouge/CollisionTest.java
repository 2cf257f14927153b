package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.gouge.Packing.Disk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two grains that meet head on, against the closed forms of the linear spring and dashpot. */
class CollisionTest {
  private static final double SPEED = 0.1;

  @Test
  void equalGrainsExchangeTheirVelocities() {
    GranularGouge fault = headOn(Setups.bare(), 0.5, 0.5);
    assertThat(timeOfTouching(fault)).isCloseTo(Math.PI * Math.sqrt(0.5 / 1000), within(3e-4));
    assertThat(Setups.state(fault, 0, Disks.VX)).isCloseTo(0, within(1e-5 * SPEED));
    assertThat(Setups.state(fault, 1, Disks.VX)).isCloseTo(SPEED, within(1e-5 * SPEED));
    assertThat(Setups.state(fault, 1, Disks.VY)).isZero();
  }

  @Test
  void unequalGrainsShareMomentumAndEnergyByTheirMasses() {
    double m1 = 4 * 0.35 * 0.35;
    double m2 = 4 * 0.6 * 0.6;
    GranularGouge fault = headOn(Setups.bare(), 0.35, 0.6);
    assertThat(timeOfTouching(fault)).isCloseTo(Math.PI * Math.sqrt(m1 * m2 / (m1 + m2) / 1000), within(3e-4));
    assertThat(Setups.state(fault, 0, Disks.VX)).isCloseTo(SPEED * (m1 - m2) / (m1 + m2), within(1e-5 * SPEED));
    assertThat(Setups.state(fault, 1, Disks.VX)).isCloseTo(SPEED * 2 * m1 / (m1 + m2), within(1e-5 * SPEED));
  }

  /** Schwager and Pöschel, Granular Matter 9, 465 (2007): the coefficient of a dashpot whose contact never pulls. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.1, 0.3, 0.6})
  void dampedGrainsPartByTheCoefficientOfRestitution(double damping) {
    GougeParameters bare = Setups.bare();
    GranularGouge fault = headOn(bare.with(Setups.damped(bare.contacts(), damping, 0)), 0.5, 0.5);
    Setups.run(fault, 1);
    double root = Math.sqrt(1 - damping * damping);
    double restitution = Math.exp(-damping / root * (Math.PI - Math.atan2(2 * damping * root,
        1 - 2 * damping * damping)));
    double parting = Setups.state(fault, 1, Disks.VX) - Setups.state(fault, 0, Disks.VX);
    assertThat(parting / SPEED).isCloseTo(restitution, within(0.005));
  }

  @Test
  void grainsMeetAcrossThePeriodicEdge() {
    var fault = Setups.free(Setups.bare(), new Disk(19.4, 50, SPEED, 0, 0, 0.5), new Disk(0.45, 50, 0.5));
    Setups.run(fault, 2);
    assertThat(Setups.state(fault, 0, Disks.VX)).isCloseTo(0, within(1e-5 * SPEED));
    assertThat(Setups.state(fault, 1, Disks.VX)).isCloseTo(SPEED, within(1e-5 * SPEED));
  }

  /** A smooth grain gives its spin to nobody; two rough ones that roll on each other turn against each other. */
  @Test
  void frictionTurnsGrainsThatMeetOffCentre() {
    GougeParameters bare = Setups.bare();
    GougeParameters rough = bare.with(bare.contacts().withFriction(0.5));
    var fault = Setups.free(rough, new Disk(5, 50, SPEED, 0, 0, 0.5), new Disk(5.9, 50.5, 0.5));
    Setups.run(fault, 3);
    assertThat(Setups.state(fault, 0, Disks.SPIN)).isEqualTo(Setups.state(fault, 1, Disks.SPIN)).isNotZero();
  }

  private static GranularGouge headOn(GougeParameters parameters, double r1, double r2) {
    return Setups.free(parameters, new Disk(5, 50, SPEED, 0, 0, r1), new Disk(5 + r1 + r2 + 0.01, 50, r2));
  }

  private static double timeOfTouching(GranularGouge fault) {
    double timeStep = fault.parameters().integration().timeStep();
    double touching = 0;
    for (int k = 0; k < 1 / timeStep; k++) {
      fault.step();
      touching += fault.contacts.count * timeStep;
    }
    return touching;
  }
}
