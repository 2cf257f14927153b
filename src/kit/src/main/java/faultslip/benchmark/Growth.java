package faultslip.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How the cost of a work grows with its size: the exponent e of CPU time ∝ size^e, by least squares of the logarithms.
 *
 * @param of what grows: "samples"
 * @param work what costs: "a transform with 32 scales"
 * @param sizes at least two, ascending
 * @param seconds does the work of a size and gives its CPU time, in seconds
 */
public record Growth(String of, String work, List<Integer> sizes, IntToDoubleFunction seconds) {

  /** Keeps the list. */
  public Growth {
    sizes = List.copyOf(sizes);
  }

  /** The exponents of so many rounds, at least 1, before which one warms up and is not counted; 0 is the first. */
  public DescriptiveStatistics exponents(int rounds, IntConsumer ended) {
    List<Double> exponents = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      SimpleRegression line = new SimpleRegression();
      sizes.forEach(size -> line.addData(Math.log(size), Math.log(seconds.applyAsDouble(size))));
      exponents.add(line.getSlope());
      ended.accept(round);
    }
    return new DescriptiveStatistics(exponents.stream().skip(1).mapToDouble(exponent -> exponent).toArray());
  }
}
