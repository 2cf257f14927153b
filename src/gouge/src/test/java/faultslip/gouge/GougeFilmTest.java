package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.gouge.ShearExperiment.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class GougeFilmTest {
  private static final int SAMPLING = 100;
  private static final ShearExperiment EXPERIMENT =
      new ShearExperiment(Setups.small(), List.of(new Stage(1, 4000)), SAMPLING);

  @Test
  void whatIsFilmedIsWhatARunDoes() {
    GougeFilm film = GougeFilm.of(EXPERIMENT, 10, 5, 4, SimulationProgress.SILENT);
    GranularGouge fault = GranularGouge.prepared(EXPERIMENT.parameters(), SimulationProgress.SILENT);
    fault.run(List.of(new Stage(1, 30 * SAMPLING)), SAMPLING, SimulationProgress.SILENT);
    assertThat(film.frames()).hasSize(6);
    assertThat(film.frames().get(5)).isEqualTo(fault.snapshot());
    assertThat(film.frames().get(0).time())
        .isCloseTo(10 * SAMPLING * EXPERIMENT.parameters().integration().timeStep(), within(1e-9));
  }

  @Test
  void itsEnergyIsThatOfAllIntervals() {
    GougeFilm film = GougeFilm.of(EXPERIMENT, 0, 4, 5, SimulationProgress.SILENT);
    GranularGouge fault = GranularGouge.prepared(EXPERIMENT.parameters(), SimulationProgress.SILENT);
    EnergyBalance whole = new EnergyBudget(fault).run(new Stage(1, 20 * SAMPLING));
    assertThat(film.energy().pulling()).isCloseTo(whole.pulling(), within(1e-12));
    assertThat(film.energy().friction()).isCloseTo(whole.friction(), within(1e-12));
    assertThat(film.energy().kinetic()).isCloseTo(whole.kinetic(), within(1e-12));
  }

  @Test
  void whatLiesOutsideTheStageIsRefused() {
    assertThatThrownBy(() -> GougeFilm.of(EXPERIMENT, 30, 5, 3, SimulationProgress.SILENT))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("45.0").hasMessageContaining("at most 40");
    assertThatThrownBy(() -> GougeFilm.of(EXPERIMENT, -1, 5, 3, SimulationProgress.SILENT))
        .isInstanceOf(SimulationException.class);
    assertThatThrownBy(() -> GougeFilm.of(EXPERIMENT, 0, 0, 3, SimulationProgress.SILENT))
        .isInstanceOf(SimulationException.class);
  }

  @Test
  void bearingCountsTheGrainsUnderThePlate() {
    // Grains 0 and 1 under the top plate (disk 4), which presses the first thrice as hard; 2 touches nothing, 3 is the
    // bottom plate.
    List<GougeSnapshot.Grain> disks = List.of(grain(1, 0.6), grain(3, 0.4), grain(5, 1), grain(1, 0), grain(1, 1));
    List<GougeSnapshot.Contact> contacts = List.of(contact(0, 4, 3), contact(1, 4, 1), contact(3, 0, 3));
    GougeSnapshot.Bearing bearing = new GougeSnapshot(0, 6, disks, 3, 1, contacts).bearing();
    assertThat(bearing).isEqualTo(new GougeSnapshot.Bearing(3, 1, 1, 2));
  }

  private static GougeSnapshot.Grain grain(double x, double vx) {
    return new GougeSnapshot.Grain(x, 1, 0.5, 0, vx, 0, 0);
  }

  private static GougeSnapshot.Contact contact(int first, int second, double force) {
    return new GougeSnapshot.Contact(first, second, 0, 1, 0.01, force, 0);
  }
}
