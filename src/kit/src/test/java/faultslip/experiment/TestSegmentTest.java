package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a row says of its segment: how many samples a MAPE leaves out, in which unit, beside which mean. */
class TestSegmentTest {
  private final Recording recording = recording(4, 2, 0.5, 0);

  @Test
  void samplesBelowTheLimitAreCounted() {
    assertThat(leftOut(2)).isEqualTo(2);
    assertThat(leftOut(2.0001)).isEqualTo(3);
  }

  @Test
  void meanPredictorKnowsTheKnownPartAlone() {
    TestSegment segment = new TestSegment(recording(2, 2, 2.1, 1.9, 7, 4, 2, 0.5, 0), new Segment(0, 4), new Segment(5, 9), 1);
    assertThat(segment.recording().fault().values()).containsExactly(recording.fault().values());
    assertThat(segment.between().fault().values()).containsExactly(7);
    ResultRow row = row(segment);
    assertThat(row.scores().meanPredictorMapePercent()).isEqualTo(25);
    assertThat(row.unit()).isEqualTo("s");
    assertThat(row.simulation()).isEmpty();
  }

  private int leftOut(double percentFrom) {
    return row(TestSegment.whole(recording, percentFrom)).leftOut();
  }

  private ResultRow row(TestSegment segment) {
    return segment.result(TimeToFailure.Reference.MEAN, StickSlip.context(StickSlip.study(), Path.of("unused")), ResultRow.Model.other("mean", 0, ""), 0,
        recording.fault()).row();
  }

  private static Recording recording(double... fault) {
    Clock clock = new Clock(0, 1);
    return new Recording("fault", new Series("emission", "", clock, new double[fault.length]),
        new Series("time to failure", "s", clock, fault));
  }
}
