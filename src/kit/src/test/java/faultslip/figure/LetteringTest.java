package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Series;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LetteringTest {

  @Test
  void linesBreakAtSpacesButNotWithinAUnit() {
    assertThat(Lettering.wrap("Acoustic emission variance (arb. u.)", 70))
        .containsExactly("Acoustic emission", "variance (arb.\u00A0u.)");
    assertThat(Lettering.wrap("Friction", 1)).containsExactly("Friction");
  }

  @Test
  void exponentsAreSmaller() {
    assertThat(Lettering.width("10^−6")).isLessThan(Lettering.width("10−6"));
    assertThat(Lettering.width("plain")).isGreaterThan(10);
    assertThat(Lettering.width("")).isZero();
  }

  @Test
  void labelsStartWithACapitalUnlessWithASymbol() {
    assertThat(Lettering.capitalised("shear stress (MPa)")).isEqualTo("Shear stress (MPa)");
    assertThat(Lettering.capitalised("ln emission")).isEqualTo("ln emission");
    assertThat(Lettering.capitalised("ln(AE variance)")).isEqualTo("ln(AE variance)");
    assertThat(Lettering.capitalised("")).isEmpty();
  }

  @Test
  void tagsAreLetters() {
    assertThat(Lettering.tag(0)).isEqualTo("(a)");
    assertThat(Lettering.tag(25)).isEqualTo("(z)");
    assertThat(Lettering.tag(26)).isEqualTo("(aa)");
  }

  @Test
  void verySmallAndVeryLargeValuesAreShownInPowersOfTen() {
    Series energy = Synthetic.series("kinetic energy", 10, t -> 2.5e-5 * t).map("kinetic energy", "J", v -> v);
    ValueRange range = ValueRange.of(energy);
    assertThat(range.label(energy)).isEqualTo("Kinetic energy (10^−6\u00A0J)");
    assertThat(Line.of("", energy, Optional.empty(), range.factor(), FigureStyle.INK).points().get(4).y()).isCloseTo(10, within(1e-9));
    assertThat(new ValueRange(-12, 284_000).exponent()).isEqualTo(3);
    assertThat(new ValueRange(0.34, 0.45).exponent()).isZero();
    assertThat(new ValueRange(0, 0).exponent()).isZero();
  }
}
