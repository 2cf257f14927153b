package faultslip.experiment;

import faultslip.ced.Nowcast;
import faultslip.ced.Prediction;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ResultStore;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.SlidingPrediction;
import faultslip.ced.TrainedNetwork;
import faultslip.series.BurstClock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Windows;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a trained network predicts segments. */
public sealed interface SegmentPredictor {

  /**
   * What a network says of a segment.
   *
   * @param prediction in full, of what was tested
   * @param read what is scored of it, at the segment's own samples, by amplitude
   * @param calibrating the same of what lies between the known part and the tested one; throws where nothing does
   */
  record Predicted(Prediction prediction, Function<Amplitude, Series> read,
      Supplier<Function<Amplitude, Series>> calibrating) {}

  /** What a model says of a segment, from a store if it was asked before. */
  Predicted of(StudyModel model, TrainedNetwork trained, ResultStore store, TestSegment segment);

  /** How far ahead of each time it looks, in samples. */
  double lookAhead(StudyModel model);

  /**
   * Averages over windows that slide over a segment (the paper's).
   *
   * @param refinement samples interpolated for each of a segment, at least 1
   */
  record Sliding(Windows windows, int refinement) implements SegmentPredictor {

    @Override
    public Predicted of(StudyModel model, TrainedNetwork trained, ResultStore store, TestSegment segment) {
      ScalogramSettings image = model.learner().image();
      RecordingStandardisation standardisation = segment.standardisation(image, refinement);
      Standardisation known = Standardisation.of(segment.known().fault());
      Prediction tested = of(model, trained, store, segment.recording(), standardisation);
      return new Predicted(tested, amplitude -> amplitude.of(tested.fault().everyNth(refinement), known), () -> {
        Series between = of(model, trained, store, segment.between(), standardisation).fault().everyNth(refinement);
        return amplitude -> amplitude.of(between, known);
      });
    }

    private Prediction of(StudyModel model, TrainedNetwork trained, ResultStore store, Recording recording,
        RecordingStandardisation standardisation) {
      return new SlidingPrediction(model.learner().image(), windows).of(model.key(), trained::network, store,
          recording.refined(refinement), standardisation);
    }

    // To the end of a window, and from there to the e-folding time of the wavelet of largest scale.
    @Override
    public double lookAhead(StudyModel model) {
      ScalogramSettings image = model.learner().image();
      return (windows.width() - 1 + image.wavelet().eFoldingTime() * image.largestScale()) / refinement;
    }
  }

  /**
   * Each time by itself, from so many samples before it. Amplitudes are restored by what has been said since the known
   * part.
   */
  record Nowcasting(int memory, Optional<BurstClock> bursts) implements SegmentPredictor {

    @Override
    public Predicted of(StudyModel model, TrainedNetwork trained, ResultStore store, TestSegment segment) {
      ScalogramSettings image = model.learner().image();
      int from = segment.unknownFrom();
      int ahead = segment.testedIn().from() - from;
      Nowcast nowcast = new Nowcast(image, model.learner().network().width(), memory, bursts);
      Prediction said = nowcast.of(model.key(), trained::network, store, segment.whole(), from,
          segment.standardisation(image, 1));
      Standardisation known = Standardisation.of(segment.known().fault());
      Function<Amplitude, Series> series = amplitude -> amplitude.asItComes(said.fault(), known);
      return new Predicted(said.from(ahead), amplitude -> series.apply(amplitude).slice(ahead, said.fault().length()),
          () -> amplitude -> series.apply(amplitude).slice(0, ahead));
    }

    @Override
    public double lookAhead(StudyModel model) {
      return 0;
    }
  }
}
