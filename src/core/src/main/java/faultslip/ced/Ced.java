package faultslip.ced;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolutional encoder-decoder: maps the scalogram of an emission to the scalogram of a fault state, window by
 * window. Immutable once made; safe for use by several threads, one at a time.
 */
public final class Ced {
  private static final int BATCH = 64;

  private final CedArchitecture architecture;
  private final ComputationGraph graph;

  private Ced(CedArchitecture architecture, ComputationGraph graph) {
    this.architecture = architecture;
    this.graph = graph;
  }

  /** A network with random weights: the same seed gives the same bits. */
  public static Ced untrained(CedArchitecture architecture, Initialisation initialisation, long seed) {
    NativeBackend.require();
    ComputationGraph graph = CedGraph.whole(architecture);
    CedGraph.initialise(graph, initialisation, seed);
    return new Ced(architecture, graph);
  }

  /**
   * Trains a network from random weights.
   *
   * @param seed of the weights, of the windows drawn and of the dropped skips
   * @param checkpoint where to keep what is needed to go on after an interruption, and to go on from if it is there
   * @throws CedException if the windows do not fit the architecture, or training diverges
   */
  public static TrainedNetwork train(CedArchitecture architecture, TrainingData data, TrainingSettings settings, long seed,
      Optional<Path> checkpoint, TrainingProgress progress) {
    NativeBackend.require();
    requireFit(architecture, data);
    ComputationGraph graph = CedGraph.whole(architecture, settings.regularisation().supervision(), NativeBackend.adam(settings));
    CedGraph.initialise(graph, settings.initialisation(), seed);
    TrainingWindows training = new TrainingWindows(data.training(), data.windows());
    WindowImages validation = WindowImages.of(new TrainingWindows(data.validation(), data.validationWindows()), architecture);
    TrainingLoop loop = new TrainingLoop(graph, settings, seed,
        step -> training.batch(training.draw(seed, step, settings.batch()), architecture, settings.regularisation().supervision() > 0),
        validation::loss, checkpoint, progress);
    TrainingHistory history = loop.run();
    return new TrainedNetwork(of(architecture, graph), history);
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
    requireFit(architecture, data);
    ComputationGraph latent = CedGraph.latentAndDecoder(architecture, NativeBackend.adam(settings));
    if (start == LatentStart.FRESH) {
      CedGraph.initialise(latent, settings.initialisation(), seed);
    }
    TrainingWindows training = new TrainingWindows(data.training(), data.windows());
    WindowImages encoded;
    WindowImages validation;
    synchronized (graph) {
      LatentTransfer.install(graph, latent, start == LatentStart.TRAINED);
      encoded = WindowImages.of(training, architecture).encodedBy(graph, architecture);
      validation = WindowImages.of(new TrainingWindows(data.validation(), data.validationWindows()), architecture)
          .encodedBy(graph, architecture);
    }
    TrainingLoop loop = new TrainingLoop(latent, settings, seed,
        step -> encoded.batch(training.draw(seed, step, settings.batch())), validation::loss, checkpoint, progress);
    TrainingHistory history = loop.run();
    Ced crossTrained = of(architecture, graph);
    LatentTransfer.takeOver(latent, crossTrained.graph);
    return new TrainedNetwork(crossTrained, history);
  }

  /** A network with the parameters of a graph that has all its layers, and perhaps more. */
  private static Ced of(CedArchitecture architecture, ComputationGraph source) {
    ComputationGraph graph = CedGraph.whole(architecture);
    for (Layer layer : graph.getLayers()) {
      LatentTransfer.copy(source.getLayer(layer.conf().getLayer().getLayerName()), layer);
    }
    return new Ced(architecture, graph);
  }

  private static void requireFit(CedArchitecture architecture, TrainingData data) {
    int scales = data.training().get(0).input().height();
    if (data.windows().width() != architecture.width() || scales != architecture.scales()) {
      throw new CedException("Windows of %d scales × %d samples for a network of %d × %d; give one shape."
          .formatted(scales, data.windows().width(), architecture.scales(), architecture.width()));
    }
  }

  public CedArchitecture architecture() {
    return architecture;
  }

  /**
   * The same network for windows of another width.
   *
   * @throws CedException if it cannot be halved at every level
   */
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
    long latent = 0;
    for (var layer : graph.getLayers()) {
      if (CedGraph.isLatent(layer.conf().getLayer().getLayerName())) {
        latent += layer.numParams();
      }
    }
    return latent / (double) parameters();
  }

  /** A copy of a layer's parameters, flat; empty for a layer without any. */
  float[] parametersOf(String layer) {
    INDArray parameters = graph.getLayer(layer).params();
    return parameters == null ? new float[0] : parameters.dup().data().asFloat();
  }

  /** Names of the layers, in the order of computation. */
  List<String> layers() {
    return Arrays.stream(graph.getLayers()).map(layer -> layer.conf().getLayer().getLayerName()).toList();
  }

  /**
   * Maps images.
   *
   * @param images [window][scale][time] in one flat array
   * @return images of the same shape
   */
  public float[] apply(float[] images) {
    int size = architecture.scales() * architecture.width();
    float[] mapped = new float[images.length];
    synchronized (graph) {
      for (int from = 0; from < images.length; from += BATCH * size) {
        int length = Math.min(BATCH * size, images.length - from);
        INDArray input = WindowImages.array(Arrays.copyOfRange(images, from, from + length), architecture);
        INDArray output = graph.output(input)[0];
        System.arraycopy(output.dup('c').data().asFloat(), 0, mapped, from, length);
      }
    }
    return mapped;
  }

  /**
   * Writes the network in DL4J's own format, whole or not at all.
   *
   * @throws FaultslipException if the file cannot be written
   */
  public void save(Path file) {
    AtomicFile.write(file, stream -> {
      synchronized (graph) {
        ModelSerializer.writeModel(graph, stream, false);
      }
    });
  }

  /**
   * Reads a network that {@link #save} wrote.
   *
   * @throws CedException if the file is not one, or is of another architecture
   */
  public static Ced load(Path file, CedArchitecture architecture) {
    NativeBackend.require();
    try {
      ComputationGraph stored = ModelSerializer.restoreComputationGraph(file.toFile(), false);
      ComputationGraph expected = CedGraph.whole(architecture);
      if (stored.numParams() != expected.numParams()) {
        throw new CedException("%s holds %d parameters, the architecture has %d; delete it to train anew."
            .formatted(file, stored.numParams(), expected.numParams()));
      }
      return of(architecture, stored);
    } catch (IOException | RuntimeException e) {
      if (e instanceof CedException known) {
        throw known;
      }
      throw new CedException("Cannot read the network " + file + ": " + e.getMessage() + "; delete it to train anew.", e);
    }
  }
}
