package faultslip.experiment;

import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.study.Study;
import faultslip.study.Study.OtherRecordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A study with the time to the next failure, detected in the fault state, instead of that state.
 *
 * <p>Recordings are cut after their last failure and then split by the same percentages, so that the segments are a
 * little shorter than those of the core chain. The last times to failure of a segment depend on the failure that
 * follows in the next one, as they must; nothing but its time crosses the boundary.
 *
 * <p>The simulation's failures are detected once, at its reference rate, and serve all its rates.
 */
public final class TimeToFailure {
  /** Samples with less to go than this share of the mean recurrence time take no part in a MAPE. */
  public static final double NEAR_ZERO_SHARE = 0.1;

  private final ExperimentContext context;
  private final List<Timed> timed = new ArrayList<>();

  /**
   * A segment whose failures are known.
   *
   * @param segment to test on
   * @param failures in its recording
   * @param recurrence mean recurrence interval of those that are known beforehand, in seconds
   */
  record Timed(TestSegment segment, FailureCatalogue failures, double recurrence) {
    Timed(Recording recording, Recording known, FailureCatalogue failures, double recurrence) {
      this(new TestSegment(recording, known, NEAR_ZERO_SHARE * recurrence), failures, recurrence);
    }
  }

  /**
   * @param of the fault state
   * @throws ExperimentException if the study does not say what a failure is
   * @throws faultslip.FaultslipException if there are too few of them
   */
  public TimeToFailure(ExperimentContext of) {
    Study study = of.study();
    obstacle(study).ifPresent(why -> {
      throw new ExperimentException(why);
    });
    Recording laboratory = study.laboratory().recording();
    FailureCatalogue failures = study.laboratory().criterion().orElseThrow().find(laboratory.fault());
    // The method as the study of the fault state samples it: what is given in cycles needs that state.
    this.context = of.on(new Study(study.name(), study.simulations().stream()
        .map(each -> each.target(each.criterion().orElseThrow().find(each.recording().fault()))).toList(),
        new Study.Laboratory(failures.target(laboratory), Optional.empty()), OtherRecordings.NONE, study.method(),
        study.sources()));
    Split split = context.models().laboratory();
    timed.add(new Timed(split.testing(), split.training(), failures,
        failures.before(split.train().to()).meanRecurrence()));
    study.others().failures().ifPresent(criterion -> study.others().recordings().forEach(recording -> {
      FailureCatalogue ofOther = criterion.find(recording.fault());
      Recording target = ofOther.target(recording);
      timed.add(new Timed(target, target, ofOther, ofOther.meanRecurrence()));
    }));
  }

  static Optional<String> obstacle(Study study) {
    return study.hasFailures() ? Optional.empty() : Optional.of(
        "Study '%s' does not say what a failure is, so there is no time to it; give it failure criteria."
        .formatted(study.name()));
  }

  /** The failures of the laboratory recording. */
  public FailureCatalogue failures() {
    return timed.get(0).failures();
  }

  /** Mean recurrence time of the failures in the laboratory's training segment, in seconds. */
  public double recurrence() {
    return timed.get(0).recurrence();
  }

  /** The laboratory's test segment, then other recordings. */
  List<Timed> timed() {
    return timed;
  }

  /** The study whose recordings have the time to failure as their fault state, and what to test on. */
  Target.Tests tests() {
    return new Target.Tests(context, new TransferModels(context.study(), context.store(), "time to failure, "),
        timed.stream().map(Timed::segment).toList());
  }
}
