package faultslip.split;

import faultslip.series.Recording;
import java.util.Optional;

/**
 * How a recording is divided in time: the first part trains, the next validates, the rest tests.
 *
 * @param train percent for training, at least 1
 * @param validation percent for validation, at least 1
 * @param test percent for testing; 0 for a split that only trains and validates
 * @param gap samples left out at the beginning of validation and test, 0 or more: those that share raw data with the
 *     segment before, where each sample is an average over several
 */
public record SplitFractions(int train, int validation, int test, int gap) {
  /** Of a simulation: 60 % / 20 % / 20 %. */
  public static final SplitFractions SIMULATION = new SplitFractions(60, 20, 20, 0);
  /** Of a laboratory recording: 20 % / 20 % / 60 %, little to learn from and much to be tested on. */
  public static final SplitFractions LABORATORY = new SplitFractions(20, 20, 60, 0);
  /** Of a part of one seismic cycle: 90 % / 10 %, tested elsewhere. */
  public static final SplitFractions SINGLE_CYCLE = new SplitFractions(90, 10, 0, 0);

  /** @throws SplitException if percentages are not 100 in all, nothing trains or validates, or the gap is below 0 */
  public SplitFractions {
    if (train < 1 || validation < 1 || test < 0 || train + validation + test != 100 || gap < 0) {
      throw new SplitException(("Split of %d / %d / %d percent, %d samples apart; give training and validation at "
          + "least 1 each, 100 in all, and a gap of 0 or more.").formatted(train, validation, test, gap));
    }
  }

  /**
   * Splits a recording at the samples nearest below each fraction. With the gaps before them, the segments make up the
   * whole recording.
   *
   * @throws SplitException if the recording is too short to give every segment a sample
   */
  public Split of(Recording recording) {
    int length = recording.length();
    int first = (int) ((long) length * train / 100);
    int second = (int) ((long) length * (train + validation) / 100);
    return new Split(recording, new Segment(0, first), new Segment(first + gap, test == 0 ? length : second),
        test == 0 ? Optional.empty() : Optional.of(new Segment(second + gap, length)));
  }

  @Override
  public String toString() {
    return train + "/" + validation + (test == 0 ? "" : "/" + test) + (gap == 0 ? "" : ", " + gap + " samples apart");
  }
}
