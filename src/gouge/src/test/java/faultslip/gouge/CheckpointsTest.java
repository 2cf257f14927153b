package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.gouge.ShearExperiment.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  private static final List<Stage> STAGES = List.of(new Stage(1, 30_000), new Stage(2, 30_000));
  private static final ShearExperiment EXPERIMENT = new ShearExperiment(Setups.small(), STAGES, 150);

  @TempDir Path folder;

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  /** Killed in the first stage, then in the second: what comes out has the bits of a run that was not. */
  @Test
  void runThatWasKilledGoesOnWithTheSameBits() {
    Checkpoints checkpoints = new Checkpoints(folder.resolve("fault.checkpoint"), 7000);
    killedAt(40_000, checkpoints);
    killedAt(60_000, checkpoints);
    GougeHistory resumed = EXPERIMENT.run(checkpoints, SimulationProgress.SILENT);
    GougeHistory whole = EXPERIMENT.run(SimulationProgress.SILENT);
    assertSameBits(resumed, whole);
    assertSameBits(EXPERIMENT.run(checkpoints, SimulationProgress.SILENT), whole);
  }

  private static void killedAt(long step, Checkpoints checkpoints) {
    assertThatThrownBy(() -> EXPERIMENT.run(checkpoints, (done, all) -> {
      if (done > step) {
        throw new IllegalStateException("killed");
      }
    })).hasMessage("killed");
    assertThat(checkpoints.file()).exists();
  }

  private static void assertSameBits(GougeHistory one, GougeHistory other) {
    assertThat(one.friction().clock()).isEqualTo(other.friction().clock());
    assertThat(one.friction().values()).isEqualTo(other.friction().values());
    assertThat(one.kineticEnergy().values()).isEqualTo(other.kineticEnergy().values());
    assertThat(one.displacement().values()).isEqualTo(other.displacement().values());
    assertThat(one.height().values()).isEqualTo(other.height().values());
    assertThat(one.normalStress().values()).isEqualTo(other.normalStress().values());
  }

  @Test
  void interruptedThreadStopsAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> EXPERIMENT.run(SimulationProgress.SILENT)).isInstanceOf(SimulationException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void checkpointOfAnotherExperimentIsRefused() {
    Checkpoints checkpoints = written();
    GougeParameters small = Setups.small();
    assertThatThrownBy(() -> new ShearExperiment(small.with(small.contacts().withFriction(0.6, 0.3, 0.01)), STAGES, 150)
        .run(checkpoints, SimulationProgress.SILENT)).isInstanceOf(SimulationException.class)
        .hasMessageContaining("parameters.contacts.staticFriction is 0.5 there, and 0.6 here");
    assertThatThrownBy(() -> new ShearExperiment(small, List.of(STAGES.get(0)), 150)
        .run(checkpoints, SimulationProgress.SILENT))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining("stages.2.normalStress is 2.0 there, and not given here");
    assertThatThrownBy(() -> new ShearExperiment(small.withSeed(2), STAGES, 150)
        .run(checkpoints, SimulationProgress.SILENT))
        .isInstanceOf(SimulationException.class).hasMessageContaining("parameters.grains.seed is 1 there, and 2 here");
  }

  @Test
  void damagedCheckpointIsRefused() throws IOException {
    Checkpoints checkpoints = written();
    byte[] bytes = Files.readAllBytes(checkpoints.file());
    bytes[bytes.length - 500] ^= 1;
    Files.write(checkpoints.file(), bytes);
    refused(checkpoints, "damaged");
    Files.write(checkpoints.file(), Arrays.copyOf(bytes, bytes.length / 2));
    refused(checkpoints, "damaged");
    Files.writeString(checkpoints.file(), "something else");
    refused(checkpoints, "no checkpoint");
  }

  private static void refused(Checkpoints checkpoints, String why) {
    assertThatThrownBy(() -> EXPERIMENT.run(checkpoints, SimulationProgress.SILENT))
        .isInstanceOf(SimulationException.class)
        .hasMessageContaining(why).hasMessageContaining(checkpoints.file().toString());
  }

  private Checkpoints written() {
    Checkpoints checkpoints = new Checkpoints(folder.resolve("fault.checkpoint"), 7000);
    killedAt(30_000, checkpoints);
    return checkpoints;
  }
}
