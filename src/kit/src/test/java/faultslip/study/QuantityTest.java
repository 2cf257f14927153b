package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({"6.4 s,6.4", "250 ms,0.25", "1.5min,90", "40 us,4e-5", "2 h,7200", "1e-3 s,0.001", ".5 s,0.5", "-3 s,-3",
      "40 µs,4e-5"})
  void secondsOfDurations(String text, double seconds) {
    assertThat(Quantity.of(text).seconds()).isCloseTo(seconds, within(1e-12 * Math.abs(seconds)));
  }

  @ParameterizedTest
  @CsvSource({"10 Hz,10", "1 kHz,1000", "2.5MHz,2500000"})
  void hertzOfFrequencies(String text, double hertz) {
    assertThat(Quantity.of(text).hertz()).isEqualTo(hertz);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "six s", "--1 s", "1,5 s", "1.2.3 s"})
  void whatIsNoQuantity(String text) {
    assertThatThrownBy(() -> Quantity.of(text).seconds()).isInstanceOf(StudyException.class)
        .hasMessageNotContaining("\n");
  }

  @Test
  void unitsAreToldApart() {
    assertThatThrownBy(() -> Quantity.of("5 Hz").seconds()).hasMessage("'5 Hz' has the unit 'Hz'; give it in s, ms, "
        + "us, min or h.");
    assertThatThrownBy(() -> Quantity.of("5").hertz()).hasMessage("'5' has no unit; give it in Hz, kHz or MHz.");
    assertThatThrownBy(() -> Quantity.of("5 hz").hertz()).hasMessageContaining("'hz'");
    assertThatThrownBy(() -> Quantity.of("1e400 s")).isInstanceOf(StudyException.class).hasMessageContaining("finite");
    assertThat(Quantity.of("1.5 cycles").isInCycles()).isTrue();
    assertThat(Quantity.of("1.5 s").isInCycles()).isFalse();
  }

  @Test
  void isWrittenAsItIsRead() {
    assertThat(Quantity.of(" 12.80s ")).hasToString("12.8 s").isEqualTo(Quantity.of("12.8 s"));
    assertThat(Quantity.of("0.00001 s")).hasToString("0.00001 s");
    assertThat(Quantity.of(Quantity.of("-0.05 /s").toString())).isEqualTo(new Quantity(-0.05, "/s"));
  }
}
