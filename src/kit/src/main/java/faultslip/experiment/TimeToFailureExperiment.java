package faultslip.experiment;

import faultslip.ced.ModelStore;
import faultslip.ced.Prediction;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.evaluate.TimeToFailureScores;
import faultslip.evaluate.baseline.PeriodicPredictor;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import faultslip.study.FailureCriteria;
import faultslip.study.OtherRecordings;
import faultslip.study.Study;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The time to failure as the target (figure 8 of the paper): the core chain once more, on the same emissions, with the
 * time to the next failure detected in the fault state instead of that state.
 *
 * <p>Recordings are cut after their last failure and then split by the same percentages, so that the segments are a
 * little shorter than those of the core chain. The last times to failure of a segment depend on the failure that follows
 * in the next one, as they must; nothing but its time crosses the boundary.
 *
 * <p>The simulation's failures are detected once, at the sampling of {@link Study#simulation}, and serve all its rates.
 */
public final class TimeToFailureExperiment {
  /** Samples with less to go than this share of the mean recurrence time take no part in a MAPE. */
  public static final double NEAR_ZERO_SHARE = 0.1;

  private final TransferChain chain;
  private final FailureCatalogue failures;
  private final MethodSettings settings;
  private final List<Target> others;

  /**
   * What is predicted and scored.
   *
   * @param recording segment with the time to failure as its fault state
   * @param mean time to failure that the mean predictor knows, in seconds
   * @param failures in the recording
   * @param recurrence mean recurrence time that the periodic predictor knows, in seconds
   */
  private record Target(Recording recording, double mean, FailureCatalogue failures, double recurrence) {
    TimeToFailureScores scores(Series predicted) {
      return TimeToFailureScores.of(recording.fault(), predicted, mean, NEAR_ZERO_SHARE * recurrence);
    }
  }

  /**
   * @throws ExperimentException if the study does not say what a failure is, or there are too few of them
   */
  public TimeToFailureExperiment(Study study, MethodSettings settings, ModelStore store) {
    FailureCriteria criteria = study.failures().orElseThrow(() -> new ExperimentException(
        "Study '%s' does not say what a failure is, so there is no time to it; give it failure criteria."
            .formatted(study.name())));
    FailureCatalogue simulated = criteria.simulation().find(study.simulation().fault());
    List<Recording> rates = study.simulationRates().stream().map(simulated::target).toList();
    this.failures = criteria.laboratory().find(study.laboratory().fault());
    this.settings = settings;
    this.chain = new TransferChain(new Study(study.name(), study.sampling(), simulated.target(study.simulation()), rates,
        failures.target(study.laboratory()), OtherRecordings.NONE, Optional.empty(), study.notes(), study.hashes()), settings,
        store);
    this.others = study.others().failures().stream().flatMap(criterion ->
        study.others().recordings().stream().map(recording -> whole(recording, criterion.find(recording.fault())))).toList();
  }

  private static Target whole(Recording recording, FailureCatalogue failures) {
    Recording target = failures.target(recording);
    return new Target(target, Standardisation.of(target.fault()).mean(), failures, failures.meanRecurrence());
  }

  /** The failures of the laboratory recording. */
  public FailureCatalogue failures() {
    return failures;
  }

  /** The chain whose recordings have the time to failure as their fault state: its splits, its trainings. */
  public TransferChain chain() {
    return chain;
  }

  /**
   * One experiment for one seed; trains what the store does not have.
   *
   * @param experiment {@link Experiment#CROSS_TRAINED} as in the paper; zero-shot and lab only beside it
   * @throws ExperimentException if asked for the simulation baseline
   */
  public TimeToFailureResult run(Experiment experiment, long seed, TrainingProgress progress) {
    if (experiment == Experiment.SIMULATION_BASELINE) {
      throw new ExperimentException("Time to failure is tested on the laboratory recording; "
          + "choose another experiment than the simulation baseline.");
    }
    TrainedNetwork trained = chain.model(experiment, seed, progress);
    Split split = chain.split(experiment);
    return result(experiment, seed, trained, target(), split.training());
  }

  /**
   * The same model, unchanged, on the study's other recordings, of which only mean and standard deviation are used: those of
   * the emission, and of the time to failure itself.
   *
   * @return a result a recording; empty if the study has none, or does not say what a failure is in them
   */
  public List<TimeToFailureResult> runOnOthers(Experiment experiment, long seed, TrainingProgress progress) {
    if (others.isEmpty()) {
      return List.of();
    }
    TrainedNetwork trained = chain.model(experiment, seed, progress);
    return others.stream().map(other -> result(experiment, seed, trained, other, other.recording())).toList();
  }

  private TimeToFailureResult result(Experiment experiment, long seed, TrainedNetwork trained, Target target, Recording known) {
    Prediction prediction = chain.predict(experiment, seed, trained, target.recording(), known);
    return new TimeToFailureResult(chain.study().name(), experiment.id(), target.recording().name(),
        chain.key(experiment, seed).abbreviated(), seed, prediction.segment().fault(), prediction.fault(),
        target.scores(prediction.fault()), Optional.of(prediction));
  }

  /** A regressor on statistics of the emission, on the same segments. */
  public TimeToFailureResult regression(RegressorKind kind, long seed) {
    return result(kind.id(), seed, target(), EmissionBaseline.predict(kind, laboratory(), settings, chain.store(), seed));
  }

  /** The periodic predictor: the mean recurrence time of the training segment after each failure as it comes. */
  public TimeToFailureResult periodic() {
    return periodic(target());
  }

  /** The same on the other recordings: told of each its own mean recurrence time. */
  public List<TimeToFailureResult> periodicOnOthers() {
    return others.stream().map(this::periodic).toList();
  }

  private TimeToFailureResult periodic(Target target) {
    Recording recording = target.recording();
    return result("periodic", 0, target,
        new PeriodicPredictor(target.recurrence()).predict(target.failures(), recording.clock(), recording.length()));
  }

  /** The mean predictor: always the mean time to failure of the training segment. */
  public TimeToFailureResult mean() {
    Recording test = target().recording();
    double[] values = new double[test.length()];
    Arrays.fill(values, target().mean());
    return result("mean", 0, target(), new Series(test.fault().name(), test.fault().unit(), test.clock(), values));
  }

  /** Mean recurrence time of the failures in the training segment, in seconds. */
  public double recurrence() {
    return failures.before(laboratory().train().to()).meanRecurrence();
  }

  private Split laboratory() {
    return chain.split(Experiment.CROSS_TRAINED);
  }

  private Target target() {
    double mean = Standardisation.of(laboratory().training().fault()).mean();
    return new Target(laboratory().testing(), mean, failures, recurrence());
  }

  private TimeToFailureResult result(String model, long seed, Target target, Series predicted) {
    return new TimeToFailureResult(chain.study().name(), model, target.recording().name(), model, seed,
        target.recording().fault(), predicted, target.scores(predicted), Optional.empty());
  }
}
