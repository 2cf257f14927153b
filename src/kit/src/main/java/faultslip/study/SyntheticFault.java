package faultslip.study;

import faultslip.data.RecordingCsv;
import faultslip.gouge.AcousticSensor;
import faultslip.gouge.GougeHistory;
import faultslip.gouge.GougeParameters;
import faultslip.gouge.ShearExperiment;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
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
 * <p>The laboratory's faults differ from the simulation as a laboratory differs from a simulation: their gouge is
 * thinner (six layers of grains, not ten) and longer, its grains are of other sizes; contacts hold more at rest (0.8,
 * not 0.5) and less in fast sliding (0.24, not 0.3); plates are rougher, and the upper one three times as heavy; the
 * machine is five times softer; and what is recorded is not the grains' kinetic energy but the amplitude that a noisy
 * sensor hears. Their slips are more regular than the simulation's, and less than those of a real laboratory fault:
 * recurrence varies by 27 to 36 % of its mean, p4581's by 10 %. More than that was not to be had from gouge that bears
 * its load: the best of 127 settings drawn at random, run for longer and with other grains, varied by 20 % or more.
 *
 * @param name "p4581-like"
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
  private static final GougeParameters.Surface ROUGH = new GougeParameters.Surface(1, 0.35, 2);

  /** Copies the list. */
  public SyntheticFault {
    loads = List.copyOf(loads);
  }

  /** The three of the study: the simulation, and the laboratory's experiments after p4677 and p4581. */
  public static List<SyntheticFault> all() {
    return List.of(simulation(), p4677(), p4581());
  }

  /** The simulation: ten layers of grains that turn, irregular slips, and their kinetic energy itself; 1200 s. */
  public static SyntheticFault simulation() {
    return new SyntheticFault("simulation", GougeParameters.standard(), List.of(REFERENCE_STRESS), 1200, 20, 18,
        Optional.empty());
  }

  /** After p4677: 600 s at 2.5 MPa. */
  public static SyntheticFault p4677() {
    return laboratory("p4677-like", new GougeParameters.Grains(60, 6, 0.8, ROUGH, ROUGH, true, 2), List.of(2.5), 600,
        60, 4677);
  }

  /** After p4581: 230 s at each of 3, 4, 5, 6, 7 and 8 MPa, one after the other on one gouge. */
  public static SyntheticFault p4581() {
    return laboratory("p4581-like", new GougeParameters.Grains(48, 6, 0.7, ROUGH, ROUGH, true, 2),
        List.of(3.0, 4.0, 5.0, 6.0, 7.0, 8.0), 230, 132, 4581);
  }

  // Both experiments on one machine, of one material.
  private static SyntheticFault laboratory(String name, GougeParameters.Grains grains, List<Double> loads, int seconds,
      double pace, long noiseSeed) {
    return new SyntheticFault(name, new GougeParameters(grains,
        new GougeParameters.ContactLaw(1000, 0.8, 0.3, 0.5, 0.8, 0.24, 0.01),
        new GougeParameters.Loading(0.02, 0.01, 15, 0.5, 1), new GougeParameters.Medium(0.02, 0, 0),
        new GougeParameters.Preparation(1, 150, 5, 0.02), new GougeParameters.Integration(0.005, 0.04)),
        loads, seconds, 20, pace, Optional.of(new AcousticSensor(3e-3, 32, noiseSeed)));
  }

  /** The experiment whose history {@link #recordings} takes. */
  public ShearExperiment experiment() {
    int sampling = (int) Math.round(pace / FREQUENCY / parameters.integration().timeStep());
    long steps = (long) (settling + seconds) * FREQUENCY * sampling;
    return new ShearExperiment(parameters,
        loads.stream().map(load -> new ShearExperiment.Stage(load / REFERENCE_STRESS, steps)).toList(), sampling);
  }

  /** Every number that the recordings are determined by, by name, as the manifest lists them. */
  public Map<String, Number> numbers() {
    Map<String, Number> numbers = experiment().numbers();
    numbers.put("pace", pace);
    numbers.put("settling", settling);
    sensor.ifPresent(ear -> {
      numbers.put("sensor.noise", ear.noise());
      numbers.put("sensor.waveforms", ear.waveforms());
      numbers.put("sensor.seed", ear.seed());
    });
    return numbers;
  }

  /** Names of the recordings' files, in the order of the loads: "p4581-like-3-mpa.csv.xz". */
  public List<String> files() {
    return loads.stream().map(load -> loads.size() == 1 ? "" : "-" + new Quantity(load, "") + "-mpa")
        .map(load -> name + load + ".csv.xz").toList();
  }

  /** Names of the recordings, in the order of the loads: "p4581-like, 3 MPa". */
  public List<String> titles() {
    String title = sensor.isPresent() ? name : "granular gouge";
    return loads.stream().map(load -> title + ", " + new Quantity(load, "MPa")).toList();
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
    Map<String, Recording> recordings = new LinkedHashMap<>();
    for (int stage = 0; stage < loads.size(); stage++) {
      int from = (stage * (settling + seconds) + settling) * FREQUENCY;
      int to = Math.min(history.length(), from + seconds * FREQUENCY);
      if (to > from) {
        Clock clock = new Clock(from / (double) FREQUENCY, 1.0 / FREQUENCY);
        UnaryOperator<Series> part = series ->
            new Series(series.name(), series.unit(), clock, series.slice(from, to).values());
        recordings.put(files().get(stage),
            new Recording(titles().get(stage), part.apply(emission), part.apply(history.friction())));
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
    return recordings(history).entrySet().stream().map(recording -> {
      Path file = folder.resolve(recording.getKey());
      RecordingCsv.write(recording.getValue(), file, COLUMNS, DIGITS);
      return file;
    }).toList();
  }
}
