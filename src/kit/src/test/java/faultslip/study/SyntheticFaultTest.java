package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import faultslip.data.DataManifest;
import faultslip.data.RecordingCsv;
import faultslip.gouge.AcousticSensor;
import faultslip.gouge.GougeHistory;
import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GranularGouge;
import faultslip.gouge.ShearExperiment;
import faultslip.gouge.SimulationProgress;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes with the kit is what its faults do. */
class SyntheticFaultTest {
  private static final int PREFIX_SECONDS = 25;

  @TempDir private Path folder;

  static List<SyntheticFault> all() {
    return SyntheticFault.all();
  }

  @Test
  void oneRecordingIsMadeAgainInFullBitForBit() throws IOException {
    SyntheticFault fault = SyntheticFault.all().get(1);
    List<Path> files = fault.write(fault.experiment().run(SimulationProgress.SILENT), folder);
    assertThat(files).hasSize(1);
    assertThat(files.get(0)).hasBinaryContent(Files.readAllBytes(shipped("gouge-a.csv.xz")));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theBeginningOfEachIsMadeAgain(SyntheticFault fault) throws IOException {
    ShearExperiment whole = fault.experiment();
    long steps = (long) PREFIX_SECONDS * SyntheticFault.FREQUENCY * whole.samplingSteps();
    GougeHistory history = new ShearExperiment(whole.parameters(),
        List.of(new ShearExperiment.Stage(whole.stages().get(0).normalStress(), steps)), whole.samplingSteps())
            .run(SimulationProgress.SILENT);
    Path file = fault.write(history, folder).get(0);
    Recording made = RecordingCsv.read(file, "made", SyntheticFault.COLUMNS);
    Recording known = RecordingCsv.read(shipped(fault.files().get(0)), "shipped", SyntheticFault.COLUMNS)
        .slice(0, made.length());
    assertThat(made.length()).isEqualTo((PREFIX_SECONDS - fault.settling()) * SyntheticFault.FREQUENCY);
    assertThat(made.emission().values()).containsExactly(known.emission().values());
    assertThat(made.fault().values()).containsExactly(known.fault().values());
  }

  /**
   * A plate can stick and slip on a few columns of grains while the others lie loose; that would be no sheared
   * gouge.
   */
  @ParameterizedTest
  @MethodSource("all")
  void itsGrainsBearTheLoadAndAreSheared(SyntheticFault fault) {
    GougeSnapshot.Bearing bearing = GranularGouge.prepared(fault.parameters(), SimulationProgress.SILENT).snapshot().bearing();
    assertThat(bearing.pressed()).isGreaterThan(bearing.grains() / 3);
    assertThat(bearing.moving()).isBetween(bearing.grains() / 3, bearing.grains() * 2 / 3);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theManifestListsItsNumbers(SyntheticFault fault) throws IOException {
    JsonNode resources = new ObjectMapper().readTree(Path.of("data-manifest.json").toFile()).path("resources");
    for (String file : fault.files()) {
      JsonNode resource = resource(resources, "synthetic/" + file);
      assertThat(resource.at("/generatedBy/command").textValue()).isEqualTo("./faultslip simulate " + fault.name());
      assertThat(resource.at("/generatedBy/seed").longValue()).isEqualTo(fault.parameters().grains().seed());
      Map<String, Number> numbers = fault.experiment().numbers();
      numbers.putAll(Map.of("pace", fault.pace(), "settling", fault.settling()));
      fault.sensor().ifPresent(sensor -> numbers.putAll(Map.of("sensor.noise", sensor.noise(), "sensor.waveforms",
          sensor.waveforms(), "sensor.seed", sensor.seed())));
      assertThat(resource.at("/generatedBy/parameters").size()).isEqualTo(numbers.size());
      numbers.forEach((name, number) ->
          assertThat(resource.at("/generatedBy/parameters").path(name).doubleValue()).as(name)
              .isEqualTo(number.doubleValue()));
    }
    assertThat(DataManifest.ofProject().resources()).filteredOn(resource -> resource.study().equals("synthetic")).hasSize(8);
  }

  @Test
  void sensorAddsItsPowerToWhatItHears() {
    Series energy = new Series("kinetic energy", "σ0 d²", new Clock(0, 1), new double[20_000]);
    assertThat(new AcousticSensor(0, 4, 1).record(energy.map("e", "", value -> 9)).values()).containsOnly(3);
    double[] alone = new AcousticSensor(0.5, 8, 1).record(energy).values();
    double power = 0;
    for (double amplitude : alone) {
      power += amplitude * amplitude / alone.length;
    }
    // The mean of 20,000 means of 8 squares of deviation √2: within five standard errors.
    assertThat(power).isCloseTo(0.25, within(0.25 * 5 * Math.sqrt(2.0 / 8 / 20_000)));
    assertThat(new AcousticSensor(0.5, 8, 1).record(energy).values()).containsExactly(alone);
    assertThat(new AcousticSensor(0.5, 8, 2).record(energy).values()).isNotEqualTo(alone);
  }

  private static JsonNode resource(JsonNode resources, String path) {
    for (JsonNode resource : resources) {
      if (resource.path("path").textValue().equals(path)) {
        return resource;
      }
    }
    throw new AssertionError("not in the manifest: " + path);
  }

  private Path shipped(String file) throws IOException {
    Path copy = folder.resolve("shipped").resolve(file);
    Files.createDirectories(copy.getParent());
    try (InputStream stream = DataManifest.class.getResourceAsStream("synthetic/" + file)) {
      Files.copy(stream, copy);
    }
    return copy;
  }
}
