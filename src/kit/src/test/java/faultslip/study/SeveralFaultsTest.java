package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.data.DataFolder;
import faultslip.series.Recording;
import faultslip.study.Study.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulation of several faults, in the study simulated-faults. */
class SeveralFaultsTest {
  @TempDir Path folder;

  private Study study(String name) {
    DataFolder data = new DataFolder(folder);
    Studies.of(name).provide(data, Optional.empty(), told -> {});
    return Studies.of(name).read(data);
  }

  @Test
  void allAreLearnedFromAtAllRatesAndTheFirstIsTestedOn() {
    Study study = study("simulated-faults");
    assertThat(study.simulation().all()).containsExactlyElementsOf(study.simulation().rates());
    Simulation two = study.simulations().get(1);
    assertThat(two.recording().emission().values()).isEqualTo(study.simulation().recording().emission().values());
    assertThat(two.all()).extracting(Recording::name).containsExactly("granular gouge, 5 MPa", "granular gouge, 5 MPa",
        "granular gouge, 5 MPa", "gouge A, 2.5 MPa", "gouge A, 2.5 MPa", "gouge A, 2.5 MPa");
    assertThat(two.all()).extracting(rate -> (float) rate.clock().frequency()).containsExactly(20f, 10f, 5f, 20f, 10f, 5f);
  }

  @Test
  void ofAnAmplitudeTheInstrumentSeesTheVariance() {
    Recording gouge = study("simulated-faults").simulations().get(1).beside().get(0).recording();
    Recording fine = study("synthetic").laboratory().recording(); // ln of the amplitude, 120 Hz
    for (int i : new int[] {0, 1, 700, 5990}) {
      // At 10 Hz the last second is 120 samples, and it ends with the twelfth of each ten.
      double mean = IntStream.range(12 * i, 12 * i + 120).mapToDouble(n -> Math.exp(2 * fine.emission().value(n)))
          .average().orElseThrow();
      assertThat(gouge.emission().value(i)).isCloseTo(Math.log(mean), within(1e-9));
    }
  }

  @Test
  void eachFaultHasFailuresOfItsOwn() {
    Study.Simulation slow = saw("slow", 50);
    Study.Simulation both = new Simulation("both", slow.recording(), slow.rates(), slow.criterion(), List.of(saw("fast", 20)));
    List<Recording> times = both.timeToFailure().all().toList();
    assertThat(times).hasSize(2).allSatisfy(time -> assertThat(time.fault().unit()).isEqualTo("s"));
    assertThat(IntStream.range(0, times.get(0).length()).mapToDouble(times.get(0).fault()::value).max().orElseThrow()).isBetween(48.0, 52.0);
    assertThat(IntStream.range(0, times.get(1).length()).mapToDouble(times.get(1).fault()::value).max().orElseThrow()).isBetween(18.0, 22.0);
  }

  private static Simulation saw(String name, int period) {
    double[] fault = IntStream.range(0, 400).mapToDouble(i -> i % period / (double) period).toArray();
    var clock = new faultslip.series.Clock(0, 1);
    Recording recording = new Recording(name, new faultslip.series.Series("emission", "", clock, fault),
        new faultslip.series.Series("friction coefficient", "", clock, fault));
    return new Simulation(name, recording, List.of(recording), Optional.of(new faultslip.series.FailureCriterion(-0.1, 5)));
  }
}
