package faultslip.inspect;

import faultslip.series.Series;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How regularly a series repeats itself, by its autocorrelation.
 *
 * @param period in seconds, positive
 * @param correlation of the series with itself one period later, -1 to 1
 */
public record Periodicity(double period, double correlation) {
  /** Parts are averaged to about so many samples: cycles of two dozen of them or more are seen. */
  private static final int SAMPLES = 4096;
  private static final double SHORTEST = 24;
  /** Longer periods than this share of a part are not looked for: three cycles make a period. */
  private static final double LONGEST = 1 / 3.0;
  private static final double LEAST = 0.2;
  private static final double CHANCE = 2;
  /** Of the best peak's height: the first peak so high is the period, later ones are its multiples. */
  private static final double FIRST = 0.8;
  /** Noise makes several of a broad peak: below so many times the first of them is the highest. */
  private static final double BESIDE = 1.5;

  /**
   * The period of a series: of its parts from the beginning on, each twice as long as that before, the one that repeats
   * itself best; of few cycles some resemble each other by chance.
   *
   * @return empty if none does
   */
  public static Optional<Periodicity> of(Series series) {
    return Stream.iterate(Math.min(SAMPLES, series.length()), length -> length > 0,
        length -> length == series.length() ? 0 : (int) Math.min(series.length(), 2L * length))
        .flatMap(length -> ofPart(series.slice(0, length)).stream().filter(found -> found.correlation >= LEAST)
            .map(found -> Map.entry(found, found.correlation * (1 - CHANCE * found.period
            / (length * series.clock().interval())))))
        .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static Optional<Periodicity> ofPart(Series part) {
    Series reduced = part.blockMeans(Math.max(1, part.length() / SAMPLES));
    double[] values = withoutTrend(reduced.values());
    double power = Arrays.stream(values).map(value -> value * value).sum();
    int longest = (int) (LONGEST * values.length);
    if (!(power > 0) || longest < SHORTEST) {
      return Optional.empty();
    }
    double[] correlation = IntStream.rangeClosed(0, longest).mapToDouble(lag -> IntStream.range(0, values.length - lag)
        .mapToDouble(n -> values[n] * values[n + lag]).sum() / power * values.length / (values.length - lag)).toArray();
    int crossing = IntStream.range(0, correlation.length).filter(lag -> correlation[lag] < 0).findFirst()
        .orElse(correlation.length);
    int[] peaks = IntStream.range(crossing, correlation.length - 1).filter(lag -> lag > 0
        && correlation[lag] > correlation[lag - 1] && correlation[lag] >= correlation[lag + 1]).toArray();
    double highest = IntStream.of(peaks).mapToDouble(lag -> correlation[lag]).max().orElse(0);
    return IntStream.of(peaks).filter(lag -> correlation[lag] >= FIRST * highest && highest > 0).boxed().findFirst()
        .map(first -> IntStream.of(peaks).filter(lag -> lag <= BESIDE * first).boxed()
            .max(Comparator.comparingDouble(lag -> correlation[lag])).orElseThrow())
        .filter(lag -> lag >= SHORTEST) // else it is not seen well enough here, nor are its multiples it
        .map(lag -> new Periodicity(lag * reduced.clock().interval(), correlation[lag]));
  }

  // Faults harden as they slide, and sensors drift.
  private static double[] withoutTrend(double[] values) {
    SimpleRegression line = new SimpleRegression();
    IntStream.range(0, values.length).forEach(n -> line.addData(n, values[n]));
    return IntStream.range(0, values.length).mapToDouble(n -> values[n] - line.predict(n)).toArray();
  }
}
