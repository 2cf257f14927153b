package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ColourMapTest {

  @Test
  void zeroIsNearlyWhiteAndWithoutHue() {
    int rgb = ColourMap.rgb(0);
    assertThat(rgb >> 16).isEqualTo(rgb >> 8 & 255).isEqualTo(rgb & 255).isGreaterThan(245);
  }

  @Test
  void negativeIsBlueAndPositiveRed() {
    assertThat(ColourMap.rgb(-0.6) & 255).isGreaterThan((ColourMap.rgb(-0.6) >> 16) + 80);
    assertThat(ColourMap.rgb(0.6) >> 16).isGreaterThan((ColourMap.rgb(0.6) & 255) + 80);
  }

  @Test
  void lightnessFallsEvenlyFromZeroToBothEnds() {
    double step = (lightness(0) - lightness(1)) / 20;
    assertThat(step).isGreaterThan(3);
    for (int i = 1; i <= 20; i++) {
      for (int sign : new int[] {-1, 1}) {
        double fall = lightness(sign * (i - 1) / 20.0) - lightness(sign * i / 20.0);
        // Colours have 255 levels a channel and 127 steps a side.
        assertThat(fall).as("step %d of %d", i, sign).isCloseTo(step, within(0.9));
      }
    }
  }

  @Test
  void oppositeValuesAreEquallyLight() {
    for (double value = 0; value <= 1; value += 0.05) {
      assertThat(lightness(value)).as("at %s", value).isCloseTo(lightness(-value), within(0.7));
    }
  }

  @Test
  void valuesBeyondTheEndsHaveTheColourOfTheEnd() {
    assertThat(ColourMap.rgb(7)).isEqualTo(ColourMap.rgb(1));
    assertThat(ColourMap.rgb(Double.NEGATIVE_INFINITY)).isEqualTo(ColourMap.rgb(-1));
  }

  /** CIE L* of a colour on a screen. */
  private static double lightness(double value) {
    int rgb = ColourMap.rgb(value);
    double y = 0.2126729 * light(rgb >> 16) + 0.7151522 * light(rgb >> 8 & 255) + 0.0721750 * light(rgb & 255);
    return y > 216.0 / 24389 ? 116 * Math.cbrt(y) - 16 : y * 24389 / 27;
  }

  private static double light(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
