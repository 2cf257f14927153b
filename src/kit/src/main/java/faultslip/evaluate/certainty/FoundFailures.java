package faultslip.evaluate.certainty;

import faultslip.evaluate.EvaluationException;
import faultslip.series.Clock;
import faultslip.series.Failure;
import faultslip.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Which failures of a fault a prediction finds, when, and how large.
 *
 * <p>Failures are looked for in truth and prediction by one criterion. A true and a predicted one are a pair if they
 * lie closer than a tolerance; the closest pairs are made first, and no failure is part of two.
 *
 * @param failures true ones, in the order of time, at least one
 * @param falseAlarms predicted failures without a true one
 * @param chance share of the time that lies within the tolerance of a predicted failure: the share of true ones that as
 *     many alarms find whatever they know
 */
public record FoundFailures(List<TrueFailure> failures, int falseAlarms, double chance) {

  /**
   * A true failure, found or missed.
   *
   * @param time in seconds
   * @param drop by which the fault state falls: the largest value shortly before less the smallest shortly after
   * @param predicted its pair; empty if it was missed
   */
  public record TrueFailure(double time, double drop, Optional<PredictedFailure> predicted) {}

  /**
   * A predicted failure that found a true one.
   *
   * @param delay by which it comes behind the true one, in seconds; below 0 if before
   * @param drop by which the predicted state falls about its own failure
   */
  public record PredictedFailure(double delay, double drop) {}

  /** @throws EvaluationException if there is no failure, or a number is outside its range */
  public FoundFailures {
    failures = List.copyOf(failures);
    if (failures.isEmpty() || falseAlarms < 0 || !(chance >= 0 && chance <= 1)) {
      throw new EvaluationException("%d failures, %d false alarms, a chance of %s; give at least one, a count, a share."
          .formatted(failures.size(), falseAlarms, chance));
    }
  }

  /**
   * Compares failures.
   *
   * @param truth true fault state over a segment
   * @param predicted of the same length
   * @param failures of the truth, at least one, their samples counted from the segment's first
   * @param alarms failures of the prediction, counted so, too
   * @param tolerance how far a pair may lie apart, and how long before and after a failure its drop is looked for, in
   *     seconds, positive
   * @throws EvaluationException if the lengths differ, there is no failure, or the time is not positive
   */
  public static FoundFailures of(Series truth, Series predicted, List<Failure> failures, List<Failure> alarms,
      double tolerance) {
    CycleErrors.requireOneSegment(truth, predicted);
    if (!(tolerance > 0)) {
      throw new EvaluationException("Failures within a tolerance of " + tolerance + " s; give a positive time.");
    }
    Clock clock = truth.clock();
    int[] pairs = pairs(failures, alarms, tolerance * clock.frequency());
    int reach = Math.max(1, (int) Math.round(tolerance * clock.frequency()));
    List<TrueFailure> found = IntStream.range(0, pairs.length).mapToObj(i -> {
      int sample = failures.get(i).sample();
      Optional<PredictedFailure> predictedOne = pairs[i] < 0 ? Optional.empty() : Optional.of(new PredictedFailure(
          (pairs[i] - sample) * clock.interval(), drop(predicted, pairs[i], reach)));
      return new TrueFailure(clock.timeOf(sample), drop(truth, sample, reach), predictedOne);
    }).toList();
    int hits = (int) Arrays.stream(pairs).filter(sample -> sample >= 0).count();
    long near = IntStream.range(0, truth.length()).filter(n -> alarms.stream()
        .anyMatch(alarm -> Math.abs(alarm.sample() - n) <= tolerance * clock.frequency())).count();
    return new FoundFailures(found, alarms.size() - hits, near / (double) truth.length());
  }

  /** The sample of each failure's alarm; -1 for one that is missed. */
  private static int[] pairs(List<Failure> failures, List<Failure> alarms, double tolerance) {
    record Pair(int failure, int sample, int distance) {}
    List<Pair> near = new ArrayList<>();
    for (int i = 0; i < failures.size(); i++) {
      for (Failure alarm : alarms) {
        int distance = Math.abs(alarm.sample() - failures.get(i).sample());
        if (distance <= tolerance) {
          near.add(new Pair(i, alarm.sample(), distance));
        }
      }
    }
    near.sort(Comparator.comparingInt(Pair::distance));
    int[] pairs = new int[failures.size()];
    Arrays.fill(pairs, -1);
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : near) {
      if (pairs[pair.failure()] < 0 && taken.add(pair.sample())) {
        pairs[pair.failure()] = pair.sample();
      }
    }
    return pairs;
  }

  private static double drop(Series series, int sample, int reach) {
    double before = IntStream.rangeClosed(Math.max(0, sample - reach), sample).mapToDouble(series::value).max()
        .orElseThrow();
    double after = IntStream.rangeClosed(sample, Math.min(series.length() - 1, sample + reach))
        .mapToDouble(series::value).min().orElseThrow();
    return before - after;
  }

  /** Share of the failures that were found, 0 to 1. */
  public double share() {
    return FoundFailures.share(failures);
  }

  /** Mean size of the delays of those found, in seconds; NaN if none was. */
  public double timingError() {
    return timingError(failures);
  }

  /** Mean of predicted over true drops of those found; NaN if none was. */
  public double dropRatio() {
    return dropRatio(failures);
  }

  /** Share found of any choice of failures, as {@link #share()}. */
  public static double share(List<TrueFailure> of) {
    return of.stream().filter(failure -> failure.predicted().isPresent()).count() / (double) of.size();
  }

  /** Timing error of any choice of failures, as {@link #timingError()}. */
  public static double timingError(List<TrueFailure> of) {
    return mean(of.stream().flatMap(failure -> failure.predicted().stream())
        .mapToDouble(pair -> Math.abs(pair.delay())));
  }

  /** Ratio of drops of any choice of failures, as {@link #dropRatio()}. */
  public static double dropRatio(List<TrueFailure> of) {
    return mean(of.stream().filter(failure -> failure.predicted().isPresent())
        .mapToDouble(failure -> failure.predicted().orElseThrow().drop() / failure.drop()));
  }

  private static double mean(DoubleStream values) {
    return values.average().orElse(Double.NaN);
  }

  /**
   * A number as it would have been, had other failures been recorded: each time as many are drawn as there are, some
   * more than once; of predictions of one truth the same ones from one seed.
   *
   * @param number of a choice of failures, such as {@link #dropRatio(List)}
   * @return a number a draw; NaN where it has no value
   */
  public double[] resampled(ToDoubleFunction<List<TrueFailure>> number, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return IntStream.range(0, draws)
        .mapToObj(draw -> failures.stream().map(each -> failures.get(random.nextInt(failures.size()))).toList())
        .mapToDouble(number).toArray();
  }
}
