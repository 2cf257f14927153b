package faultslip.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;

/**
 * Some work, done by the kit and by a peer in turns.
 *
 * @param name such as "cwt-4096x32"
 * @param unit of the work
 * @param ours does it by the kit and gives the CPU time that one unit takes, in seconds
 * @param peer does it too; none if it is not on this machine
 * @param missing what to install, if there is no peer
 */
public record Benchmark(String name, Unit unit, DoubleSupplier ours, Optional<Contender> peer, String missing) {

  /**
   * What times are told in.
   *
   * @param name "ms a transform"
   * @param inSecond of these in a second
   * @param work done in one unit, or 0 where it has no measure
   * @param workName "GFLOP"
   */
  public record Unit(String name, double inSecond, double work, String workName) {

    static Unit of(String name, double inSecond) {
      return new Unit(name, inSecond, 0, "");
    }
  }

  /**
   * Does it in turns.
   *
   * @param rounds that count, at least 1
   * @param warmSeconds of CPU time for the kit in round 0, which does not count, for Java compiles what it runs often
   *     while it runs; the peer does it once there
   * @param ended told of each round when it ends
   */
  public BenchmarkRow measured(int rounds, double warmSeconds, IntConsumer ended) {
    List<Double> own = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    double start = CpuTime.seconds();
    for (int round = 0; round <= rounds; round++) {
      double first = ours.getAsDouble();
      while (round == 0 && CpuTime.seconds() - start < warmSeconds) {
        first = ours.getAsDouble();
      }
      Optional<Double> second = peer.map(one -> one.seconds().getAsDouble());
      if (round > 0) {
        own.add(first);
        second.ifPresent(others::add);
      }
      ended.accept(round);
    }
    return new BenchmarkRow(name, unit, own, others, peer.map(Contender::version).orElse(missing));
  }
}
