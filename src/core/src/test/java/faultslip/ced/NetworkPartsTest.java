package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.ced.Ced.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoder, latent space and decoder can be taken apart and put together. */
class NetworkPartsTest {
  private static final TrainingSettings SETTINGS = TrainingSettings.standard().withSteps(12).withStopping(6, 12).withBatch(4);
  private final Ced one = Tiny.untrained(Tiny.PLAIN, 1);
  private final Ced other = Tiny.untrained(Tiny.PLAIN, 2);

  static Stream<CedArchitecture> architectures() {
    return Stream.of(Tiny.PLAIN, Tiny.PLAIN.withBlocks(new CedArchitecture.Blocks(Downsampling.STRIDED_CONVOLUTION, 0, true, 0.2)));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void everyLayerWithParametersIsInOnePart(CedArchitecture architecture) {
    Ced network = Tiny.untrained(architecture, 3);
    NetworkAssembly assembly = new NetworkAssembly(architecture);
    List<Set<String>> parts = Stream.of(Part.values()).map(assembly::layers).toList();
    Set<String> all = new HashSet<>();
    parts.forEach(all::addAll);
    assertThat(all).hasSize(parts.stream().mapToInt(Set::size).sum());
    for (var layer : network.graph().getLayers()) {
      if (layer.numParams() > 0) {
        assertThat(all).contains(layer.conf().getLayer().getLayerName());
      }
    }
    assertThat(parts.get(0)).allMatch(name -> name.startsWith("down"));
    assertThat(parts.get(1)).allMatch(name -> name.startsWith("latent"));
    assertThat(parts.get(2)).allMatch(name -> name.startsWith("up") || name.equals("output"));
  }

  @ParameterizedTest
  @EnumSource(Part.class)
  void onePartIsTheOthersAndTheRestItsOwn(Part part) {
    Ced made = one.with(part, other);
    Set<String> exchanged = new NetworkAssembly(Tiny.PLAIN).layers(part);
    for (var layer : made.graph().getLayers()) {
      String name = layer.conf().getLayer().getLayerName();
      Ced from = exchanged.contains(name) ? other : one;
      assertThat(layer.params()).isEqualTo(from.graph().getLayer(name).params());
    }
  }

  @Test
  void allPartsOfAnotherAreThatOther() {
    Ced made = one.with(Part.ENCODER, other).with(Part.DECODER, other).with(Part.LATENT_SPACE, other);
    assertThat(made.graph().params()).isEqualTo(other.graph().params());
    assertThat(one.graph().params()).isNotEqualTo(other.graph().params());
  }

  @Test
  void partsOfAnotherArchitectureAreRefused() {
    Ced wider = Tiny.untrained(CedArchitecture.of(16, 16, List.of(4, 8)), 1);
    assertThatThrownBy(() -> one.with(Part.ENCODER, wider)).isInstanceOf(CedException.class).hasMessageContaining("same architecture");
  }

  @Test
  void fineTuningBeginsWhereTheNetworkIsAndChangesEveryPart() {
    TrainingData data = Tiny.data(4);
    TrainingSettings slow = SETTINGS.withLearningRate(1e-9, 0).withSteps(1);
    TrainedNetwork barely = one.fineTune(data, slow, 0, Optional.empty(), TrainingProgress.SILENT);
    assertThat(barely.history().bestLoss()).isCloseTo(Tiny.loss(one, data), org.assertj.core.api.Assertions.within(1e-3));
    Ced tuned = one.fineTune(data, SETTINGS, 0, Optional.empty(), TrainingProgress.SILENT).network();
    for (Part part : Part.values()) {
      for (String layer : new NetworkAssembly(Tiny.PLAIN).layers(part)) {
        if (one.graph().getLayer(layer).numParams() > 0) {
          assertThat(tuned.graph().getLayer(layer).params()).isNotEqualTo(one.graph().getLayer(layer).params());
        }
      }
    }
  }
}
