package faultslip.ced;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.InterruptedWorkException;
import faultslip.split.Windows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * A convolutional encoder-decoder, or another network of encoder, latent space and decoder: maps the scalogram of an
 * emission to the scalogram of a fault state, window by window. Immutable once made; safe for use by several threads,
 * one at a time.
 */
public final class Ced {
  /**
   * Raised whenever the same data, settings and seed give other numbers than before: networks that a store keeps are
   * trained anew then.
   */
  public static final int REVISION = 1;

  /** In bytes. */
  private static final long MOST_CONFIGURATION = 1 << 24;
  /** A network of another architecture is still read, and told so. */
  private static final long SLACK = 64;

  /** Bytes of an encoder's outputs that are kept. */
  private static final long MOST_KEPT = 512L << 20;
  /** Images that are mapped at once. */
  static final int BATCH = 64;

  private final NetworkArchitecture architecture;
  private final ComputationGraph graph;

  private Ced(NetworkArchitecture architecture, ComputationGraph graph) {
    this.architecture = architecture;
    this.graph = graph;
  }

  /** Parts that a network is made of. */
  public enum Part { ENCODER, LATENT_SPACE, DECODER }

  /** A network with random weights: the same seed gives the same bits. */
  public static Ced untrained(NetworkArchitecture architecture, Initialisation initialisation, long seed) {
    NativeBackend.require();
    ComputationGraph graph = new NetworkAssembly(architecture).whole();
    initialisation.draw(graph, seed);
    return new Ced(architecture, graph);
  }

  /**
   * Trains a network from random weights.
   *
   * @param seed of the weights, of the windows drawn and of the dropped skips
   * @param checkpoint where to keep what is needed to go on after an interruption, and to go on from if it is there
   * @throws CedException if the windows do not fit the architecture, or training diverges
   */
  public static TrainedNetwork train(NetworkArchitecture architecture, TrainingData data, TrainingSettings settings,
      long seed, Optional<Path> checkpoint, TrainingProgress progress) {
    NativeBackend.require();
    ComputationGraph graph = new NetworkAssembly(architecture)
        .whole(settings.regularisation().supervision(), TrainingLoop.adam(settings));
    settings.initialisation().draw(graph, seed);
    return train(architecture, graph, data, settings, seed, checkpoint, progress);
  }

  private static TrainedNetwork train(NetworkArchitecture architecture, ComputationGraph graph, TrainingData data,
      TrainingSettings settings, long seed, Optional<Path> checkpoint, TrainingProgress progress) {
    WindowImages training = WindowImages.of(data.training(), data.windows(), architecture);
    WindowImages validation = WindowImages.of(data.validation(), data.validationWindows(), architecture);
    TrainingHistory history = new TrainingLoop(graph, training, validation, settings, seed, checkpoint,
        TrainingLoop.CHECKPOINT_NANOS, progress).run();
    return new TrainedNetwork(of(architecture, graph), history);
  }

  /**
   * Fine-tunes: all parts go on learning from where they are, on new data. This network is not changed.
   *
   * @param settings whose initialisation is not used, but for heads that supervise the decoder
   * @param seed of the windows drawn, of the dropped skips, and of those heads
   * @throws CedException if the windows do not fit the architecture, or training diverges
   */
  public TrainedNetwork fineTune(TrainingData data, TrainingSettings settings, long seed, Optional<Path> checkpoint,
      TrainingProgress progress) {
    NativeBackend.require();
    ComputationGraph tuned = new NetworkAssembly(architecture)
        .whole(settings.regularisation().supervision(), TrainingLoop.adam(settings));
    settings.initialisation().draw(tuned, seed);
    synchronized (graph) {
      NetworkAssembly.takeOver(graph, tuned);
    }
    return train(architecture, tuned, data, settings, seed, checkpoint, progress);
  }

