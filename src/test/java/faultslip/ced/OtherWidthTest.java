package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A network for narrower windows is the same network: every parameter, and every pixel that the edges do not reach. */
class OtherWidthTest {
  private static final CedArchitecture WIDE = new CedArchitecture(16, 128, List.of(3, 4), 4, 1,
      Downsampling.MAX_POOLING, 0.1, false, 0);

  @Test
  void parametersAreTheSameToTheBit() {
    Ced wide = Ced.untrained(WIDE, Initialisation.HE, 3);
    Ced narrow = wide.withWidth(16);
    assertThat(narrow.architecture().width()).isEqualTo(16);
    assertThat(narrow.layers()).isEqualTo(wide.layers());
    for (String layer : wide.layers()) {
      assertThat(narrow.parametersOf(layer)).containsExactly(wide.parametersOf(layer));
    }
  }

  @Test
  void pixelsFarFromTheEdgesAreTheSame() {
    Ced wide = Ced.untrained(WIDE, Initialisation.HE, 3);
    Ced narrow = wide.withWidth(64);
    Random random = new Random(1);
    float[] image = new float[16 * 128];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) random.nextGaussian();
    }
    // Columns 32 to 95, halved as often at the same places.
    float[] middle = new float[16 * 64];
    for (int row = 0; row < 16; row++) {
      System.arraycopy(image, row * 128 + 32, middle, row * 64, 64);
    }
    float[] whole = wide.apply(image);
    float[] part = narrow.apply(middle);
    for (int row = 0; row < 16; row++) {
      float[] expected = Arrays.copyOfRange(whole, row * 128 + 32 + 24, row * 128 + 32 + 40);
      assertThat(Arrays.copyOfRange(part, row * 64 + 24, row * 64 + 40)).containsExactly(expected, within(1e-5f));
    }
  }

  @Test
  void widthThatCannotBeHalvedIsRefused() {
    Ced wide = Ced.untrained(WIDE, Initialisation.HE, 3);
    assertThatThrownBy(() -> wide.withWidth(18)).isInstanceOf(CedException.class).hasMessageContaining("18 samples");
  }
}
