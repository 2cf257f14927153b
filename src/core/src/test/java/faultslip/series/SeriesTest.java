package faultslip.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Slices and block means keep values and times together; bad values are named by sample and time. */
class SeriesTest {
  private final Series series =
      new Series("shear stress", "MPa", new Clock(3800, 0.5), new double[] {3, 1, 4, 1, 5, 9, 2});

  @Test
  void valueThatIsNotFiniteIsNamedBySampleAndTime() {
    double[] values = {1, 2, Double.NaN, 4};
    assertThatThrownBy(() -> new Series("friction", "", new Clock(3825, 0.25), values))
        .isInstanceOf(SeriesException.class)
        .hasMessage("Series 'friction' is NaN at sample 2 (3825.50 s); repair or cut out that part of the recording.");
    assertThatThrownBy(() -> new Series("friction", "", new Clock(0, 1), new double[] {Double.NEGATIVE_INFINITY}))
        .isInstanceOf(SeriesException.class).hasMessageContaining("-Infinity at sample 0");
  }

  @Test
  void emptySeriesIsRefused() {
    assertThatThrownBy(() -> new Series("friction", "", new Clock(0, 1), new double[0]))
        .isInstanceOf(SeriesException.class)
        .hasMessageContaining("no samples");
  }

  @Test
  void isNotChangedThroughItsArrays() {
    double[] given = {1, 2};
    Series kept = new Series("x", "", new Clock(0, 1), given);
    given[0] = 100;
    kept.values()[1] = 100;
    assertThat(kept.values()).containsExactly(1, 2);
  }

  @Test
  void sliceHasItsOwnClockAndValues() {
    Series slice = series.slice(2, 5);
    assertThat(slice.values()).containsExactly(4, 1, 5);
    assertThat(slice.clock()).isEqualTo(new Clock(3801, 0.5));
    assertThat(slice.label()).isEqualTo("shear stress (MPa)");
    // A slice of a slice is the slice of the whole.
    assertThat(series.slice(1, 6).slice(2, 4).values()).containsExactly(series.slice(3, 5).values());
    assertThat(series.slice(1, 6).slice(2, 4).clock().timeOf(0)).isCloseTo(series.clock().timeOf(3), within(1e-12));
  }

  @Test
  void sliceOutsideIsRefusedWithTheRange() {
    assertThatThrownBy(() -> series.slice(2, 8)).isInstanceOf(SeriesException.class)
        .hasMessage("Samples 2 to 8 of series 'shear stress' asked for; it has 7: choose a range inside.");
    assertThatThrownBy(() -> series.slice(-1, 3)).isInstanceOf(SeriesException.class).hasMessageContaining("-1 to 3");
    assertThatThrownBy(() -> series.slice(3, 3)).isInstanceOf(SeriesException.class).hasMessageContaining("3 to 3");
  }

  @Test
  void blockMeansStartAtTheMiddleOfTheFirstBlockAndDropTheIncompleteLast() {
    Series means = series.blockMeans(3);
    assertThat(means.values()).containsExactly((3 + 1 + 4) / 3.0, (1 + 5 + 9) / 3.0);
    assertThat(means.clock()).isEqualTo(new Clock(3800.5, 1.5));
    assertThat(series.blockMeans(2).clock()).isEqualTo(new Clock(3800.25, 1));
    assertThat(series.blockMeans(1).values()).containsExactly(series.values());
    assertThat(series.blockMeans(1).clock()).isEqualTo(series.clock());
    assertThat(series.blockMeans(7).values()).containsExactly(25 / 7.0);
  }

  @Test
  void blockMeansOfALineLieOnTheLine() {
    double[] line = new double[101];
    Clock clock = new Clock(-5, 0.1);
    for (int i = 0; i < line.length; i++) {
      line[i] = 2 + 3 * clock.timeOf(i);
    }
    for (int block = 1; block <= line.length; block++) {
      Series means = new Series("line", "", clock, line).blockMeans(block);
      assertThat(means.length()).isEqualTo(101 / block);
      for (int i = 0; i < means.length(); i++) {
        assertThat(means.value(i)).isCloseTo(2 + 3 * means.clock().timeOf(i), within(1e-9));
      }
    }
  }

  @Test
  void blocksThatAreNoneAreRefused() {
    assertThatThrownBy(() -> series.blockMeans(8)).isInstanceOf(SeriesException.class)
        .hasMessage("Blocks of 8 samples asked for; series 'shear stress' has 7 samples: choose 1 to 7.");
    assertThatThrownBy(() -> series.blockMeans(0)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("Blocks of 0");
  }

  @Test
  void clocksThatDoNotTickAreRefused() {
    assertThatThrownBy(() -> new Clock(0, 0)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("interval is 0.0 s");
    assertThatThrownBy(() -> new Clock(0, -1)).isInstanceOf(SeriesException.class).hasMessageContaining("-1.0 s");
    assertThatThrownBy(() -> new Clock(0, Double.NaN)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("NaN s");
    assertThatThrownBy(() -> new Clock(Double.NaN, 1)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("start is NaN");
  }

  @Test
  void recordingOfTwoClocksOrLengthsIsRefused() {
    assertThatThrownBy(() -> new Recording("p1", series, series.slice(0, 6))).isInstanceOf(SeriesException.class)
        .hasMessageContaining("'p1'").hasMessageContaining("7 samples").hasMessageContaining("6 samples");
    Series later = new Series("x", "", new Clock(3801, 0.5), series.values());
    assertThatThrownBy(() -> new Recording("p1", series, later)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("from 3800").hasMessageContaining("from 3801");
  }
}
