package faultslip.data;

import faultslip.series.Clock;

/** Linear interpolation of samples at increasing times onto a regular clock. */
final class LinearResampling {
  private LinearResampling() {}

  /** How many samples of a regular clock starting at {@code first} lie strictly before {@code last}. */
  static int samplesBefore(double first, double last, double interval) {
    return (int) Math.ceil((last - first) / interval);
  }

  /**
   * @param times strictly increasing, as many as values; the clock's samples lie between its first and last
   * @param values one a time
   * @param clock the regular clock
   * @param samples how many samples of it
   */
  static double[] resample(double[] times, double[] values, Clock clock, int samples) {
    double[] resampled = new double[samples];
    int left = 0;
    for (int i = 0; i < samples; i++) {
      double time = clock.timeOf(i);
      while (left < times.length - 2 && times[left + 1] <= time) {
        left++;
      }
      double weight = (time - times[left]) / (times[left + 1] - times[left]);
      resampled[i] = values[left] + weight * (values[left + 1] - values[left]);
    }
    return resampled;
  }
}
