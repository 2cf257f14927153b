package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;
import faultslip.series.Series;
import java.util.Optional;

/**
 * What an experiment found on one recording, for one seed.
 *
 * @param row the scores, and what they are of
 * @param truth the fault state over the segment tested on
 * @param predicted of the same length, in the same unit
 * @param images the prediction in full, with scalograms and deviation; empty for what is not a network
 */
public record Result(ResultRow row, Series truth, Series predicted, Optional<Prediction> images) {

  public Scores scores() {
    return row.scores();
  }

  public String recording() {
    return row.recording();
  }

  /** The prediction in full; an {@link ExperimentException} if it is not one of a network. */
  public Prediction prediction() {
    return images.orElseThrow(() -> new ExperimentException("'" + row.experiment()
        + "' is no network, and has no images to show; take its truth and what it predicts."));
  }
}
