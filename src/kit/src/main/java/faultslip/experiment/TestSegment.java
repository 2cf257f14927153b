package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramSettings;
import faultslip.evaluate.Scores;
import faultslip.evaluate.certainty.CycleErrors;
import faultslip.evaluate.certainty.FoundFailures;
import faultslip.experiment.ResultRow.Reading;
import faultslip.series.Failure;
import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Segment;
import faultslip.split.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a model is tested on.
 *
 * @param whole recording that it is part of
 * @param knownIn the part of it that mean and standard deviation are taken from; the mean predictor beside every score
 *     says the mean of it
 * @param testedIn the part to predict
 * @param percentFrom smallest truth that takes part in a MAPE, in the fault state's unit; 0 lets all take part
 * @param failures of the recording
 */
public record TestSegment(Recording whole, Segment knownIn, Segment testedIn, double percentFrom,
    KnownFailures failures) {
  /** A predicted failure belongs to a true one that is closer than this share of the mean recurrence time. */
  private static final double NEAR = 0.25;

  /**
   * The failures of a recording, between which its seismic cycles lie.
   *
   * @param all of the whole recording; none where it is not known what a failure is
   * @param criterion by which failures of a prediction are found; empty where it predicts the time to failure
   */
  record KnownFailures(FailureCatalogue all, Optional<FailureCriterion> criterion) {
    static final KnownFailures UNKNOWN = new KnownFailures(new FailureCatalogue(List.of()), Optional.empty());
  }

  /** Of a recording whose failures are not known. */
  public TestSegment(Recording whole, Segment knownIn, Segment testedIn, double percentFrom) {
    this(whole, knownIn, testedIn, percentFrom, KnownFailures.UNKNOWN);
  }

  /** With the failures that a criterion finds in the recording's fault state. */
  TestSegment with(Optional<FailureCriterion> criterion) {
    return criterion.map(known -> with(new KnownFailures(known.find(whole.fault()), criterion))).orElse(this);
  }

  TestSegment with(KnownFailures known) {
    return new TestSegment(whole, knownIn, testedIn, percentFrom, known);
  }

  /** The test segment of a split, whose training segment is known. */
  public static TestSegment of(Split split) {
    return of(split, 0);
  }

  static TestSegment of(Split split, double percentFrom) {
    split.testing(); // says so if there is none
    return new TestSegment(split.recording(), split.train(), split.test().orElseThrow(), percentFrom);
  }

  /** A recording of which all is tested, and mean and standard deviation of all are known. */
  static TestSegment whole(Recording recording, double percentFrom) {
    Segment all = new Segment(0, recording.length());
    return new TestSegment(recording, all, all, percentFrom);
  }

  /** Emission, and the fault state to predict. */
  public Recording recording() {
    return whole.slice(testedIn.from(), testedIn.to());
  }

  /** What mean and standard deviation are taken from. */
  public Recording known() {
    return whole.slice(knownIn.from(), knownIn.to());
  }

  /** The first sample that nothing is known of, or else the first that is tested. */
  int unknownFrom() {
    return Math.min(knownIn.to(), testedIn.from());
  }

  /** Whether something lies between the known part and the tested one. */
  boolean hasBetween() {
    return knownIn.to() < testedIn.from();
  }

  /** What lies there: the validation segment of a split. */
  Recording between() {
    return whole.slice(knownIn.to(), testedIn.from());
  }

  /**
   * Mean and deviation of the fault state from the known part, and of the emission from all that was heard up to its
   * end, by an image of so many samples for each of the recording. Where the known part begins with the recording, they
   * are of the same samples.
   */
  RecordingStandardisation standardisation(ScalogramSettings image, int refinement) {
    RecordingStandardisation heard =
        RecordingStandardisation.of(whole.slice(0, knownIn.to()).refined(refinement), image);
    return knownIn.from() == 0 ? heard : new RecordingStandardisation(heard.emission(),
        RecordingStandardisation.of(known().refined(refinement), image).fault());
  }

  double knownMean() {
    return Standardisation.of(known().fault()).mean();
  }

  /** The scores of what is said of the segment; a {@link faultslip.FaultslipException} if it is of another length. */
  Scores scores(Series predicted) {
    return Scores.of(recording().fault(), predicted, knownMean(), percentFrom);
  }

  /**
   * What is said of the segment, as it comes, with its scores.
   *
   * @param lookAhead how far ahead of each time it looks, in seconds
   * @param predicted fault state over the segment, of its length
   * @throws faultslip.FaultslipException if it is of another length
   */
  public Result result(Experiment experiment, ExperimentContext context, ResultRow.Model model, double lookAhead,
      Series predicted) {
    return result(experiment, context, model, new Reading(Amplitude.RAW, lookAhead), predicted, Optional.empty(),
        Optional.empty());
  }

  /**
   * What is said of the segment, with its scores.
   *
   * @param images the prediction in full; empty for what is not a network
   * @param calibrating what is predicted of the part between the known and the tested one, to calibrate intervals by
   */
  Result result(Experiment experiment, ExperimentContext context, ResultRow.Model model, Reading reading,
      Series predicted, Optional<Prediction> images, Optional<Supplier<Series>> calibrating) {
    Series truth = recording().fault();
    String simulation = experiment.hasSimulation() ? context.study().simulation().name() : "";
    int leftOut = (int) Arrays.stream(truth.values()).filter(value -> Math.abs(value) < percentFrom).count();
    return new Result(new ResultRow(context.study().name(), simulation, experiment.id(), whole.name(), truth.unit(),
        leftOut, model, reading, scores(predicted), byCycle(predicted)), this, predicted, images, calibrating);
  }

  /** What is said of the segment, cycle by cycle. */
  ResultRow.Cycles byCycle(Series predicted) {
    List<Failure> within = failures.all().failures().stream().filter(failure ->
        failure.sample() >= testedIn.from() && failure.sample() < testedIn.to()).map(failure ->
        new Failure(failure.sample() - testedIn.from(), failure.time(), failure.steepest())).toList();
    if (within.isEmpty() || failures.all().size() < 2) {
      return ResultRow.Cycles.UNKNOWN;
    }
    Series truth = recording().fault();
    double mean = knownMean();
    return new ResultRow.Cycles(Optional.of(errors(truth, predicted, within)),
        Optional.of(errors(truth, truth.map(truth.name(), truth.unit(), value -> mean), within)),
        failures.criterion().map(criterion -> FoundFailures.of(truth, predicted, within,
            criterion.find(predicted).failures(), NEAR * failures.all().meanRecurrence())));
  }

  private CycleErrors errors(Series truth, Series predicted, List<Failure> within) {
    return CycleErrors.of(truth, predicted, within.stream().map(Failure::sample).toList(), percentFrom);
  }
}
