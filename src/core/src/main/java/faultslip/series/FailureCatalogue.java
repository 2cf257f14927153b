package faultslip.series;

import java.util.Arrays;
import java.util.List;

/** The failures of a recording, in order: their times increase. */
public record FailureCatalogue(List<Failure> failures) {

  /** @throws SeriesException if the times do not increase */
  public FailureCatalogue {
    failures = List.copyOf(failures);
    for (int i = 1; i < failures.size(); i++) {
      if (!(failures.get(i).time() > failures.get(i - 1).time())) {
        throw new SeriesException("Failure at %.6g s follows one at %.6g s; give failures in the order of time."
            .formatted(failures.get(i).time(), failures.get(i - 1).time()));
      }
    }
  }

  /** Number of failures. */
  public int size() {
    return failures.size();
  }

  /** Times of the failures, in seconds, ascending; a new array. */
  public double[] times() {
    return failures.stream().mapToDouble(Failure::time).toArray();
  }

  /** The failures of the first samples of the recording, up to below {@code end}. */
  public FailureCatalogue before(int end) {
    return new FailureCatalogue(failures.stream().filter(failure -> failure.sample() < end).toList());
  }

  /** Mean time from one failure to the next, in seconds; a {@link SeriesException} if there are fewer than two. */
  public double meanRecurrence() {
    if (failures.size() < 2) {
      throw new SeriesException(("%d failure%s found, so no time from one to the next; "
          + "give a longer recording or a threshold nearer to 0.")
          .formatted(failures.size(), failures.size() == 1 ? "" : "s"));
    }
    return (failures.get(failures.size() - 1).time() - failures.get(0).time()) / (failures.size() - 1);
  }

  /**
   * The time to failure (TTF): at each sample, how long until the next failure, 0 at a failure itself (Wang et al.
   * 2021, figure 8). Samples after the last failure have none: the series ends with the last failure.
   *
   * @param clock of the samples; may be another sampling of the run that the failures were found in
   * @param length number of samples of that run
   * @return in seconds, 0 or above, of {@code length} samples at most
   * @throws SeriesException if no failure comes after the first sample
   */
  public Series timeToFailure(Clock clock, int length) {
    double[] times = times();
    double[] values = new double[length];
    // A failure may miss its sample by the rounding of two clocks.
    double rounding = 1e-6 * clock.interval();
    int next = 0;
    int samples = 0;
    while (samples < length) {
      double time = clock.timeOf(samples);
      while (next < times.length && times[next] < time - rounding) {
        next++;
      }
      if (next == times.length) {
        break;
      }
      double left = times[next] - time;
      values[samples++] = left < rounding ? 0 : left;
    }
    if (samples < 2) {
      throw new SeriesException(("%d failures, none after the first sample at %.6g s: no time to failure; "
          + "give a longer recording or a threshold nearer to 0.").formatted(times.length, clock.start()));
    }
    return new Series("time to failure", "s", clock, Arrays.copyOf(values, samples));
  }

  /**
   * A recording with the time to failure in place of its fault state, cut after the last failure.
   *
   * @param recording of the run that the failures were found in, at any sampling
   * @throws SeriesException if no failure comes after the first sample
   */
  public Recording target(Recording recording) {
    Series ttf = timeToFailure(recording.clock(), recording.length());
    return new Recording(recording.name(), recording.emission().slice(0, ttf.length()), ttf);
  }
}
