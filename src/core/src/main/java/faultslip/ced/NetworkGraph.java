package faultslip.ced;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * What a {@link NetworkArchitecture} adds its layers to: a DL4J graph of which a part may be frozen. Layers are linear,
 * and their convolutions keep the size of an image, unless they say otherwise.
 *
 * <p>A layer's name is unique in the network. Weights are drawn anew by {@link Initialisation} for convolutions,
 * transposed convolutions and dense layers; others begin as DL4J begins them.
 */
public final class NetworkGraph {
  private final GraphBuilder builder;
  private final boolean frozenDecoder;
  private boolean inDecoder;
  private final Set<String> layers = new LinkedHashSet<>();

  NetworkGraph(IUpdater updater, boolean frozenDecoder) {
    this.frozenDecoder = frozenDecoder;
    this.builder = new NeuralNetConfiguration.Builder()
        .seed(0) // what Initialisation does not draw must not depend on the time of day
        .updater(updater)
        .activation(new ActivationIdentity())
        .convolutionMode(ConvolutionMode.Same)
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
        .graphBuilder();
  }

  GraphBuilder builder() {
    return builder;
  }

  /** Names of the layers that have been added. */
  Set<String> layers() {
    return Collections.unmodifiableSet(layers);
  }

  /** Whether what is added next belongs to the decoder. */
  void setInDecoder(boolean now) {
    inDecoder = now;
  }

  private boolean isFrozen() {
    return frozenDecoder && inDecoder;
  }

  /**
   * Adds a layer.
   *
   * @param inputs names of what it takes, at least one
   * @return its name
   * @throws CedException if it is a batch normalisation of the decoder, which cannot be frozen by itself; use
   *     {@link #normalised}
   */
  public String layer(String name, Layer layer, String... inputs) {
    if (inDecoder && layer instanceof BatchNormalization) {
      throw new CedException("Layer '" + name
          + "' is a batch normalisation in the decoder, which cross-training cannot "
          + "freeze; add it with its convolution, by NetworkGraph.normalised.");
    }
    builder.addLayer(name, isFrozen() ? new FrozenLayerWithBackprop(layer) : layer, inputs);
    layers.add(name);
    return name;
  }

  /**
   * Adds a vertex, which has no parameters: a concatenation, a sum.
   *
   * @param inputs names of what it takes, at least one
   * @return its name
   */
  public String vertex(String name, GraphVertex vertex, String... inputs) {
    builder.addVertex(name, vertex, inputs);
    return name;
  }

  /**
   * Adds a convolution, a batch normalisation and an activation. Where they are frozen the normalisation is folded into
   * the convolution.
   *
   * @param convolution not a transposed one; its own activation is replaced
   * @return the name of the last of the three
   */
  public String normalised(String name, ConvolutionLayer convolution, IActivation activation, String input) {
    if (convolution instanceof Deconvolution2D) {
      throw new CedException("Layer '" + name + "' is a transposed convolution, into which no normalisation can be "
          + "folded; add it by NetworkGraph.layer.");
    }
    convolution.setActivationFn(isFrozen() ? activation : new ActivationIdentity());
    layer(name, convolution, input);
    if (isFrozen()) {
      return name;
    }
    String normalisation = normalisation(name);
    String activated = name + "-activated";
    builder.addLayer(normalisation, new BatchNormalization.Builder().useLogStd(false).build(), name);
    builder.addLayer(activated, new ActivationLayer(activation), normalisation);
    layers.add(normalisation);
    return activated;
  }

  /** Name of the batch normalisation behind a convolution. */
  static String normalisation(String convolution) {
    return convolution + "-normalised";
  }

  /**
   * Adds a layer without parameters that does something in training alone, such as dropout; it is left out where its
   * part is frozen.
   *
   * @return its name, or that of its input
   */
  public String inTraining(String name, Layer layer, String input) {
    return isFrozen() ? input : layer(name, layer, input);
  }
}
