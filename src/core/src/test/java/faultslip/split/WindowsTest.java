package faultslip.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Windows stay inside their segment and together leave no sample out. */
class WindowsTest {

  @Test
  void noWindowLeavesTheSegmentAndEverySampleLiesInOne() {
    for (int width : new int[] {1, 2, 7, 64}) {
      for (int step = 1; step <= width; step += Math.max(1, width / 9)) {
        Windows windows = new Windows(width, step);
        for (int length = width; length <= 5 * width + 20; length++) {
          check(windows, length);
        }
        check(windows, 2000);
      }
    }
  }

  private static void check(Windows windows, int length) {
    int[] starts = windows.starts(length);
    boolean[] covered = new boolean[length];
    for (int i = 0; i < starts.length; i++) {
      for (int n = starts[i]; n < starts[i] + windows.width(); n++) {
        covered[n] = true; // throws where a window leaves the segment
      }
      if (i > 0) {
        assertThat(starts[i] - starts[i - 1]).isBetween(1, windows.step());
      }
    }
    assertThat(covered).doesNotContain(false);
    assertThat(starts[0]).isZero();
  }

  @Test
  void byHand() {
    assertThat(new Windows(4, 2).starts(10)).containsExactly(0, 2, 4, 6);
    assertThat(new Windows(4, 3).starts(9)).containsExactly(0, 3, 5);
    assertThat(new Windows(4, 4).starts(4)).containsExactly(0);
    assertThat(new Windows(4, 100).starts(9)).containsExactly(0, 5);
  }

  @Test
  void segmentShorterThanAWindowIsRefusedWithBothLengths() {
    assertThatThrownBy(() -> new Windows(64, 2).starts(63)).isInstanceOf(SplitException.class)
        .hasMessage("Segment of 63 samples is shorter than a window of 64; give a longer recording or "
            + "smaller windows.");
  }

  @Test
  void windowsOfNoWidthOrStepAreRefused() {
    assertThatThrownBy(() -> new Windows(0, 1)).isInstanceOf(SplitException.class)
        .hasMessageContaining("0 samples every 1");
    assertThatThrownBy(() -> new Windows(4, 0)).isInstanceOf(SplitException.class)
        .hasMessageContaining("4 samples every 0");
  }
}
