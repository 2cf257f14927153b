package faultslip.experiment;

import faultslip.evaluate.TimeToFailureScores;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import faultslip.study.OtherRecordings;
import faultslip.study.Simulation;
import faultslip.study.Study;
import java.util.List;
import java.util.Optional;

/**
 * A study with the time to the next failure, detected in the fault state, instead of that state (figure 8 of the
 * paper).
 *
 * <p>Recordings are cut after their last failure and then split by the same percentages, so that the segments are a
 * little shorter than those of the core chain. The last times to failure of a segment depend on the failure that
 * follows in the next one, as they must; nothing but its time crosses the boundary.
 *
 * <p>The simulation's failures are detected once, at its reference rate, and serve all its rates.
 */
public final class TimeToFailureTargets {
  /** Samples with less to go than this share of the mean recurrence time take no part in a MAPE. */
  public static final double NEAR_ZERO_SHARE = 0.1;

  private final ExperimentContext context;
  private final FailureCatalogue failures;
  private final List<Target> others;

  /**
   * What is predicted and scored.
   *
   * @param recording segment with the time to failure as its fault state
   * @param mean time to failure that the mean predictor knows, in seconds
   * @param failures in the recording
   * @param recurrence mean recurrence time that the periodic predictor knows, in seconds
   */
  record Target(Recording recording, double mean, FailureCatalogue failures, double recurrence) {

    /** The row of a prediction. */
    ResultRow row(ResultRow.Subject subject, ResultRow.Model model, Series predicted) {
      TimeToFailureScores scores =
          TimeToFailureScores.of(recording.fault(), predicted, mean, NEAR_ZERO_SHARE * recurrence);
      return new ResultRow(subject,
          new ResultRow.Tested(recording.name(), recording.fault().unit(), scores.excluded()), model, scores.scores());
    }

    /** The result of what is not a network. */
    Result result(ResultRow.Subject subject, ResultRow.Model model, Series predicted) {
      return new Result(row(subject, model, predicted), recording.fault(), predicted, Optional.empty());
    }
  }

  /**
   * @param of the fault state
   * @throws ExperimentException if the study does not say what a failure is, or there are too few of them
   */
  public TimeToFailureTargets(ExperimentContext of) {
    Study study = of.study();
    obstacle(study).ifPresent(why -> {
      throw new ExperimentException(why);
    });
    Recording laboratory = study.laboratory().recording();
    this.failures = study.laboratory().criterion().orElseThrow().find(laboratory.fault());
    List<Simulation> simulations = study.simulations().stream()
        .map(simulation -> simulation.target(simulation.criterion().orElseThrow().find(simulation.recording().fault())))
        .toList();
    // The method as the study of the fault state samples it: what is given in cycles needs that state.
    this.context =
        of.on(new Study(study.name(), simulations, new Study.Laboratory(failures.target(laboratory), Optional.empty()),
        OtherRecordings.NONE, study.method(), study.sources()));
    this.others = study.others().failures().stream().flatMap(criterion ->
        study.others().recordings().stream().map(recording -> whole(recording, criterion.find(recording.fault()))))
            .toList();
  }

  static Optional<String> obstacle(Study study) {
    return study.hasFailures() ? Optional.empty() : Optional.of(
        "Study '%s' does not say what a failure is, so there is no time to it; give it failure criteria."
        .formatted(study.name()));
  }

  private static Target whole(Recording recording, FailureCatalogue failures) {
    Recording target = failures.target(recording);
    return new Target(target, Standardisation.of(target.fault()).mean(), failures, failures.meanRecurrence());
  }

  /** The failures of the laboratory recording. */
  public FailureCatalogue failures() {
    return failures;
  }

  /** Mean recurrence time of the failures in the training segment, in seconds. */
  public double recurrence() {
    return failures.before(laboratory().train().to()).meanRecurrence();
  }

  /** What experiments work with whose recordings have the time to failure as their fault state. */
  ExperimentContext context() {
    return context;
  }

  /** The models that predict it. */
  TransferModels models() {
    return new TransferModels(context.study(), context.store(), "time to failure, ");
  }

  Split laboratory() {
    return context.models().laboratory();
  }

  /** The laboratory's test segment. */
  Target target() {
    double mean = Standardisation.of(laboratory().training().fault()).mean();
    return new Target(laboratory().testing(), mean, failures, recurrence());
  }

  /** The study's other recordings, of which mean, deviation and mean recurrence time of the whole are known. */
  List<Target> others() {
    return others;
  }

  /** Where there is nothing to learn from: what rows say of such an experiment. */
  ResultRow.Subject subject(String experiment) {
    return new ResultRow.Subject(context.study().name(), "", experiment);
  }

}
