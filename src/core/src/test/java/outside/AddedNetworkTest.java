package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.Augmentation;
import faultslip.ced.Ced;
import faultslip.ced.CedException;
import faultslip.ced.Initialisation;
import faultslip.ced.LatentStart;
import faultslip.ced.ModelKey;
import faultslip.ced.ModelStore;
import faultslip.ced.NetworkArchitecture;
import faultslip.ced.NetworkGraph;
import faultslip.ced.Prediction;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.SlidingPrediction;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Split;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Padding;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that is one class of one's own is trained, cross-trained, stored and predicts as the library's is. */
class AddedNetworkTest {
  private static final ScalogramSettings IMAGE =
      new ScalogramSettings(DerivativeOfGaussian.ricker(), 1, 8, 16, Padding.ZERO);
  private static final Windows WINDOWS = new Windows(16, 4);
  private static final TrainingSettings SETTINGS =
      TrainingSettings.standard().withSteps(60).withBatch(8).withLearningRate(2e-2, 0).withStopping(10, 60);
  private static final SkiplessNetwork NETWORK = new SkiplessNetwork(16, 16, 3);

  @TempDir private Path folder;

  @Test
  void learnsAndCrossTrainingMovesItsLatentSpaceAloneAndTheStoreKeepsIt() throws Exception {
    Split simulation = SplitFractions.SIMULATION.of(stickSlip(1, 0.06));
    Split laboratory = SplitFractions.SIMULATION.of(stickSlip(2, 0.05));
    ModelStore store = new ModelStore(folder);
    TrainedNetwork simulated = store.get(key("simulation"), NETWORK, checkpoint ->
        Ced.train(NETWORK, data(simulation), SETTINGS, 0, checkpoint, TrainingProgress.SILENT));
    assertThat(simulated.history().bestLoss()).isLessThan(0.9 * simulated.history().validations().get(0).loss());
    TrainedNetwork crossTrained = store.get(key("cross"), NETWORK, checkpoint -> simulated.network()
        .crossTrain(data(laboratory), SETTINGS, LatentStart.FRESH, 1, checkpoint, TrainingProgress.SILENT));

    // By hand: a normalised 3×3 convolution and a plain one, of 3 filters; of 41 + 12 + 84 and so on.
    int normalised = 9 * 3 * 3 + 3 + 4 * 3;
    int latent = normalised + 84;
    assertThat(simulated.network().latentShare())
        .isCloseTo(latent / (double) (9 * 3 + 3 + 12 + 84 + latent + 39 + normalised + 39 + 4), within(1e-12));

    Map<String, float[]> before = parameters(key("simulation"));
    Map<String, float[]> after = parameters(key("cross"));
    Set<String> changed = new TreeSet<>();
    before.forEach((layer, parameters) -> {
      if (!Arrays.equals(parameters, after.get(layer))) {
        changed.add(layer);
      }
    });
    assertThat(changed).containsExactly("bottle", "neck", "neck-normalised");

    TrainedNetwork stored = new ModelStore(folder)
        .get(key("cross"), NETWORK, checkpoint -> fail("It is in the store."));
    Recording segment = laboratory.testing();
    RecordingStandardisation standardisation = RecordingStandardisation.of(laboratory.training(), IMAGE);
    SlidingPrediction sliding = new SlidingPrediction(IMAGE, WINDOWS);
    Prediction prediction = sliding.of(crossTrained.network(), segment, standardisation);
    assertThat(sliding.of(stored.network(), segment, standardisation).fault().values())
        .containsExactly(prediction.fault().values());
    assertThat(stored.network().withWidth(32).parameters()).isEqualTo(stored.network().parameters());
  }

  @Test
  void seedsDecideAboutItsBits() {
    TrainingData data = data(SplitFractions.SIMULATION.of(stickSlip(1, 0.06)));
    float[] image = new float[16 * 16];
    Arrays.fill(image, 0.3f);
    float[] first = trained(data, 4).apply(image);
    assertThat(trained(data, 4).apply(image)).containsExactly(first);
    assertThat(Arrays.equals(trained(data, 5).apply(image), first)).isFalse();
  }