  /** This network with a part of another of its architecture, or a {@link CedException}; neither is changed. */
  public Ced with(Part part, Ced other) {
    if (!architecture.equals(other.architecture)) {
      throw new CedException("Part of a network of %s asked for by one of %s; give one of the same architecture."
          .formatted(other.architecture, architecture));
    }
    synchronized (graph) {
      Ced made = of(architecture, graph);
      NetworkAssembly.copy(new NetworkAssembly(architecture).layers(part), other.graph, made.graph);
      return made;
    }
  }

  /** Trains from random weights without checkpoint and report; a {@link CedException} as if with them. */
  public static TrainedNetwork train(NetworkArchitecture architecture, TrainingData data, TrainingSettings settings,
      long seed) {
    return train(architecture, data, settings, seed, Optional.empty(), TrainingProgress.SILENT);
  }

  /**
   * Cross-trains: encoder and decoder stay as they are, bit for bit, and the latent space alone learns from new data,
   * with gradients that pass through the frozen decoder. This network is not changed.
   *
   * <p>The frozen encoder's outputs are computed once, and the decoder's batch normalisations are folded into its
   * convolutions while they are frozen.
   *
   * @param start where the latent space starts from
   * @param seed of the windows drawn, and of the weights if they start afresh
   * @throws CedException if the windows do not fit the architecture, or training diverges
   */
  public TrainedNetwork crossTrain(TrainingData data, TrainingSettings settings, LatentStart start, long seed,
      Optional<Path> checkpoint, TrainingProgress progress) {
    NativeBackend.require();
    WindowImages training = WindowImages.of(data.training(), data.windows(), architecture);
    WindowImages validation = WindowImages.of(data.validation(), data.validationWindows(), architecture);
    ComputationGraph latent = new NetworkAssembly(architecture).latentAndDecoder(TrainingLoop.adam(settings));
    List<String> encoder = latent.getConfiguration().getNetworkInputs();
    if (start == LatentStart.FRESH) {
      settings.initialisation().draw(latent, seed);
    }
    Ced crossTrained;
    synchronized (graph) {
      NetworkAssembly.install(graph, latent, start == LatentStart.TRAINED);
      crossTrained = of(architecture, graph);
    }
    try (NetworkEngine whole = NetworkEngine.toPredict(architecture, crossTrained.graph)) {
      TrainingHistory history = new TrainingLoop(latent, training.encodedBy(whole, encoder, MOST_KEPT),
          validation.encodedBy(whole, encoder, MOST_KEPT), settings, seed, checkpoint, TrainingLoop.CHECKPOINT_NANOS,
          progress).run();
      NetworkAssembly.takeOver(latent, crossTrained.graph);
      return new TrainedNetwork(crossTrained, history);
    }
  }

  /** Cross-trains from a fresh latent space without checkpoint and report; a {@link CedException} as if with them. */
  public TrainedNetwork crossTrain(TrainingData data, TrainingSettings settings, long seed) {
    return crossTrain(data, settings, LatentStart.FRESH, seed, Optional.empty(), TrainingProgress.SILENT);
  }

  /** A network with the parameters of a graph that has all its layers, and perhaps more. */
  private static Ced of(NetworkArchitecture architecture, ComputationGraph source) {
    return new Ced(architecture, new NetworkAssembly(architecture).copyOf(source));
  }

  static void requireFit(NetworkArchitecture architecture, int channels, int scales, Windows windows) {
    if (windows.width() != architecture.width() || scales != architecture.scales()) {
      throw new CedException("Windows of %d scales × %d samples for a network of %d × %d; give one shape."
          .formatted(scales, windows.width(), architecture.scales(), architecture.width()));
    }
    if (channels != architecture.channels()) {
      throw new CedException("Windows of %d images each for a network that sees %d; give it as many (ManyChannels)."
          .formatted(channels, architecture.channels()));
    }
  }

  public NetworkArchitecture architecture() {
    return architecture;
  }

