package faultslip.evaluate.certainty;

import faultslip.evaluate.EvaluationException;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An interval of one width about every prediction, by split conformal prediction (Lei et al. 2018, Journal of the
 * American Statistical Association 113, 1094): as wide as it has to be to hold its share of a segment that nothing was
 * fitted on. Were the samples of both segments exchangeable, it would hold that share of what it is used on; those of a
 * fault follow each other, so its coverage is to be looked at.
 *
 * @param level share of the truth that it should hold, above 0 and below 1
 * @param halfWidth in the fault state's unit
 */
public record ConformalInterval(double level, double halfWidth) {

  /**
   * The interval that a segment calibrates.
   *
   * @param truth of the calibrating segment
   * @param predicted of the same length
   * @throws EvaluationException if the lengths differ, the level is outside its range, or so few samples cannot tell it
   */
  public static ConformalInterval calibrated(double level, Series truth, Series predicted) {
    if (!(level > 0 && level < 1)) {
      throw new EvaluationException("Interval of level " + level + " asked for; give a share above 0 and below 1.");
    }
    double[] errors = errors(truth, predicted).sorted().toArray();
    int rank = (int) Math.ceil((errors.length + 1) * level);
    if (rank > errors.length) {
      throw new EvaluationException("%d samples cannot calibrate an interval of level %s; give at least %d."
          .formatted(errors.length, level, (int) Math.ceil(level / (1 - level))));
    }
    return new ConformalInterval(level, errors[rank - 1]);
  }

  /**
   * Share of a truth that lies within the interval about its prediction, 0 to 1.
   *
   * @throws EvaluationException if the lengths differ
   */
  public double coverage(Series truth, Series predicted) {
    return Arrays.stream(errors(truth, predicted).toArray()).filter(error -> error <= halfWidth).count()
        / (double) truth.length();
  }

  private static DoubleStream errors(Series truth, Series predicted) {
    CycleErrors.requireOneSegment(truth, predicted);
    return IntStream.range(0, truth.length()).mapToDouble(i -> Math.abs(predicted.value(i) - truth.value(i)));
  }
}
