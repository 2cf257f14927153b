package faultslip.experiment;

import faultslip.evaluate.baseline.EmissionPeaks;
import faultslip.series.Clock;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Split;
import faultslip.study.Study;
import faultslip.study.Study.OtherRecordings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

  private final TransferModels models;
  private final FailureCatalogue failures;
  private final double recurrence;
  private final List<Timed> timed = new ArrayList<>();

  /** A segment to test on, and what counting from failure to failure says of it. */
  record Timed(TestSegment segment, Series periodic) {}

  /** As in the paper: windows look ahead. */
  public TimeToFailure(ExperimentContext of) {
    this(of, LookAhead.WINDOW);
  }

  /**
   * @param of the fault state
   * @throws ExperimentException if the study does not say what a failure is, or makes no such predictions
   * @throws faultslip.FaultslipException if there are too few failures
   */
  public TimeToFailure(ExperimentContext of, LookAhead lookAhead) {
    Study study = of.study();
    Target.TIME_TO_FAILURE.obstacle(study).ifPresent(why -> {
      throw new ExperimentException(why);
    });
    Recording laboratory = study.laboratory().recording();
    this.failures = study.laboratory().criterion().orElseThrow().find(laboratory.fault());
    this.models = new TransferModels(new Study(study.name(),
        study.simulations().stream().map(Study.Simulation::timeToFailure).toList(),
        new Study.Laboratory(failures.target(laboratory), Optional.empty()), OtherRecordings.NONE, study.method(),
        study.sources()), of.store(), "time to failure, ", lookAhead);
    this.recurrence = add(models.laboratory(), failures);
    study.others().all().forEach(other -> other.criterion().ifPresent(criterion -> {
      FailureCatalogue ofOther = criterion.find(other.recording().fault());
      Recording target = ofOther.target(other.recording());
      if (lookAhead == LookAhead.WINDOW) {
        double known = ofOther.meanRecurrence();
        add(TestSegment.whole(target, NEAR_ZERO_SHARE * known), known, ofOther);
      } else {
        add(study.method().splits().laboratory().of(target), ofOther);
      }
    }));
  }

  /** @return mean recurrence time of the failures in the training segment */
  private double add(Split split, FailureCatalogue catalogue) {
    double known = catalogue.before(split.train().to()).meanRecurrence();
    add(TestSegment.of(split, NEAR_ZERO_SHARE * known), known, catalogue);
    return known;
  }

  private void add(TestSegment segment, double knownRecurrence, FailureCatalogue catalogue) {
    Recording tested = segment.recording();
    timed.add(new Timed(segment.with(new TestSegment.KnownFailures(catalogue, Optional.empty())),
        periodic(knownRecurrence, catalogue, tested.clock(), tested.length())));
  }

  /**
   * Predicts without listening: at each sample, the recurrence less the time since the last failure that began before
   * it, and 0 when that is overdue. Unlike a network, it is told of every failure once it has begun. Before the first
   * one, half the recurrence: nothing is known of where in its cycle the fault is.
   *
   * @param failures of the whole recording; only those before a sample have influence on it
   * @param clock of the segment to predict
   * @return in seconds, 0 or above
   */
  static Series periodic(double recurrence, FailureCatalogue failures, Clock clock, int samples) {
    double[] times = failures.times();
    double[] left = IntStream.range(0, samples).mapToDouble(clock::timeOf).map(time -> {
      // A failure may miss its sample by the rounding of two clocks.
      int found = Arrays.binarySearch(times, time - 1e-6 * clock.interval());
      int last = (found < 0 ? -found - 1 : found) - 1;
      return last < 0 ? recurrence / 2 : Math.max(0, recurrence - (time - times[last]));
    }).toArray();
    return new Series("time to failure", "s", clock, left);
  }

  /** The failures of the laboratory recording. */
  public FailureCatalogue failures() {
    return failures;
  }

  /** Mean recurrence time of the failures in the laboratory's training segment, in seconds. */
  public double recurrence() {
    return recurrence;
  }

  /** Models of the time to failure, and what they are tested on: the laboratory's segment, then other recordings. */
  Target.Tests tests() {
    return new Target.Tests(models, timed.stream().map(Timed::segment).toList());
  }

  /** What predicts the time to failure without having learned from it. */
  public enum Reference implements Experiment {
    /** The mean recurrence time of the training segment after each failure; on other recordings their own. */
    PERIODIC("periodic", "periodic predictor"),
    /** Always the mean time to failure of the training segment. */
    MEAN("mean", "mean predictor"),
    /** That recurrence time after each burst of emission, of which only the past is heard. */
    EMISSION_CLOCK("emission-clock", "clock set by emission"),
    /** The time to the next burst of emission, as far ahead as a network's windows reach; else that clock. */
    PEAK_PICKER("peak-picker", "peaks of emission");

    private final String word;
    private final String title;

    Reference(String word, String title) {
      this.word = word;
      this.title = title;
    }

    @Override
    public String id() {
      return target().prefix() + word;
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public Target target() {
      return Target.TIME_TO_FAILURE;
    }

    @Override
    public boolean isSeeded() {
      return false;
    }

    @Override
    public boolean hasSimulation() {
      return false;
    }

    @Override
    public List<Result> run(ExperimentContext context, long seed) {
      TimeToFailure of = new TimeToFailure(context);
      int ahead = this == PEAK_PICKER ? of.models.method().laboratoryWindows().training().width() : 0;
      return of.timed.stream().limit(this == PERIODIC ? Long.MAX_VALUE : 1).map(timed -> {
        TestSegment segment = timed.segment;
        Series said = switch (this) {
          case PERIODIC -> timed.periodic;
          case MEAN -> timed.periodic.map("time to failure", "s", left -> segment.knownMean());
          case EMISSION_CLOCK, PEAK_PICKER -> EmissionPeaks.fitted(segment.known(), of.recurrence, ahead)
              .predict(segment.whole(), ahead).slice(segment.testedIn().from(), segment.testedIn().to());
        };
        return segment.result(this, context, ResultRow.Model.other(word, seed, ""),
            ahead * segment.whole().clock().interval(), said);
      }).toList();
    }
  }
}
