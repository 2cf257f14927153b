package faultslip.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.benchmark.Benchmark.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Turns, ratios and exponents, of times that are given. */
class BenchmarkTest {

  @Test
  void takesTurnsAndLeavesTheFirstOut() {
    List<String> turns = new ArrayList<>();
    Iterator<Double> ours = List.of(9.0, 1.0, 2.0, 4.0).iterator();
    Iterator<Double> theirs = List.of(90.0, 3.0, 4.0, 4.0).iterator();
    BenchmarkRow row = new Benchmark("some", new Unit("ms a piece", 1e3, 6, "piece"), () -> {
      turns.add("kit");
      return ours.next();
    }, Optional.of(new Contender("peer 1", () -> {
      turns.add("peer");
      return theirs.next();
    })), "").measured(3, 0, round -> turns.add("round " + round));
    assertThat(turns).startsWith("kit", "peer", "round 0", "kit", "peer", "round 1").hasSize(12);
    assertThat(row.our()).isEqualTo(2000);
    assertThat(row.their()).contains(4000.0);
    assertThat(row.rate()).contains(3.0);
    assertThat(row.ratios().orElseThrow().getPercentile(50)).isEqualTo(2); // of 3, 2 and 1
    assertThat(row.ratios().orElseThrow().getMin()).isEqualTo(1);
    assertThat(row.ratios().orElseThrow().getMax()).isEqualTo(3);
    assertThat(row.peer()).isEqualTo("peer 1");
  }

  @Test
  void withoutAPeerItSaysWhatIsMissing() {
    BenchmarkRow row = new Benchmark("some", Unit.of("s a piece", 1), () -> 1, Optional.empty(), "python3-torch")
        .measured(1, 0, round -> {});
    assertThat(row.their()).isEmpty();
    assertThat(row.ratios()).isEmpty();
    assertThat(row.rate()).isEmpty();
    assertThat(row.peer()).isEqualTo("python3-torch");
  }

  @Test
  void theExponentIsThatOfThePower() {
    Growth growth = new Growth("length", "something", List.of(1, 10, 1000), size -> 3 * Math.pow(size, 1.5));
    assertThat(growth.exponents(2, round -> {}).getValues()).containsExactly(new double[] {1.5, 1.5}, within(1e-12));
  }

  @Test
  void aPythonThatIsNotThereIsNoPeer() {
    assertThat(PythonPeer.start("/no/such/python", Path.of("ced.py"), "contiguous")).isEmpty();
    assertThat(PythonPeer.start("true", Path.of("ced.py"), "contiguous")).as("says no version").isEmpty();
  }
}
