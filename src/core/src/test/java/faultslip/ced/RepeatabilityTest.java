package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same seed gives the same bits: twice in a row, and while other trainings run beside it. */
class RepeatabilityTest {
  /** With dropped skips, so that every source of chance is in play. */
  private static final CedArchitecture ARCHITECTURE = Tiny.architecture(false, 0.3);

  @Test
  void sameSeedSameBitsOtherSeedOtherBits() {
    TrainedNetwork first = train(7);
    TrainedNetwork second = train(7);
    assertThat(Bits.of(second.network())).isEqualTo(Bits.of(first.network()));
    assertThat(second.history().validations()).isEqualTo(first.history().validations());
    assertThat(Bits.of(train(8).network())).isNotEqualTo(Bits.of(first.network()));
  }

  @Test
  void untrainedNetworksFollowTheirSeedToo() {
    assertThat(Bits.of(Tiny.untrained(ARCHITECTURE, 3))).isEqualTo(Bits.of(Tiny.untrained(ARCHITECTURE, 3)))
        .isNotEqualTo(Bits.of(Tiny.untrained(ARCHITECTURE, 4)));
  }

  @Test
  void trainingsBesideEachOtherGiveTheBitsOfTrainingsInTurn() throws Exception {
    List<List<Integer>> inTurn = List.of(Bits.of(train(1).network()), Bits.of(train(2).network()));
    assertThat(Bits.ofTogether(RepeatabilityTest::train, 1, 2)).isEqualTo(inTurn);
  }

  @Test
  void randomNumbersDrawnBetweenChangeNothing() {
    List<Integer> undisturbed = Bits.of(train(5).network());
    TrainedNetwork disturbed = Ced.train(ARCHITECTURE, Tiny.data(1), Tiny.settings(), 5, Optional.empty(),
        (step, steps, loss) -> org.nd4j.linalg.factory.Nd4j.rand(step));
    assertThat(Bits.of(disturbed.network())).isEqualTo(undisturbed);
  }

  @Test
  void skipDropoutIsOffInPrediction() {
    Ced dropping = Tiny.untrained(ARCHITECTURE, 3);
    float[] image = new float[16 * 16];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) Math.sin(0.7 * i);
    }
    // The same weights in a network that drops nothing; and twice the same answer.
    assertThat(dropping.apply(image)).containsExactly(Tiny.untrained(Tiny.PLAIN, 3).apply(image))
        .containsExactly(dropping.apply(image));
  }

  private static TrainedNetwork train(long seed) {
    return Ced.train(ARCHITECTURE, Tiny.data(1), Tiny.settings(), seed, Optional.empty(), TrainingProgress.SILENT);
  }
}
