package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.InterruptedWorkException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training that was interrupted goes on as if it had not been, to the last bit. */
class ResumeTest {
  private static final TrainingSettings SETTINGS = Tiny.training(40, 8, 1e-2, 5, 0.8, 0.5, 0.3, 10, 40);
  private static final long SEED = 11;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"10, false", "34, false", "27, true"})
  void interruptedTrainingEndsInTheSameBits(int last, boolean batchNormalisation) {
    CedArchitecture architecture = Tiny.architecture(batchNormalisation, 0.3);
    TrainingData data = Tiny.data(1);
    TrainedNetwork uninterrupted =
        Ced.train(architecture, data, SETTINGS, SEED, Optional.empty(), TrainingProgress.SILENT);

    Path checkpoint = folder.resolve("checkpoint.zip");
    interrupt(architecture, data, checkpoint, last);
    Map<Path, Integer> steps = Map.of(killed(checkpoint), last / 10 * 10 + 1, checkpoint, last + 1);
    steps.forEach((file, expected) -> {
      int[] first = new int[1];
      TrainedNetwork resumed = Ced.train(architecture, data, SETTINGS, SEED, Optional.of(file),
          (step, all, loss) -> first[0] = first[0] == 0 ? step : first[0]);
      assertThat(first[0]).as("goes on after the last checkpoint, %s", file.getFileName()).isEqualTo(expected);
      assertThat(Bits.of(resumed.network())).isEqualTo(Bits.of(uninterrupted.network()));
      assertThat(resumed.history().validations()).isEqualTo(uninterrupted.history().validations());
      assertThat(resumed.history().bestStep()).isEqualTo(uninterrupted.history().bestStep());
    });
  }

  /** The checkpoint that a process leaves that is killed; one that is told to stop keeps another at that step. */
  private static Path killed(Path checkpoint) {
    return checkpoint.resolveSibling("killed.zip");
  }

  @Test
  void interruptedCrossTrainingEndsInTheSameBits() {
    Ced simulated = Ced.train(Tiny.PLAIN, Tiny.data(1), Tiny.settings(), 0, Optional.empty(), TrainingProgress.SILENT)
        .network();
    TrainingData data = Tiny.data(2);
    TrainedNetwork uninterrupted =
        simulated.crossTrain(data, Tiny.settings(), LatentStart.FRESH, SEED, Optional.empty(),
        TrainingProgress.SILENT);

    Path checkpoint = folder.resolve("checkpoint.zip");
    ComputationGraph whole = new NetworkAssembly(Tiny.PLAIN).whole();
    Arrays.stream(whole.getLayers()).filter(layer -> layer.numParams() > 0).forEach(layer -> {
      float[] parameters = Bits.parameters(simulated, layer.conf().getLayer().getLayerName());
      layer.params().assign(org.nd4j.linalg.factory.Nd4j.createFromArray(parameters).reshape(layer.params().shape()));
    });
    ComputationGraph latent = new NetworkAssembly(Tiny.PLAIN).latentAndDecoder(TrainingLoop.adam(Tiny.settings()));
    Initialisation.HE.draw(latent, SEED);
    NetworkAssembly.install(whole, latent, false);
    List<String> encoder = latent.getConfiguration().getNetworkInputs();
    TrainingLoop loop = new TrainingLoop(latent, training(data, Tiny.PLAIN).encodedBy(new Dl4jEngine(whole), encoder, Long.MAX_VALUE),
        validation(data, Tiny.PLAIN).encodedBy(new Dl4jEngine(whole), encoder, Long.MAX_VALUE), Tiny.settings(), SEED, Optional.of(checkpoint), 0,
        new Interruption(15, checkpoint));
    assertThatThrownBy(loop::run).isInstanceOf(Interruption.Now.class);

    TrainedNetwork resumed =
        simulated.crossTrain(data, Tiny.settings(), LatentStart.FRESH, SEED, Optional.of(checkpoint),
        TrainingProgress.SILENT);
    assertThat(Bits.of(resumed.network())).isEqualTo(Bits.of(uninterrupted.network()));
    assertThat(resumed.history().validations()).isEqualTo(uninterrupted.history().validations());
  }

  /** As a notebook's "Interrupt" does: at once, and not back to the last validation. */
  @Test
  void interruptedThreadStopsBehindTheStepAndGoesOnFromThere() {
    TrainingData data = Tiny.data(1);
    Path checkpoint = folder.resolve("checkpoint.zip");
    assertThatThrownBy(() -> Ced.train(Tiny.PLAIN, data, SETTINGS, SEED, Optional.of(checkpoint), (step, steps, loss) -> {
      if (step == 17) {
        Thread.currentThread().interrupt();
      }
    })).isInstanceOf(InterruptedWorkException.class).hasMessageContaining("after 17 of 40 steps");
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();

    int[] first = new int[1];
    TrainedNetwork resumed = Ced.train(Tiny.PLAIN, data, SETTINGS, SEED, Optional.of(checkpoint),
        (step, steps, loss) -> first[0] = first[0] == 0 ? step : first[0]);
    assertThat(first[0]).isEqualTo(18);
    TrainedNetwork uninterrupted = Ced.train(Tiny.PLAIN, data, SETTINGS, SEED, Optional.empty(), TrainingProgress.SILENT);
    assertThat(Bits.of(resumed.network())).isEqualTo(Bits.of(uninterrupted.network()));
  }

  @Test
  void interruptedThreadPredictsNothing() {
    Ced network = Ced.untrained(Tiny.PLAIN, Initialisation.HE, SEED);
    float[] images = new float[Tiny.PLAIN.scales() * Tiny.PLAIN.width()];
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> network.apply(images)).isInstanceOf(InterruptedWorkException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void checkpointOfMoreStepsThanAskedForIsRefused() throws IOException {
    Path checkpoint = folder.resolve("checkpoint.zip");
    interrupt(Tiny.PLAIN, Tiny.data(1), checkpoint, 25);
    TrainingSettings fewer = Tiny.training(20, 8, 1e-2, 5, 0.8, 0.5, 0.3, 10, 20);
    assertThatThrownBy(() -> Ced.train(Tiny.PLAIN, Tiny.data(1), fewer, SEED, Optional.of(checkpoint),
        TrainingProgress.SILENT)).isInstanceOf(CedException.class)
        .hasMessage("Cannot go on from " + checkpoint + ": it has done 25 steps of 20; delete it to start over.");
  }

  @Test
  void damagedCheckpointIsOneClearLine() throws IOException {
    Path checkpoint = folder.resolve("checkpoint.zip");
    interrupt(Tiny.PLAIN, Tiny.data(1), checkpoint, 25);
    byte[] whole = Files.readAllBytes(checkpoint);
    refused(checkpoint, Arrays.copyOf(whole, whole.length / 2));
    refused(checkpoint, Arrays.copyOf(whole, 300));
    refused(checkpoint, new byte[0]);
    refused(checkpoint, "not a checkpoint".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void checkpointOfAnotherNetworkIsOneClearLine() throws IOException {
    Path checkpoint = folder.resolve("checkpoint.zip");
    interrupt(Tiny.architecture(true, 0), Tiny.data(1), checkpoint, 25);
    refused(checkpoint, Files.readAllBytes(checkpoint));
  }

  private static void refused(Path checkpoint, byte[] content) throws IOException {
    Files.write(checkpoint, content);
    assertThatThrownBy(() ->
        Ced.train(Tiny.PLAIN, Tiny.data(1), SETTINGS, SEED, Optional.of(checkpoint), TrainingProgress.SILENT))
        .isInstanceOf(CedException.class).hasMessageStartingWith("Cannot go on from " + checkpoint)
        .hasMessageEndingWith("; delete it to start over.").hasMessageNotContaining("\n")
        .hasMessageNotContaining("null");
  }

  /** Trains as {@link Ced#train} does, with a checkpoint at each validation, until the callback throws. */
  private static void interrupt(CedArchitecture architecture, TrainingData data, Path checkpoint, int last) {
    NativeBackend.require();
    ComputationGraph graph = new NetworkAssembly(architecture)
        .whole(SETTINGS.regularisation().supervision(), TrainingLoop.adam(SETTINGS));
    Initialisation.HE.draw(graph, SEED);
    TrainingLoop loop = new TrainingLoop(graph, training(data, architecture), validation(data, architecture), SETTINGS,
        SEED, Optional.of(checkpoint), 0, new Interruption(last, checkpoint));
    assertThatThrownBy(loop::run).isInstanceOf(Interruption.Now.class);
    assertThat(checkpoint).exists();
  }

  private static WindowImages training(TrainingData data, CedArchitecture architecture) {
    return WindowImages.of(data.training(), data.windows(), architecture);
  }

  private static WindowImages validation(TrainingData data, CedArchitecture architecture) {
    return WindowImages.of(data.validation(), data.validationWindows(), architecture);
  }

  /** Throws after a step, and keeps what a process killed there would leave. */
  private record Interruption(int last, Path checkpoint) implements TrainingProgress {
    static final class Now extends RuntimeException {}

    @Override
    public void at(int step, int steps, double bestLoss) {
      if (step == last) {
        try {
          Files.copy(checkpoint, killed(checkpoint));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        throw new Now();
      }
    }
  }
}