  /** This network, its parameters, for another width; a {@link CedException} if some level cannot halve it. */
  public Ced withWidth(int samples) {
    synchronized (graph) {
      return samples == architecture.width() ? this : of(architecture.withWidth(samples), graph);
    }
  }

  /** Number of trainable numbers. */
  public long parameters() {
    return graph.numParams();
  }

  /** Share of the parameters that belong to the latent space, 0 to 1; about 0.2 in the paper. */
  public double latentShare() {
    long latent = Arrays.stream(new NetworkAssembly(architecture).latentAndDecoder(new NoOp()).getLayers())
        .filter(layer -> !(layer instanceof FrozenLayerWithBackprop)).mapToLong(Layer::numParams).sum();
    return latent / (double) parameters();
  }

  ComputationGraph graph() {
    return graph;
  }

  /** Maps images, [window][channel][scale][time] in one flat array, to images, [window][scale][time]. */
  public float[] apply(float[] images) {
    return mapping(network -> network.apply(images));
  }

  /** What comes of this network as a function, {@link #apply}: what computes it is made once, not each time. */
  <R> R mapping(Function<UnaryOperator<float[]>, R> work) {
    NativeBackend.require();
    synchronized (graph) {
      try (NetworkEngine engine = NetworkEngine.toPredict(architecture, graph)) {
        return work.apply(images -> apply(engine, images));
      }
    }
  }

  private float[] apply(NetworkEngine engine, float[] images) {
    int size = architecture.channels() * architecture.scales() * architecture.width();
    float[] mapped = new float[images.length / architecture.channels()];
    for (int from = 0; from < images.length; from += BATCH * size) {
      InterruptedWorkException.check();
      int length = Math.min(BATCH * size, images.length - from);
      INDArray input = WindowImages.array(
          length == images.length ? images : Arrays.copyOfRange(images, from, from + length), architecture);
      INDArray output = engine.output(input);
      float[] said = output.dup('c').data().asFloat();
      System.arraycopy(said, 0, mapped, from / architecture.channels(), said.length);
      WindowImages.free(input);
      WindowImages.free(output);
    }
    return mapped;
  }

  /** Writes the network in DL4J's own format, whole or not at all; a {@link FaultslipException} if it cannot. */
  public void save(Path file) {
    AtomicFile.write(file, stream -> {
      synchronized (graph) {
        ModelSerializer.writeModel(graph, stream, false);
      }
    });
  }

  // Of what else such a file may hold DL4J deserialises some, and that may run whatever it likes, or never end.
  private static void requireOurs(Path file, long parameters) throws IOException {
    Map<String, Long> most = Map.of("configuration.json", MOST_CONFIGURATION, "coefficients.bin",
        Float.BYTES * parameters * SLACK + MOST_CONFIGURATION);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Long limit = most.get(entry.getName());
        if (limit == null) {
          throw new IOException("it holds '" + entry.getName() + "', which no network of the kit does");
        }
        try (InputStream content = zip.getInputStream(entry)) {
          // What it says of its size need not be so.
          content.skipNBytes(Math.min(limit, entry.getSize()));
          if (entry.getSize() > limit || content.read() >= 0) {
            throw new IOException("its '" + entry.getName() + "' is too long");
          }
        }
      }
    }
  }

  /** Reads a network that {@link #save} wrote; a {@link CedException} if it is none, or of another architecture. */
  public static Ced load(Path file, NetworkArchitecture architecture) {
    NativeBackend.require();
    try {
      long expected = new NetworkAssembly(architecture).whole().numParams();
      requireOurs(file, expected);
      ComputationGraph stored = ModelSerializer.restoreComputationGraph(file.toFile(), false);
      if (stored.numParams() != expected) {
        throw new CedException("%s holds %d parameters, the architecture has %d; delete it to train anew."
            .formatted(file, stored.numParams(), expected));
      }
      return of(architecture, stored);
    } catch (CedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new CedException("Cannot read the network " + file + ": " + e.getMessage() + "; delete it to train anew.",
          e);
    }
  }
}
