package faultslip.study;

import faultslip.FaultslipException;
import faultslip.series.Recording;
import faultslip.split.SplitFractions;
import faultslip.study.StudyDescription.RecordingDescription;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether the method's windows and scales fit the recordings, as far as these are known before they are fetched.
 *
 * @param laboratory how long the laboratory's recording is
 * @param read that recording and what a failure is in it, where it lies beside the study's file
 * @param cyclesToCome whether how long a cycle is will be known once the recording has been fetched
 * @param simulations how long the simulations are, at each of their rates
 */
record MethodFit(Extent laboratory, Optional<Study.Laboratory> read, boolean cyclesToCome, List<Extent> simulations) {
  /** Stands for the samples of a cycle whose length is not known yet, to look at all that does not hang on it. */
  private static final double SAMPLES_OF_SOME_CYCLE = 1000;

  /** How long a recording is: samples a second, and seconds. */
  record Extent(String title, double hertz, double seconds) {
    static Extent of(Recording recording) {
      return new Extent(recording.name(), recording.clock().frequency(),
          recording.length() * recording.clock().interval());
    }

    /** Of one that is described alone, sampled at a rate other than its own if one is given. */
    static Extent of(RecordingDescription recording, Optional<Quantity> rate) {
      StudyDescription.Recorded recorded = recording.source().recorded().orElseThrow();
      double seconds = recording.from().isPresent() && recording.to().isPresent()
          ? recording.to().get().seconds() - recording.from().get().seconds() : recorded.duration().seconds();
      return new Extent(recording.title(), rate.orElse(recorded.rate()).hertz(), seconds);
    }
  }

  /**
   * Refuses settings that do not fit.
   *
   * @return the method in samples; empty if some of it is in cycles, whose length is not known yet
   * @throws StudyException naming the setting
   */
  Optional<SampledMethod> require(MethodSettings method) {
    OptionalDouble recurrence = recurrence(method);
    if (recurrence.isEmpty() && cyclesToCome && !method.inSeconds(1).equals(method)) {
      method.inSeconds(SAMPLES_OF_SOME_CYCLE / laboratory.hertz).at(laboratory.hertz);
      return Optional.empty();
    }
    SampledMethod sampled = method.at(laboratory.hertz, recurrence);
    requireSegments(sampled, laboratory, method.splits().laboratory());
    simulations.forEach(simulation -> requireSegments(sampled, simulation, method.splits().simulation()));
    return Optional.of(sampled);
  }

  private OptionalDouble recurrence(MethodSettings method) {
    try {
      return read.map(known -> known.recurrence(method.splits().laboratory())).orElse(OptionalDouble.empty());
    } catch (FaultslipException e) {
      throw new StudyException("splits.laboratory", "is %s: %s"
          .formatted(method.splits().laboratory(), e.getMessage()), e);
    }
  }

  private static void requireSegments(SampledMethod sampled, Extent recording, SplitFractions split) {
    int width = sampled.transfer().network().width();
    int shortest = Math.min(split.train(), split.validation());
    // Half a sample for what rounding takes from a duration.
    double samples = (recording.seconds * recording.hertz + 0.5) * shortest / 100;
    if (width > samples) {
      throw new StudyException("windows.length", ("is %s, %d samples, but the shortest segment of '%s' "
          + "(%d %% of %s s at %s Hz) has %d; give shorter windows or a longer recording.")
          .formatted(sampled.settings().windows().length(), width, recording.title, shortest,
          (float) recording.seconds, (float) recording.hertz, (int) samples), null);
    }
  }
}
