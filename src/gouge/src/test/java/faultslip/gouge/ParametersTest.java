package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.gouge.GougeParameters.Grains;
import faultslip.gouge.GougeParameters.Integration;
import faultslip.gouge.GougeParameters.Medium;
import faultslip.gouge.GougeParameters.Preparation;
import faultslip.gouge.GougeParameters.Surface;
import faultslip.gouge.ShearExperiment.Stage;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private static final GougeParameters STANDARD = GougeParameters.standard();

  @Test
  void valuesOutsideTheirRangeAreRefusedByName() {
    refused(() -> new Grains(4, 10, 0.75, Surface.toothed(), Surface.toothed(), true, 1),
        "'length' is 4.0; give 5 to");
    refused(() -> new Grains(40, 0, 0.75, Surface.toothed(), Surface.toothed(), true, 1),
        "'layers' is 0.0; give 1 to");
    refused(() -> new Grains(40, 10, 1.2, Surface.toothed(), Surface.toothed(), true, 1),
        "'size ratio' is 1.2; give");
    refused(() -> new Grains(40, 10, Double.NaN, Surface.toothed(), Surface.toothed(), true, 1),
        "'size ratio' is NaN; give");
    refused(() -> STANDARD.contacts().withFriction(0.3, 0.4, 0.01), "'dynamic friction' is 0.4; give");
    refused(() -> Setups.damped(STANDARD.contacts(), -1, 0), "'damping' is -1.0; give");
    refused(() -> STANDARD.loading().withSpring(0), "'spring stiffness' is 0.0; give");
    refused(() -> STANDARD.loading().withVelocity(Double.POSITIVE_INFINITY), "'velocity' is Infinity; give");
    refused(() -> new Medium(-0.1, 0, 0), "'viscosity' is -0.1; give");
    refused(() -> new Preparation(0, 1, 1, 0.1), "normal stress' is 0.0; give");
    refused(() -> new Integration(0.005, 0), "'skin' is 0.0; give");
    refused(() -> new Stage(-1, 10), "'normal stress' is -1.0; give");
    refused(() -> new Stage(1, 0), "'steps of a stage' is 0.0; give");
  }

  @Test
  void timeStepMustResolveAContact() {
    refused(() -> STANDARD.with(new Integration(0.007, STANDARD.integration().skin())),
        "Time step is 0.007, but two small grains touch for 0.06");
  }

  @Test
  void runsMustBeWholeSamples() {
    refused(() -> new ShearExperiment(STANDARD, List.of(), 160), "no stages");
    refused(() -> new ShearExperiment(STANDARD, List.of(new Stage(1, 1000)), 160), "1000 steps, sampled every 160");
    refused(() -> new ShearExperiment(STANDARD, List.of(new Stage(1, 1000)), 0), "'sampling' is 0.0");
  }

  private static void refused(ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(SimulationException.class).hasMessageContaining(message);
  }

  /** Mean diameter 1, and both sizes at the given ratio: 1.2 and 1.6 mm. */
  @Test
  void grainsHaveTheMeanDiameterOfOne() {
    Grains grains = STANDARD.grains();
    assertThat(grains.smallDiameter() / grains.largeDiameter()).isCloseTo(1.2 / 1.6, within(1e-15));
    assertThat(grains.smallDiameter() + grains.largeDiameter()).isCloseTo(2, within(1e-15));
    List<GougeSnapshot.Grain> disks = GranularGouge.loose(STANDARD).snapshot().disks().subList(0, grains.count());
    assertThat(disks.stream().mapToDouble(disk -> 2 * disk.radius()).average().orElseThrow())
        .isCloseTo(1, within(0.03));
  }

  /** Glass beads of 0.1 mm under 4 MPa: d √(πρ/4σ) = 10⁻⁴ √(π 2500 / 16·10⁶) s = 2.216 µs. */
  @Test
  void unitsOfARealGouge() {
    GougeUnits units = GougeUnits.ofMaterial(1e-4, 4e6, 2500, 0.01);
    assertThat(units.time()).isCloseTo(2.2156e-6, within(1e-10));
    assertThat(units.energy()).isCloseTo(4e6 * 1e-8 * 0.01, within(1e-18));
    refused(() -> GougeUnits.ofMaterial(0, 4e6, 2500, 0.01), "'grain diameter' is 0.0; give a positive number of m");
    refused(() -> units.withTimeUnit(-1), "'unit of time' is -1.0");
  }

  @Test
  void historyInPhysicalUnits() {
    GranularGouge fault = GranularGouge.prepared(Setups.small(), SimulationProgress.SILENT);
    GougeHistory history = fault.run(List.of(new Stage(1, 320), new Stage(2, 160)), 160, SimulationProgress.SILENT);
    GougeHistory real = history.in(new GougeUnits(1e-4, 3e6, 2, 0.05));
    assertThat(history.friction().clock().start()).isCloseTo(0.4, within(1e-12));
    assertThat(real.friction().clock().interval()).isCloseTo(160 * 0.005 * 0.05, within(1e-12));
    assertThat(real.friction().values()).isEqualTo(history.friction().values());
    assertThat(real.kineticEnergy().value(1)).isCloseTo(2 * history.kineticEnergy().value(1), within(1e-12));
    assertThat(real.displacement().value(2)).isCloseTo(1e-4 * history.displacement().value(2), within(1e-12));
    assertThat(real.normalStress().values()).containsExactly(3e6, 3e6, 6e6);
    assertThat(fault.run(List.of(new Stage(1, 160)), 160, SimulationProgress.SILENT).friction().clock().start())
        .isCloseTo(2.8, within(1e-12));
  }
}
