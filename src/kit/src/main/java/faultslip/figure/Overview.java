package faultslip.figure;

import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramPair;
import faultslip.ced.ScalogramSettings;
import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.wavelet.Scalogram;
import java.util.List;
import java.util.Optional;

/**
 * A recording as the data overview shows it.
 *
 * @param title printed above it: "Simulation (FDEM)"
 * @param recording emission and fault state
 * @param splits its train, validation and test parts, in seconds
 * @param input scalogram of a piece of the emission, if one is shown
 * @param target scalogram of the same piece of the fault state, if one is shown
 */
public record Overview(String title, Recording recording, List<ShadedSpan> splits, Optional<Scalogram> input,
    Optional<Scalogram> target) {

  public Overview {
    splits = List.copyOf(splits);
  }

  /** An overview without scalograms. */
  public static Overview of(String title, Recording recording, List<ShadedSpan> splits) {
    return new Overview(title, recording, splits, Optional.empty(), Optional.empty());
  }

  /** A recording with its split, and the scalograms of its training segment. */
  static Overview of(String title, Split split, ScalogramSettings settings) {
    RecordingStandardisation standardisation = RecordingStandardisation.of(split.training(), settings);
    ScalogramPair training = ScalogramPair.of(split.training(), standardisation, settings);
    return of(title, split.recording(), ShadedSpan.of(split)).with(training.input(), training.target());
  }

  /** Adds the scalograms of a piece of the recording. */
  public Overview with(Scalogram pieceInput, Scalogram pieceTarget) {
    return new Overview(title, recording, splits, Optional.of(pieceInput), Optional.of(pieceTarget));
  }
}
