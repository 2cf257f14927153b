package faultslip.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments are disjoint, in order and exhaustive, whatever the length; shares are as asked to within a sample. */
class SplitFractionsTest {

  @ParameterizedTest
  @CsvSource({"60,20,20", "20,20,60", "90,10,0", "34,33,33", "50,50,0", "79,20,1"})
  void segmentsAreDisjointOrderedAndExhaustiveForEveryLength(int train, int validation, int test) {
    SplitFractions fractions = new SplitFractions(train, validation, test, 0);
    for (int length = 5; length <= 2000; length++) {
      Recording recording = ramp(length);
      if (100.0 / Math.min(train, Math.min(validation, test == 0 ? 100 : test)) > length) {
        continue; // the smallest part may not get a sample: the next test
      }
      Split split = fractions.of(recording);
      List<Recording> parts = new ArrayList<>(List.of(split.training(), split.validating()));
      split.test().ifPresent(segment -> parts.add(split.testing()));
      // Sample i has the value i: in one row, the parts must be the whole.
      double[] joined = parts.stream().flatMapToDouble(part -> Arrays.stream(part.emission().values())).toArray();
      assertThat(joined).containsExactly(recording.emission().values());
      assertThat(parts).allSatisfy(part -> assertThat(part.fault().clock()).isEqualTo(
          recording.clock().from((int) part.emission().value(0))));
      assertThat(split.train().length() - length * train / 100.0).isBetween(-1.0, 0.0);
      assertThat(split.validation().length() - length * validation / 100.0).isBetween(-1.0, 1.0);
      assertThat(split.test().isPresent()).isEqualTo(test > 0);
    }
  }

  @Test
  void roundLengthsSplitExactly() {
    Split laboratory = SplitFractions.LABORATORY.of(ramp(2500));
    assertThat(laboratory.train()).isEqualTo(new Segment(0, 500));
    assertThat(laboratory.validation()).isEqualTo(new Segment(500, 1000));
    assertThat(laboratory.test()).contains(new Segment(1000, 2500));
    assertThat(SplitFractions.SIMULATION.of(ramp(10)).test()).contains(new Segment(8, 10));
    assertThat(SplitFractions.SINGLE_CYCLE.of(ramp(10)).validation()).isEqualTo(new Segment(9, 10));
  }

  @Test
  void aPartWithoutSamplesIsRefused() {
    assertThatThrownBy(() -> SplitFractions.LABORATORY.of(ramp(4))).isInstanceOf(SplitException.class)
        .hasMessage("Segment of samples 0 to 0 is empty; give a longer recording or other fractions.");
  }

  @Test
  void splitWithoutTestSegmentHasNoneToGive() {
    assertThatThrownBy(() -> SplitFractions.SINGLE_CYCLE.of(ramp(50)).testing()).isInstanceOf(SplitException.class)
        .hasMessageContaining("no test segment");
  }

  @ParameterizedTest
  @CsvSource({"60,20,10", "60,30,20", "0,50,50", "50,0,50", "110,20,-30", "-10,50,60"})
  void fractionsThatAreNoneAreRefused(int train, int validation, int test) {
    assertThatThrownBy(() -> new SplitFractions(train, validation, test, 0)).isInstanceOf(SplitException.class)
        .hasMessageContaining("%d / %d / %d percent".formatted(train, validation, test));
  }

  @Test
  void samplesBetweenSegmentsAreLeftOut() {
    Split split = new SplitFractions(60, 20, 20, 9).of(ramp(1000));
    assertThat(split.train()).isEqualTo(new Segment(0, 600));
    assertThat(split.validation()).isEqualTo(new Segment(609, 800));
    assertThat(split.test()).contains(new Segment(809, 1000));
    assertThatThrownBy(() -> new SplitFractions(60, 20, 20, 20).of(ramp(100))).isInstanceOf(SplitException.class)
        .hasMessageContaining("Segment of samples 80 to 80 is empty");
    assertThatThrownBy(() -> new SplitFractions(60, 20, 20, -1)).isInstanceOf(SplitException.class)
        .hasMessageContaining("-1 samples apart");
  }

  @Test
  void segmentsWithOverlapOrRemainderAreRefused() {
    Recording recording = ramp(10);
    refused(recording, new Segment(0, 5), new Segment(4, 8), new Segment(8, 10));
    refused(recording, new Segment(0, 5), new Segment(5, 8), new Segment(8, 9));
    refused(recording, new Segment(0, 5), new Segment(5, 8), new Segment(7, 10));
    refused(recording, new Segment(1, 5), new Segment(5, 8), new Segment(8, 10));
    assertThatThrownBy(() -> new Split(recording, new Segment(0, 5), new Segment(5, 9), Optional.empty()))
        .isInstanceOf(SplitException.class).hasMessageContaining("10 samples");
  }

  private static void refused(Recording recording, Segment train, Segment validation, Segment test) {
    assertThatThrownBy(() -> new Split(recording, train, validation, Optional.of(test)))
        .isInstanceOf(SplitException.class)
        .hasMessageContaining("do not follow each other over the 10 samples of 'ramp'");
  }

  private static Recording ramp(int length) {
    double[] values = new double[length];
    Arrays.setAll(values, i -> i);
    Clock clock = new Clock(100, 0.25);
    return new Recording("ramp", new Series("e", "", clock, values), new Series("f", "", clock, values));
  }
}
