package faultslip.inspect;

import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Series;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks for what a failure of a fault is: a slope between those of failures and those of everything else. Of many
 * thresholds it is the middle of the widest range that all find the same number of failures.
 *
 * @param block samples of the fault state in each of the means that failures are found in
 * @param criterion found
 * @param failures by it
 * @param gentlest threshold that finds as many, in the fault state's unit per second, negative
 * @param steepest threshold that finds as many
 */
public record CriterionSearch(int block, FailureCriterion criterion, FailureCatalogue failures, double gentlest,
    double steepest) {
  private static final int SAMPLES_A_CYCLE = 100;
  private static final int THRESHOLDS = 200;
  /** Thresholds from this share of the steepest slope on. */
  private static final double LEAST = 0.02;
  /** Of a period: failures are farther apart. */
  private static final double APART = 0.3;
  /** Counts that differ by no more than this share are the same. */
  private static final double SAME = 0.04;

  /**
   * Searches a fault state at the sampling at which failures are to be found.
   *
   * @param period about how often it fails, in seconds
   * @return empty if no threshold finds two failures
   */
  public static Optional<CriterionSearch> of(Series fault, double period) {
    double apart = rounded(APART * period);
    double steepest = Arrays.stream(fault.derivative().values()).min().orElseThrow();
    if (!(steepest < 0)) {
      return Optional.empty();
    }
    double[] thresholds = IntStream.range(0, THRESHOLDS)
        .mapToDouble(i -> steepest * StrictMath.pow(LEAST, 1 - i / (double) THRESHOLDS)).toArray();
    int[] counts = Arrays.stream(thresholds).mapToInt(slope -> new FailureCriterion(slope, apart).find(fault).size())
        .toArray();
    int[] best = {0, -1};
    for (int from = 0; from < counts.length; from++) {
      int to = from;
      while (to + 1 < counts.length && counts[from] >= 2
          && Math.abs(counts[to + 1] - counts[from]) <= SAME * counts[from]) {
        to++;
      }
      if (counts[from] >= 2 && to - from > best[1] - best[0]) {
        best = new int[] {from, to};
      }
    }
    if (best[1] < 0) {
      return Optional.empty();
    }
    double middle = rounded(-Math.sqrt(thresholds[best[0]] * thresholds[best[1]]));
    FailureCriterion criterion = new FailureCriterion(middle, apart);
    return Optional.of(new CriterionSearch(1, criterion, criterion.find(fault), thresholds[best[0]],
        thresholds[best[1]])).filter(found -> found.failures.size() >= 2);
  }

  /** Searches in means over hundredths of a cycle, which noise of many samples does not disturb. */
  public static Optional<CriterionSearch> atPace(Series fault, double period) {
    int block = (int) Math.max(1, Math.round(period * fault.clock().frequency() / SAMPLES_A_CYCLE));
    return fault.length() < 2 * block ? Optional.empty() : of(fault.blockMeans(block), period)
        .map(found -> new CriterionSearch(block, found.criterion, found.failures, found.gentlest, found.steepest));
  }

  /** To two digits. */
  static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(2)).doubleValue();
  }
}
