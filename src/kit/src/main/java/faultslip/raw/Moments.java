package faultslip.raw;

/** Sums of powers of samples of 16 bits, from which statistics of a stretch follow; those of two stretches add up. */
final class Moments {
  private long count;
  private long sum;
  private long squares;
  private double cubes;
  private double fourths;

  Moments() {}

  /** What {@link #toArray} has given. */
  Moments(double[] sums) {
    count = (long) sums[0];
    sum = (long) sums[1];
    squares = (long) sums[2];
    cubes = sums[3];
    fourths = sums[4];
  }

  /** Counts, and sums of powers 1 to 4; exact below 2^53. */
  double[] toArray() {
    return new double[] {count, sum, squares, cubes, fourths};
  }

  /** Adds a sample, -32768 to 32767. */
  void add(int sample) {
    long square = (long) sample * sample;
    count++;
    sum += sample;
    squares += square;
    cubes += square * sample;
    fourths += square * square;
  }

  /** Adds the samples of another stretch. */
  void add(Moments other) {
    count += other.count;
    sum += other.sum;
    squares += other.squares;
    cubes += other.cubes;
    fourths += other.fourths;
  }

  long count() {
    return count;
  }

  private double mean() {
    return (double) sum / count;
  }

  /** Mean square of the deviations from the mean; NaN of no samples. */
  double variance() {
    return (double) squares / count - mean() * mean();
  }

  /** Root of the mean square, the mean not taken off; NaN of no samples. */
  double rms() {
    return Math.sqrt((double) squares / count);
  }

  /** Fourth moment about the mean over the square of the variance: 3 for Gaussian noise; NaN where nothing varies. */
  double kurtosis() {
    double mean = mean();
    double second = (double) squares / count;
    double fourth = fourths / count - 4 * mean * cubes / count + 6 * mean * mean * second - 3 * Math.pow(mean, 4);
    return fourth / (variance() * variance());
  }
}
