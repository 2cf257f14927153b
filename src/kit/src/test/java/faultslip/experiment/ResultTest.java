package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.evaluate.Scores;
import faultslip.experiment.ResultRow.Reading;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The mean of several predictions, and intervals about it, of errors that are known. */
class ResultTest {
  private static final Clock CLOCK = new Clock(0, 1);
  /** A hundred samples are known, a hundred calibrate, a hundred are tested. */
  private final TestSegment segment = new TestSegment(recording(), new Segment(0, 100), new Segment(200, 300), 0);

  @Test
  void meanIsThatOfThePredictionsAndItsIntervalsHoldTheirShareOfTheErrorsBetween() {
    // Errors of the mean: 1, 2, ..., 100 thousandths between, twice those where it is tested.
    Result mean = Result.mean(List.of(result(0, 0.1), result(1, -0.1)));
    Series truth = segment.recording().fault();
    for (int n = 0; n < 100; n++) {
      assertThat(mean.predicted().value(n)).isCloseTo(truth.value(n) + 0.002 * (n + 1), within(1e-12));
    }
    assertThat(mean.row().model().seeds()).containsExactly(0L, 1L);
    assertThat(mean.row().isMean()).isTrue();
    assertThat(mean.scores().mae()).isCloseTo(0.101, within(1e-12));
    assertThat(mean.row().model().intervals()).extracting(interval -> interval.calibrated().level()).containsExactly(0.68, 0.95);
    // The 69th and the 96th of a hundred errors; errors twice as large fall into them half as often.
    assertThat(mean.row().model().intervals().get(0).calibrated().halfWidth()).isCloseTo(0.069, within(1e-12));
    assertThat(mean.row().model().intervals().get(1).calibrated().halfWidth()).isCloseTo(0.096, within(1e-12));
    assertThat(mean.row().model().intervals().get(0).coverage()).isEqualTo(0.34);
    assertThat(mean.row().model().intervals().get(1).coverage()).isCloseTo(0.475, within(0.006));
  }

  @Test
  void withoutAPartToCalibrateByThereAreNoIntervals() {
    Result one = result(0, 0.1);
    Result bare = new Result(one.row(), segment, one.predicted(), Optional.empty(), Optional.empty());
    assertThat(Result.mean(List.of(bare, bare)).row().model().intervals()).isEmpty();
  }

  private Result result(long seed, double offset) {
    Series tested = said(segment.recording().fault(), offset, 0.002);
    ResultRow row = new ResultRow("made", "", "made", "made", "", 0, ResultRow.Model.network("m", seed, 0.25),
        new Reading(Amplitude.RAW, 0), Scores.of(segment.recording().fault(), tested, 1));
    return new Result(row, segment, tested, Optional.empty(), Optional.of(() -> said(segment.between().fault(), offset, 0.001)));
  }

  private static Series said(Series truth, double offset, double slope) {
    double[] values = truth.values();
    for (int n = 0; n < values.length; n++) {
      values[n] += offset + slope * (n + 1);
    }
    return truth.with(values);
  }

  private static Recording recording() {
    double[] fault = new double[300];
    for (int n = 0; n < fault.length; n++) {
      fault[n] = 1 + 0.1 * Math.sin(n);
    }
    return new Recording("made", new Series("emission", "", CLOCK, fault), new Series("friction", "", CLOCK, fault));
  }
}
