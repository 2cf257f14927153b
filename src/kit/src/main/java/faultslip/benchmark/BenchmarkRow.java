package faultslip.benchmark;

import faultslip.benchmark.Benchmark.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * What a benchmark has found.
 *
 * @param ours CPU time of one unit of the work by the kit, in seconds, a round each, at least one
 * @param peers the same by the peer; empty if there is none
 * @param peer its name and version, or what to install
 */
public record BenchmarkRow(String name, Unit unit, List<Double> ours, List<Double> peers, String peer) {

  /** Keeps the lists. */
  public BenchmarkRow {
    ours = List.copyOf(ours);
    peers = List.copyOf(peers);
  }

  /** The median of the kit's times, in the unit. */
  public double our() {
    return unit.inSecond() * over(ours).getPercentile(50);
  }

  /** The median of the peer's times, in the unit. */
  public Optional<Double> their() {
    return Optional.of(peers).filter(times -> !times.isEmpty())
        .map(times -> unit.inSecond() * over(times).getPercentile(50));
  }

  /** The peer's time over the kit's, round by round: above 1 the kit is faster; none without a peer. */
  public Optional<DescriptiveStatistics> ratios() {
    return Optional.of(peers).filter(times -> !times.isEmpty()).map(times ->
        over(IntStream.range(0, times.size()).mapToObj(round -> times.get(round) / ours.get(round)).toList()));
  }

  /** Work a second, such as GFLOP/s, by the median; none where the work has no measure. */
  public Optional<Double> rate() {
    return Optional.of(unit.work()).filter(work -> work > 0).map(work -> work / over(ours).getPercentile(50));
  }

  private static DescriptiveStatistics over(List<Double> values) {
    return new DescriptiveStatistics(values.stream().mapToDouble(value -> value).toArray());
  }
}
