package faultslip.study;

import faultslip.series.Recording;
import java.util.List;
import java.util.Objects;

/**
 * Laboratory recordings that models are applied to unchanged (Wang et al. 2021, figure 5).
 *
 * @param recordings may be empty
 * @param remark one line on what they are, or on why there is none and what to do about it
 */
public record OtherRecordings(List<Recording> recordings, String remark) {
  /** Of a study that has none. */
  public static final OtherRecordings NONE =
      new OtherRecordings(List.of(), "Second experiment: this study has no other laboratory recording.");

  /** Copies the list. */
  public OtherRecordings {
    recordings = List.copyOf(recordings);
    Objects.requireNonNull(remark, "remark");
  }
}