  private static Ced trained(TrainingData data, long seed) {
    return Ced.train(NETWORK, data, SETTINGS.withSteps(5), seed, Optional.empty(), TrainingProgress.SILENT).network();
  }

  @Test
  void partsThatDoNotFitAreRefusedByName() {
    refused(new Altered() {
      @Override
      public List<String> decoder(NetworkGraph graph, String latent, List<String> encoded) {
        return List.of(latent);
      }
    }, "Output 'bottle' of the decoder of altered");
    refused(new Altered() {
      @Override
      public List<String> encoder(NetworkGraph graph, String image) {
        return List.of();
      }
    }, "The encoder of altered has no output");
    refused(new Altered() {
      @Override
      public List<String> decoder(NetworkGraph graph, String latent, List<String> encoded) {
        return List.of(graph.layer("norm", new BatchNormalization(), latent));
      }
    }, "Layer 'norm' is a batch normalisation in the decoder");
  }

  private static void refused(NetworkArchitecture architecture, String message) {
    assertThatThrownBy(() -> Ced.untrained(architecture, Initialisation.HE, 0)).isInstanceOf(CedException.class)
        .hasMessageStartingWith(message);
  }

  /** The network with a part done otherwise. */
  private abstract static class Altered implements NetworkArchitecture {

    @Override
    public int scales() {
      return NETWORK.scales();
    }

    @Override
    public int width() {
      return NETWORK.width();
    }

    @Override
    public int reduction() {
      return NETWORK.reduction();
    }

    @Override
    public NetworkArchitecture withWidth(int samples) {
      return fail("Not asked for.");
    }

    @Override
    public List<String> encoder(NetworkGraph graph, String image) {
      return NETWORK.encoder(graph, image);
    }

    @Override
    public String latentSpace(NetworkGraph graph, String encoded) {
      return NETWORK.latentSpace(graph, encoded);
    }

    @Override
    public List<String> decoder(NetworkGraph graph, String latent, List<String> encoded) {
      return NETWORK.decoder(graph, latent, encoded);
    }

    @Override
    public String toString() {
      return "altered";
    }
  }

  /** As they are on disk, read by DL4J alone. */
  private Map<String, float[]> parameters(ModelKey key) throws Exception {
    File file = folder.resolve(key.abbreviated()).resolve("network.zip").toFile();
    ComputationGraph graph = ModelSerializer.restoreComputationGraph(file, false);
    Map<String, float[]> parameters = new HashMap<>();
    for (Layer layer : graph.getLayers()) {
      if (layer.numParams() > 0) {
        parameters.put(layer.conf().getLayer().getLayerName(), layer.params().dup().data().asFloat());
      }
    }
    return parameters;
  }

  private static ModelKey key(String kind) {
    return ModelKey.of(kind).with("architecture", NETWORK).build();
  }

  private static TrainingData data(Split split) {
    return TrainingData.of(List.of(split), IMAGE, Augmentation.NONE, WINDOWS, new Windows(16, 16));
  }

  private static Recording stickSlip(int seed, double pace) {
    double[] emission = new double[300];
    double[] fault = new double[300];
    for (int i = 0; i < fault.length; i++) {
      double phase = 0.1 * seed + pace * i + 0.2 * Math.sin(0.013 * i);
      double cycle = phase - Math.floor(phase);
      fault[i] = 0.4 + 0.05 * (cycle < 0.8 ? cycle : 4 * (1 - cycle));
      emission[i] = -3 * cycle + 0.2 * Math.sin(seed * 7.7 * i);
    }
    Clock clock = new Clock(0, 0.1);
    return new Recording("stick-slip " + seed, new Series("emission", "", clock, emission),
        new Series("friction", "", clock, fault));
  }
}
