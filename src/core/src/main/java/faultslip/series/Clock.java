package faultslip.series;

/**
 * When the samples of a series were taken: at {@code start + i · interval}.
 *
 * @param start time of sample 0, in seconds, finite
 * @param interval time between samples, in seconds, finite and positive
 */
public record Clock(double start, double interval) {

  /** @throws SeriesException if the start is not finite or the interval not positive and finite */
  public Clock {
    if (!Double.isFinite(start)) {
      throw new SeriesException("Clock start is " + start + " s; give a finite time in seconds.");
    }
    if (!(interval > 0) || Double.isInfinite(interval)) {
      throw new SeriesException("Sampling interval is " + interval + " s; give a positive number of seconds.");
    }
  }

  /** Time of a sample, in seconds. */
  public double timeOf(int sample) {
    return start + sample * interval;
  }

  /** Sampling frequency, in hertz. */
  public double frequency() {
    return 1 / interval;
  }

  /** A clock that starts at one of this clock's samples. */
  public Clock from(int sample) {
    return new Clock(timeOf(sample), interval);
  }
}
