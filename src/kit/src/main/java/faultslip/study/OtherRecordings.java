package faultslip.study;

import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Laboratory recordings that models are applied to unchanged (Wang et al. 2021, figure 5).
 *
 * @param recordings may be empty
 * @param failures what counts as a failure in them; empty where that is not known
 * @param remark one line on what they are, or on why there is none and what to do about it
 */
public record OtherRecordings(List<Recording> recordings, Optional<FailureCriterion> failures, String remark) {
  /** Of a study that has none. */
  public static final OtherRecordings NONE =
      new OtherRecordings(List.of(), "Second experiment: this study has no other laboratory recording.");

  /** Copies the list. */
  public OtherRecordings {
    recordings = List.copyOf(recordings);
    Objects.requireNonNull(failures, "failures");
    Objects.requireNonNull(remark, "remark");
  }

  /** Recordings of which it is not known what a failure is. */
  public OtherRecordings(List<Recording> recordings, String remark) {
    this(recordings, Optional.empty(), remark);
  }

  /**
   * Those to show where there is room for few: the first, third, fifth, ..., as in the paper's figures 7 and 8 the
   * loads of 3, 5 and 7 MPa out of 3 to 8 MPa.
   */
  public List<Recording> shown() {
    return IntStream.range(0, recordings.size()).filter(i -> i % 2 == 0).mapToObj(recordings::get).toList();
  }
}
