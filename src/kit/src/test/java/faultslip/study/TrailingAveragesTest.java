package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Averages of numbers from 0 on: each is the middle of what is averaged. */
class TrailingAveragesTest {

  private static double[] of(TrailingAverages averages, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> averages.add(i, -i)).flatMap(Optional::stream)
        .peek(means -> assertThat(means[1]).isEqualTo(-means[0])).mapToDouble(means -> means[0]).toArray();
  }

  @Test
  void overlappingAdjacentAndApart() {
    assertThat(of(new TrailingAverages(2, 4, 2), 0, 10)).containsExactly(1.5, 3.5, 5.5, 7.5);
    assertThat(of(new TrailingAverages(2, 3, 3), 0, 10)).containsExactly(1, 4, 7);
    assertThat(of(new TrailingAverages(2, 1, 4), 0, 10)).containsExactly(0, 4, 8);
    assertThat(of(new TrailingAverages(2, 3, 5), 0, 14)).containsExactly(1, 6, 11);
  }

  @Test
  void goesOnWhereItWasStopped() {
    for (int[] shape : new int[][] {{4, 2}, {3, 3}, {1, 4}, {3, 5}}) {
      double[] all = of(new TrailingAverages(2, shape[0], shape[1]), 0, 40);
      for (int stop = 0; stop < 40; stop++) {
        TrailingAverages before = new TrailingAverages(2, shape[0], shape[1]);
        double[] first = of(before, 0, stop);
        TrailingAverages after = new TrailingAverages(2, shape[0], shape[1]);
        after.goOn(before.state());
        double[] second = of(after, stop, 40);
        assertThat(DoubleStream.concat(DoubleStream.of(first), DoubleStream.of(second)).toArray()).isEqualTo(all);
      }
    }
  }

  @Test
  void refusesWhatIsNoAverage() {
    assertThatThrownBy(() -> new TrailingAverages(1, 0, 1)).isInstanceOf(StudyException.class);
    assertThatThrownBy(() -> new TrailingAverages(1, 2, 1).goOn(new TrailingAverages.State(new double[][] {{1, 2}}, 0)))
        .isInstanceOf(StudyException.class).hasMessageContaining("not of averages of 2 samples");
  }
}
