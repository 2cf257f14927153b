package faultslip.study;

import faultslip.FaultslipException;
import faultslip.split.SplitFractions;
import faultslip.study.RecordingReader.Raw;
import faultslip.study.StudyDescription.RecordingDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether a method's windows and scales fit a study's recordings, as far as these are known before they are fetched.
 *
 * @param study that the recordings are of
 * @param read those that lie beside the study's file, by name
 */
record MethodFit(StudyDescription study, Map<String, Raw> read) {
  /** Stands for the samples of a cycle whose length is not known yet, to look at all that does not hang on it. */
  private static final double SAMPLES_OF_SOME_CYCLE = 1000;

  /**
   * Refuses settings that do not fit.
   *
   * @return the method in samples; empty if some of it is in cycles, whose length is not known yet
   * @throws StudyException naming the setting
   */
  Optional<SampledMethod> require(MethodSettings method) {
    RecordingDescription laboratory = study.recordings().get(study.laboratory());
    double hertz = laboratory.instrument().rate().map(Quantity::hertz).orElse(recorded(study.laboratory()));
    boolean toCome = !read.containsKey(study.laboratory()) && laboratory.failures().isPresent();
    if (toCome && !method.inSeconds(1).equals(method)) {
      method.inSeconds(SAMPLES_OF_SOME_CYCLE / hertz).at(hertz);
      return Optional.empty();
    }
    SampledMethod sampled = method.at(hertz, recurrence(method.splits().laboratory()));
    requireSegments(sampled, study.laboratory(), hertz, method.splits().laboratory());
    study.simulations().values().forEach(simulation -> {
      Optional<Quantity> own = study.recordings().get(simulation.recording()).instrument().rate();
      List<Quantity> rates = simulation.rates().isEmpty() ? own.stream().toList() : simulation.rates();
      double lowest = rates.stream().mapToDouble(Quantity::hertz).min().orElse(recorded(simulation.recording()));
      requireSegments(sampled, simulation.recording(), lowest, method.splits().simulation());
    });
    return Optional.of(sampled);
  }

  /** Samples a second that a recording's file holds. */
  double recorded(String recording) {
    return read.containsKey(recording) ? read.get(recording).recording().clock().frequency()
        : study.recordings().get(recording).source().recorded().orElseThrow().rate().hertz();
  }

  private OptionalDouble recurrence(SplitFractions split) {
    try {
      return read.containsKey(study.laboratory()) ? read.get(study.laboratory()).laboratory().recurrence(split)
          : OptionalDouble.empty();
    } catch (FaultslipException e) {
      throw new StudyException("splits.laboratory", "is %s: %s".formatted(split, e.getMessage()), e);
    }
  }

  private void requireSegments(SampledMethod sampled, String recording, double hertz, SplitFractions split) {
    RecordingDescription described = study.recordings().get(recording);
    double seconds = read.containsKey(recording)
        ? read.get(recording).recording().length() * read.get(recording).recording().clock().interval()
        : described.to().isPresent() && described.from().isPresent()
        ? described.to().get().seconds() - described.from().get().seconds()
        : described.source().recorded().orElseThrow().duration().seconds();
    int width = sampled.transfer().network().width();
    int shortest = Math.min(split.train(), split.validation());
    // Half a sample for what rounding takes from a duration.
    double samples = (seconds * hertz + 0.5) * shortest / 100;
    if (width > samples) {
      throw new StudyException("windows.length", ("is %s, %d samples, but the shortest segment of '%s' "
          + "(%d %% of %s s at %s Hz) has %d; give shorter windows or a longer recording.")
          .formatted(sampled.settings().windows().length(), width, described.title(), shortest,
          (float) seconds, (float) hertz, (int) samples), null);
    }
  }
}
