package faultslip.evaluate.certainty;

import faultslip.evaluate.EvaluationException;
import faultslip.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The errors of a prediction, summed up seismic cycle by seismic cycle. How sure its scores are is told by a block
 * bootstrap (Künsch 1989, Annals of Statistics 17, 1217) whose blocks are the cycles: errors within a cycle hang
 * together, those of two cycles hardly do, so it is cycles that are drawn, and not samples.
 *
 * <p>Of a dozen cycles a bootstrap tells a dozen cycles' worth: intervals come out rather too short than too long.
 *
 * @param cycles sums over each cycle; the pieces before the first and behind the last failure are cycles of their own
 */
public record CycleErrors(List<Sums> cycles) {

  /**
   * Sums over the samples of a cycle.
   *
   * @param counted samples that take part in a percentage
   * @param relative sum of |error / truth| over those
   * @param truth sum of the truth less that of the first sample of all, which changes no score and loses no digits
   */
  public record Sums(int samples, int counted, double relative, double absolute, double squared, double truth,
      double truthSquared) {
    private static final Sums NOTHING = new Sums(0, 0, 0, 0, 0, 0, 0);

    private Sums plus(int times, Sums other) {
      return new Sums(samples + times * other.samples, counted + times * other.counted,
          relative + times * other.relative, absolute + times * other.absolute, squared + times * other.squared,
          truth + times * other.truth, truthSquared + times * other.truthSquared);
    }
  }

  /** @throws EvaluationException if there is no cycle */
  public CycleErrors {
    cycles = List.copyOf(cycles);
    if (cycles.isEmpty()) {
      throw new EvaluationException("Errors of no cycle; give at least one.");
    }
  }

  /**
   * Sums up a prediction's errors.
   *
   * @param failures samples at which cycles end and the next begin, ascending, within the truth
   * @param percentFrom smallest |truth| that takes part in a percentage
   * @throws EvaluationException if the lengths differ
   */
  public static CycleErrors of(Series truth, Series predicted, List<Integer> failures, double percentFrom) {
    requireOneSegment(truth, predicted);
    List<Sums> cycles = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= failures.size(); i++) {
      int to = i < failures.size() ? failures.get(i) : truth.length();
      if (to > from) {
        cycles.add(sums(truth, predicted, from, to, percentFrom));
      }
      from = to;
    }
    return new CycleErrors(cycles);
  }

  static void requireOneSegment(Series truth, Series predicted) {
    if (predicted.length() != truth.length()) {
      throw new EvaluationException("%d samples predicted of '%s', which has %d; give both of one segment."
          .formatted(predicted.length(), truth.name(), truth.length()));
    }
  }

  private static Sums sums(Series truth, Series predicted, int from, int to, double percentFrom) {
    int counted = 0;
    double relative = 0;
    double absolute = 0;
    double squared = 0;
    double sum = 0;
    double squares = 0;
    for (int n = from; n < to; n++) {
      double error = Math.abs(predicted.value(n) - truth.value(n));
      if (Math.abs(truth.value(n)) >= percentFrom) {
        relative += error / Math.abs(truth.value(n));
        counted++;
      }
      absolute += error;
      squared += error * error;
      double shifted = truth.value(n) - truth.value(0);
      sum += shifted;
      squares += shifted * shifted;
    }
    return new Sums(to - from, counted, relative, absolute, squared, sum, squares);
  }

  /** A score over all cycles. */
  public double score(ErrorScore score) {
    return score.of(cycles.stream().reduce(Sums.NOTHING, (sum, cycle) -> sum.plus(1, cycle)));
  }

  /**
   * A score as it would have been, had other cycles been recorded: each time as many are drawn as there are, some more
   * than once. Predictions of one truth get the same draws from one seed, so that their scores can be taken from each
   * other, one by one.
   *
   * @return a score a draw
   */
  public double[] resampled(ErrorScore score, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] scores = new double[draws];
    Arrays.setAll(scores, i -> {
      int[] times = new int[cycles.size()];
      for (int n = 0; n < times.length; n++) {
        times[random.nextInt(times.length)]++;
      }
      Sums sum = Sums.NOTHING;
      for (int n = 0; n < times.length; n++) {
        sum = sum.plus(times[n], cycles.get(n));
      }
      return score.of(sum);
    });
    return scores;
  }
}
