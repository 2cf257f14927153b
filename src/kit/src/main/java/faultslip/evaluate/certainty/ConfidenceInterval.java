package faultslip.evaluate.certainty;

import faultslip.evaluate.EvaluationException;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** The middle part of what a number came out as in many draws, from its lower to its upper end. */
public record ConfidenceInterval(double from, double to) {

  /**
   * The middle part of values.
   *
   * @param level share of them that it holds, above 0 and below 1
   * @param numbers of which those that are NaN are left out
   * @throws EvaluationException if there is no value, or the level is outside its range
   */
  public static ConfidenceInterval of(double level, double[] numbers) {
    double[] values = Arrays.stream(numbers).filter(value -> !Double.isNaN(value)).toArray();
    if (!(level > 0 && level < 1) || values.length == 0) {
      throw new EvaluationException("Interval of level %s of %d values; give a share above 0 and below 1, and values."
          .formatted(level, values.length));
    }
    Percentile percentile = new Percentile();
    percentile.setData(values);
    return new ConfidenceInterval(percentile.evaluate(50 * (1 - level)), percentile.evaluate(50 * (1 + level)));
  }
}
