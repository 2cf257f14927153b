package faultslip.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mean and population deviation by closed forms, and the refusal of what has no deviation. */
class StandardisationTest {

  @Test
  void ofFiveNumbersByHand() {
    Standardisation standardisation = Standardisation.of(series(2, 4, 4, 4, 5, 5, 7, 9));
    assertThat(standardisation.mean()).isEqualTo(5);
    assertThat(standardisation.deviation()).isEqualTo(2);
    assertThat(standardisation.apply(new double[] {5, 7, 1})).containsExactly(0, 1, -2);
    assertThat(standardisation.invert(new double[] {0, 1, -2})).containsExactly(5, 7, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 100, 2000})
  void ofTheFirstIntegers(int n) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = i;
    }
    Standardisation standardisation = Standardisation.of(series(values));
    assertThat(standardisation.mean()).isCloseTo((n - 1) / 2.0, within(1e-9));
    assertThat(standardisation.deviation()).isCloseTo(Math.sqrt(((double) n * n - 1) / 12), within(1e-9));
  }

  @Test
  void scoresHaveMeanZeroAndMeanSquareOneAlsoFarFromZero() {
    double[] values = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1e6 + Math.sin(i) * 1e-2 * (i % 7);
    }
    double[] scores = Standardisation.of(series(values)).apply(values);
    double sum = 0;
    double squares = 0;
    for (double score : scores) {
      sum += score;
      squares += score * score;
    }
    assertThat(sum / scores.length).isCloseTo(0, within(1e-6));
    assertThat(squares / scores.length).isCloseTo(1, within(1e-6));
  }

  @Test
  void constantSeriesIsRefusedWithWhereAndWhat() {
    double[] values = new double[30];
    java.util.Arrays.fill(values, 0.1); // whose computed mean differs from 0.1 in the last bit
    assertThatThrownBy(() -> Standardisation.of(new Series("friction", "", new Clock(3825, 0.1), values)))
        .isInstanceOf(SeriesException.class)
        .hasMessage("Series 'friction' is constant (0.1) over its 30 samples from 3825.00 s; it cannot be "
            + "standardised: choose another recording or segment.");
    assertThatThrownBy(() -> Standardisation.of(series(0, 0, 0))).isInstanceOf(SeriesException.class)
        .hasMessageContaining("is constant (0.0)");
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatThrownBy(() -> new Standardisation(Double.NaN, 1)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Standardisation(0, 0)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("deviation 0.0");
    assertThatThrownBy(() -> new Standardisation(0, Double.POSITIVE_INFINITY)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("Infinity");
  }

  private static Series series(double... values) {
    return new Series("x", "", new Clock(0, 1), values);
  }
}
