package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.gouge.GougeParameters.Integration;
import faultslip.gouge.GougeParameters.Medium;
import faultslip.gouge.GougeParameters.Preparation;
import faultslip.gouge.Packing.Disk;
import faultslip.gouge.ShearExperiment.Stage;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What no law of contact may change: momentum; what it may only turn into heat: energy. */
class ConservationTest {

  @Test
  void momentumOfFreeGrainsIsConserved() {
    var random = new SplittableRandom(7);
    Disk[] grains = IntStream.range(0, 60).mapToObj(i -> {
      int layer = i / 16;
      return new Disk(1.2 * (i % 16) + 0.6, 50 + 1.2 * layer, random.nextDouble() - 0.5, random.nextDouble() - 0.5,
          4 * random.nextDouble() - 2, 0.4 + 0.2 * random.nextDouble());
    }).toArray(Disk[]::new);
    GranularGouge fault = Setups.free(Setups.small().with(Medium.VACUUM), grains);
    double[] before = momentum(fault);
    long touching = 0;
    for (int k = 0; k < 4000; k++) {
      fault.step();
      touching += fault.contacts.count;
    }
    assertThat(touching).as("contacts over all steps").isGreaterThan(1000);
    double[] after = momentum(fault);
    assertThat(after[0]).isCloseTo(before[0], within(1e-11));
    assertThat(after[1]).isCloseTo(before[1], within(1e-11));
  }

  private static double[] momentum(GranularGouge fault) {
    double[] sum = new double[2];
    for (int i = 0; i < fault.disks.free; i++) {
      double mass = fault.disks.inertia[Disks.INERTIA * i + Disks.MASS];
      sum[0] += mass * Setups.state(fault, i, Disks.VX);
      sum[1] += mass * Setups.state(fault, i, Disks.VY);
    }
    return sum;
  }

  @Test
  void energyBudgetClosesOverASlip() {
    GranularGouge fault = GranularGouge.prepared(Setups.small(), SimulationProgress.SILENT);
    EnergyBudget budget = new EnergyBudget(fault);
    int slips = 0;
    for (int window = 0; window < 20; window++) {
      double before = fault.plate.x;
      EnergyBalance balance = budget.run(new Stage(1, 20_000));
      assertThat(balance.friction()).isPositive();
      assertThat(balance.dashpots()).isPositive();
      assertThat(balance.viscosity()).isPositive();
      assertThat(balance.plateDrag()).isPositive();
      if (fault.plate.x - before > 1) { // the spring's far end moves by 0.7
        slips++;
        assertThat(balance.residual()).as("%s", balance).isCloseTo(0, within(0.01 * balance.dissipated()));
      }
    }
    assertThat(slips).as("windows with a slip").isGreaterThan(2);
  }

  /** The budget errs by the finite time step only. */
  @Test
  void energyBudgetClosesBetterWithAShorterTimeStep() {
    GougeParameters small = Setups.small();
    double coarse = residual(small, 40_000);
    double fine = residual(small.with(new Integration(0.00125, small.integration().skin())), 160_000);
    assertThat(Math.abs(fine)).isLessThan(0.5 * Math.abs(coarse));
  }

  private static double residual(GougeParameters parameters, long steps) {
    EnergyBalance balance = new EnergyBudget(GranularGouge.prepared(parameters, SimulationProgress.SILENT))
        .run(new Stage(1, steps));
    return balance.residual() / balance.dissipated();
  }

  @Test
  void watchingAFaultDoesNotChangeIt() {
    GranularGouge watched = GranularGouge.prepared(Setups.small(), SimulationProgress.SILENT);
    new EnergyBudget(watched).run(new Stage(1, 3000));
    GranularGouge alone = GranularGouge.prepared(Setups.small(), SimulationProgress.SILENT);
    alone.run(List.of(new Stage(1, 3000)), 100, SimulationProgress.SILENT);
    assertThat(watched.snapshot()).isEqualTo(alone.snapshot());
  }

  @Test
  void noContactBearsMoreThanCoulombFriction() {
    GranularGouge fault = GranularGouge.prepared(Setups.small(), SimulationProgress.SILENT);
    Contacts contacts = fault.contacts;
    long sliding = 0;
    long all = 0;
    for (int step = 0; step < 40_000; step++) {
      fault.step();
      for (int k = 0; k < contacts.count; k++) {
        double friction = 0.3 + (0.5 - 0.3) / (1 + Math.abs(contacts.sliding[k]) / 0.01);
        double limit = friction * contacts.normalForce[k];
        assertThat(contacts.normalForce[k] >= 0).isTrue();
        assertThat(Math.abs(contacts.tangentialForce[k]) <= limit + 1e-13).isTrue(); // rounding of forces of order 1
        all++;
        sliding += limit > 0 && Math.abs(contacts.tangentialForce[k]) > 0.999999 * limit ? 1 : 0;
      }
    }
    assertThat((double) sliding / all).as("share of contacts at their limit").isBetween(0.001, 0.5);
  }

  /** At rest, the gouge bears the plate: the normal force on it is the normal stress. */
  @Test
  void gougeAtRestBearsThePlate() {
    GougeParameters small = Setups.small();
    GranularGouge fault = GranularGouge.prepared(small.with(new Preparation(2.5, 500, 0, 0.02)),
        SimulationProgress.SILENT);
    assertThat(fault.plate.forceY / small.grains().length()).isCloseTo(2.5, within(0.01));
  }
}
