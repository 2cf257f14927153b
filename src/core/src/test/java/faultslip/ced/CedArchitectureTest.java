package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Parameters counted by hand; shapes that are none are refused. */
class CedArchitectureTest {
  /** A 3×3 convolution: weights and biases. */
  private static int three(int in, int out) {
    return 9 * in * out + out;
  }

  @Test
  void parametersByHand() {
    int down = three(1, 2) + three(2, 2) + three(2, 3) + three(3, 3);
    int latent = three(3, 4) + three(4, 3);
    int transposed = 4 * 3 * 3 + 3 + 4 * 3 * 2 + 2;
    int up = three(6, 3) + three(3, 3) + three(4, 2) + three(2, 2);
    int last = 2 + 1;
    Ced network = Tiny.untrained(Tiny.PLAIN, 0);
    assertThat(network.parameters()).isEqualTo(down + latent + transposed + up + last);
    assertThat(network.latentShare())
        .isCloseTo(latent / (double) (down + latent + transposed + up + last), within(1e-12));
  }

  @Test
  void batchNormalisationAddsFourNumbersAFilter() {
    int filters = 2 * (2 + 3) + (4 + 3) + 2 * (3 + 2);
    assertThat(Tiny.untrained(Tiny.architecture(true, 0), 0).parameters())
        .isEqualTo(Tiny.untrained(Tiny.PLAIN, 0).parameters() + 4L * filters);
  }

  @Test
  void stridedConvolutionsReplacePooling() {
    CedArchitecture strided = Tiny.architecture(Downsampling.STRIDED_CONVOLUTION, false, 0);
    assertThat(Tiny.untrained(strided, 0).parameters())
        .isEqualTo(Tiny.untrained(Tiny.PLAIN, 0).parameters() + three(2, 2) + three(3, 3));
  }

  @Test
  void latentSpaceOfTheStandardNetworkIsAboutAFifth() {
    CedArchitecture standard = CedArchitecture.of(32, 64, List.of(8, 16, 32, 48));
    assertThat(Tiny.untrained(standard, 0).latentShare()).isBetween(0.15, 0.25);
  }

  @Test
  void imageThatCannotBeHalvedIsRefused() {
    assertThatThrownBy(() -> architecture(18, 16, List.of(2, 3))).isInstanceOf(CedException.class)
        .hasMessage("Image of 18 scales × 16 samples cannot be halved 2 times; give multiples of 4.");
    assertThatThrownBy(() -> architecture(16, 2, List.of(2, 3))).isInstanceOf(CedException.class)
        .hasMessageContaining("2 samples");
    assertThatThrownBy(() -> architecture(0, 16, List.of(2))).isInstanceOf(CedException.class)
        .hasMessageContaining("0 scales");
  }

  @Test
  void numbersOutsideTheirRangeAreRefused() {
    assertThatThrownBy(() -> architecture(16, 16, List.of())).isInstanceOf(CedException.class)
        .hasMessageContaining("Filters []");
    assertThatThrownBy(() -> architecture(16, 16, List.of(2, 0))).isInstanceOf(CedException.class)
        .hasMessageContaining("[2, 0]");
    assertThatThrownBy(() -> Tiny.PLAIN.withLatent(0, 2))
        .isInstanceOf(CedException.class).hasMessageContaining("0 filters");
    assertThatThrownBy(() -> Tiny.PLAIN.withLatent(4, 0))
        .isInstanceOf(CedException.class).hasMessageContaining("0 convolutions");
    assertThatThrownBy(() -> new CedArchitecture.Blocks(Downsampling.MAX_POOLING, 1, false, 0))
        .isInstanceOf(CedException.class).hasMessageContaining("1.0");
    assertThatThrownBy(() -> new CedArchitecture.Blocks(Downsampling.MAX_POOLING, 0, false, Double.NaN))
        .isInstanceOf(CedException.class).hasMessageContaining("Skip dropout is NaN");
  }

  private static CedArchitecture architecture(int scales, int width, List<Integer> filters) {
    return CedArchitecture.of(scales, width, filters);
  }

  @Test
  void networkOfAnotherWidthHasTheSameWeightsAndSeesTheSameInTheMiddle() {
    CedArchitecture narrow = Tiny.PLAIN;
    Ced network = Tiny.untrained(narrow, 3);
    Ced wide = network.withWidth(64);
    assertThat(Bits.of(wide)).isEqualTo(Bits.of(network));
    assertThat(wide.architecture()).isEqualTo(narrow.withWidth(64));
    assertThat(network.withWidth(narrow.width())).isSameAs(network);
    // What two wide networks have in common reaches as far as the layers do, and no further.
    float[] images = new float[narrow.scales() * 128];
    float[] shifted = new float[narrow.scales() * 64];
    for (int j = 0; j < narrow.scales(); j++) {
      for (int n = 0; n < 128; n++) {
        images[128 * j + n] = (float) Math.sin(0.3 * n + j);
        if (n >= 32 && n < 96) {
          shifted[64 * j + n - 32] = images[128 * j + n];
        }
      }
    }
    float[] all = network.withWidth(128).apply(images);
    float[] part = wide.apply(shifted);
    for (int j = 0; j < narrow.scales(); j++) {
      assertThat(part[64 * j + 32]).isEqualTo(all[128 * j + 64], within(1e-5f));
    }
    assertThatThrownBy(() -> network.withWidth(narrow.width() + 1)).isInstanceOf(CedException.class);
  }
}
