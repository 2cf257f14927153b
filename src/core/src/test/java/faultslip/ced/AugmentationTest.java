package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.FaultslipException;
import faultslip.ced.Augmentation.Cut;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Variations of a segment are its own course of events: slower, faster, or a part. */
class AugmentationTest {
  private static final Clock CLOCK = new Clock(3, 0.1);

  @Test
  void noAugmentationIsTheSegmentItself() {
    Recording segment = sine(100, 20);
    assertThat(Augmentation.NONE.of(segment)).containsExactly(segment);
  }

  @Test
  void aSineStretchedIsASineOfLongerPeriod() {
    // Linear interpolation of a sine of period P errs by at most (2π/P)²/8.
    Series stretched = new Augmentation(List.of(1.25), List.of()).of(sine(200, 40)).get(0).emission();
    Series expected = sine(stretched.length(), 50).emission();
    assertThat(stretched.length()).isEqualTo((int) (199 * 1.25) + 1);
    double bound = Math.pow(2 * Math.PI / 40, 2) / 8 + 1e-12;
    for (int i = 0; i < stretched.length(); i++) {
      assertThat(stretched.value(i)).isCloseTo(expected.value(i), within(bound));
    }
  }

  @Test
  void aStretchedSegmentKeepsItsEndsAndRange() {
    Recording segment = sine(101, 17);
    for (double pace : new double[] {0.5, 0.8, 2, 3}) {
      Series fault = segment.stretched(pace).fault();
      assertThat(fault.value(0)).isEqualTo(segment.fault().value(0));
      assertThat(fault.clock()).isEqualTo(CLOCK);
      assertThat(DoubleStream.of(fault.values())).allMatch(value -> Math.abs(value) <= 2);
    }
  }

  @Test
  void stretchingByTwoKeepsEverySample() {
    Recording segment = sine(50, 9);
    Series twice = segment.stretched(2).emission();
    for (int i = 0; i < segment.length(); i++) {
      assertThat(twice.value(2 * i)).isEqualTo(segment.emission().value(i));
    }
  }

  @Test
  void cutsArePartsOfTheSegmentOnItsClock() {
    Recording segment = sine(200, 30);
    List<Recording> cuts = new Augmentation(List.of(), List.of(new Cut(0, 0.7), new Cut(0.5, 1))).of(segment);
    assertThat(cuts.get(0).emission().values()).isEqualTo(segment.slice(0, 140).emission().values());
    assertThat(cuts.get(1).clock().start()).isCloseTo(CLOCK.timeOf(100), within(1e-12));
    assertThat(cuts.get(1).length()).isEqualTo(100);
  }

  @Test
  void nonsenseIsRefusedWithItsValue() {
    assertThatThrownBy(() -> new Cut(0.5, 0.2)).isInstanceOf(CedException.class).hasMessageContaining("0.5 to 0.2");
    assertThatThrownBy(() -> new Augmentation(List.of(0.0), List.of())).isInstanceOf(CedException.class)
        .hasMessageContaining("[0.0]");
    assertThatThrownBy(() -> new Augmentation(List.of(), List.of())).isInstanceOf(CedException.class);
    assertThatThrownBy(() -> sine(3, 2).stretched(0.1)).isInstanceOf(FaultslipException.class)
        .hasMessageContaining("3 samples").hasMessageContaining("0.1");
  }

  private static Recording sine(int length, double period) {
    double[] emission = IntStream.range(0, length).mapToDouble(i -> Math.sin(2 * Math.PI * i / period)).toArray();
    double[] fault = IntStream.range(0, length).mapToDouble(i -> 2 * Math.cos(2 * Math.PI * i / period)).toArray();
    return new Recording("sine", new Series("emission", "", CLOCK, emission), new Series("friction", "", CLOCK, fault));
  }
}
