package faultslip.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import faultslip.data.RecordingCsv;
import faultslip.gouge.AcousticSensor;
import faultslip.gouge.GougeHistory;
import faultslip.gouge.GougeParameters;
import faultslip.gouge.ShearExperiment;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A fault whose recordings come with the kit, as parts of the study {@code synthetic}, and are made again from it bit
 * for bit.
 *
 * <p>Time is scaled (see {@link faultslip.gouge.GougeUnits#withTimeUnit}), so that slips recur about every ten seconds,
 * and sampled at 120 Hz, at which the paper's windows of 2 s and of 0.4 s are a number of samples that a network can
 * halve four times.
 *
 * @param name "gouge-b"
 * @param parameters of the gouge
 * @param loads normal stresses that it is run through, one after the other, in MPa, at least one; 5 MPa is the
 *     reference
 * @param seconds recorded at each of them
 * @param settling seconds left out before, in which the fault forgets the load before
 * @param pace units of time of the simulation in a second
 * @param sensor what hears the grains; empty where their kinetic energy itself is recorded, as in a simulation
 */
public record SyntheticFault(String name, GougeParameters parameters, List<Double> loads, int seconds, int settling,
    double pace, Optional<AcousticSensor> sensor) {
  /** The study that its recordings are part of. */
  public static final String STUDY = "synthetic";
  /** Samples a second. */
  public static final int FREQUENCY = 120;
  /** The stress that is 1 in the simulation, in MPa. */
  public static final double REFERENCE_STRESS = 5;
  /** Columns of the files. */
  public static final RecordingCsv.Columns COLUMNS = new RecordingCsv.Columns("time", "emission", "friction");

  private static final int DIGITS = 5;

  public SyntheticFault {
    loads = List.copyOf(loads);
  }

  /** The three of the study, as {@code faults.yaml} has them: the simulation, and those after p4677 and p4581. */
  public static List<SyntheticFault> all() {
    try {
      return new YAMLMapper().registerModule(new Jdk8Module())
          .readValue(StudyFile.resource("faults.yaml"), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After p4581: 230 s at each of 3, 4, 5, 6, 7 and 8 MPa, one after the other on one gouge. */
  public static SyntheticFault gougeB() {
    return all().get(2);
  }

  /** The experiment whose history {@link #recordings} takes. */
  public ShearExperiment experiment() {
    int sampling = (int) Math.round(pace / FREQUENCY / parameters.integration().timeStep());
    long steps = (long) (settling + seconds) * FREQUENCY * sampling;
    return new ShearExperiment(parameters,
        loads.stream().map(load -> new ShearExperiment.Stage(load / REFERENCE_STRESS, steps)).toList(), sampling);
  }

  /** Names of the recordings' files, in the order of the loads: "gouge-b-3-mpa.csv.xz". */
  public List<String> files() {
    return loads.stream().map(load -> loads.size() == 1 ? "" : "-" + new Quantity(load, "") + "-mpa")
        .map(load -> name + load + ".csv.xz").toList();
  }

  /**
   * The recordings: emission (AE amplitude, or kinetic energy) and friction coefficient at each load, or at the first
   * ones, as far as the history goes.
   *
   * @param history of the experiment or of a beginning of it
   * @return by name of file; a load that the history does not reach is left out
   */
  public Map<String, Recording> recordings(GougeHistory history) {
    Series emission = sensor.map(ear -> ear.record(history.kineticEnergy())).orElse(history.kineticEnergy());
    String title = sensor.isPresent() ? name : "granular gouge";
    Map<String, Recording> recordings = new LinkedHashMap<>();
    for (int stage = 0; stage < loads.size(); stage++) {
      int from = (stage * (settling + seconds) + settling) * FREQUENCY;
      int to = Math.min(history.length(), from + seconds * FREQUENCY);
      if (to > from) {
        Clock clock = new Clock(from / (double) FREQUENCY, 1.0 / FREQUENCY);
        UnaryOperator<Series> part = series ->
            new Series(series.name(), series.unit(), clock, series.slice(from, to).values());
        recordings.put(files().get(stage), new Recording(title + ", " + new Quantity(loads.get(stage), "MPa"),
            part.apply(emission), part.apply(history.friction())));
      }
    }
    return recordings;
  }

  /**
   * Writes the recordings as compressed CSV: the same history gives the same bytes everywhere.
   *
   * @return the files, in the order of the loads
   * @throws faultslip.FaultslipException if one cannot be written
   */
  public List<Path> write(GougeHistory history, Path folder) {
    Map<String, Recording> recordings = recordings(history);
    recordings.forEach((file, recording) -> RecordingCsv.write(recording, folder.resolve(file), COLUMNS, DIGITS));
    return recordings.keySet().stream().map(folder::resolve).toList();
  }
}
