package faultslip.benchmark;

import faultslip.FaultslipException;
import faultslip.benchmark.Benchmark.Unit;
import faultslip.gouge.GougeHistory;
import faultslip.gouge.GougeParameters;
import faultslip.gouge.GougeParameters.ContactLaw;
import faultslip.gouge.GougeParameters.Grains;
import faultslip.gouge.GougeParameters.Loading;
import faultslip.gouge.GougeParameters.Medium;
import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GranularGouge;
import faultslip.gouge.ShearExperiment.Stage;
import faultslip.gouge.SimulationProgress;
import faultslip.series.Series;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * A particle-step here and in LAMMPS (gran/hooke/history): the same packings, law of contact, loading, steps and skin.
 *
 * <p>Steady shear, so that the states of the two can be compared: by a stiff spring here, by a plate of constant
 * velocity there. They must agree within what packings differ by, no better: LAMMPS starts without the springs of the
 * contacts, lets the dashpots grow with the grains' masses, and has them pull at the end of a collision.
 */
final class GougeBenchmark {
  private static final String LAMMPS = "lmp";
  private static final int SAMPLING = 160;
  private static final int STEPS = 2 * SAMPLING * 150;
  /** Particle-steps by which growth is measured. */
  private static final long PARTICLE_STEPS = 20_000_000;
  private static final double NANOS = 1e9;

  private final Path input;
  private final List<State> ours = new ArrayList<>();
  private final List<State> theirs = new ArrayList<>();
  private GougeParameters parameters = GougeParameters.standard();
  private String packing = "";

  /** @param input LAMMPS' commands */
  GougeBenchmark(Path input) {
    this.input = input;
  }

  /** What a run showed, over the second half of its samples. */
  private record State(double friction, double kineticEnergy, double height) {}

  Benchmark step() {
    return new Benchmark("gouge-step", Unit.of("ns a particle-step", NANOS), this::here,
        version().map(version -> new Contender(version, this::there)), "lammps");
  }

  static Growth byGrains() {
    return new Growth("grains", "a step", List.of(20, 40, 80, 160), length -> {
      GougeParameters standard = GougeParameters.standard();
      Grains grains = standard.grains();
      GranularGouge fault = GranularGouge.prepared(standard.with(new Grains(length, grains.layers(), grains.sizeRatio(),
          grains.bottom(), grains.top(), grains.rolling(), 1)), SimulationProgress.SILENT);
      long steps = PARTICLE_STEPS / fault.parameters().grains().count() / SAMPLING * SAMPLING;
      List<Stage> stages = List.of(new Stage(1, steps));
      return CpuTime.each(1, () -> fault.run(stages, SAMPLING, SimulationProgress.SILENT)) / steps;
    });
  }

  /** Lines that hold the states of the two against each other; none if there was one alone. */
  List<String> states() {
    return theirs.isEmpty() ? List.of() : List.of(compared("friction", State::friction),
        compared("kinetic energy", State::kineticEnergy), compared("thickness", State::height));
  }

  private String compared(String name, ToDoubleFunction<State> value) {
    SummaryStatistics here = over(ours, value);
    SummaryStatistics there = over(theirs, value);
    return "gouge-step, mean and deviation over packings: %s %.4f ± %.4f here, %.4f ± %.4f in LAMMPS".formatted(name,
        here.getMean(), here.getStandardDeviation(), there.getMean(), there.getStandardDeviation());
  }

  private static SummaryStatistics over(List<State> states, ToDoubleFunction<State> value) {
    SummaryStatistics statistics = new SummaryStatistics();
    states.forEach(state -> statistics.addValue(value.applyAsDouble(state)));
    return statistics;
  }

  private double here() {
    parameters = parameters(ours.size());
    GranularGouge fault = GranularGouge.prepared(parameters, SimulationProgress.SILENT);
    packing = packing(fault.snapshot(), parameters);
    double before = CpuTime.seconds();
    GougeHistory history = fault.run(List.of(new Stage(1, STEPS)), SAMPLING, SimulationProgress.SILENT);
    double seconds = CpuTime.seconds() - before;
    ours.add(new State(secondHalf(history.friction()), secondHalf(history.kineticEnergy()),
        secondHalf(history.height())));
    return seconds / STEPS / parameters.grains().count();
  }

  private static GougeParameters parameters(int seed) {
    GougeParameters standard = GougeParameters.standard();
    return standard.withSeed(seed).with(standard.contacts().withFriction(0.5)).with(Medium.VACUUM)
        .with(new Loading(100, 0.02, 5, 0, 0));
  }

  private static double secondHalf(Series series) {
    return Arrays.stream(series.slice(series.length() / 2, series.length()).values()).average().orElseThrow();
  }

  /** Shears the packing that was the last to be sheared here; from LAMMPS' own account of the time. */
  private double there() {
    try {
      Path data = Files.createTempFile("faultslip", ".packing");
      try {
        Files.writeString(data, packing);
        return outcome(lammps(data));
      } finally {
        Files.deleteIfExists(data);
      }
    } catch (IOException e) {
      throw new FaultslipException("LAMMPS cannot be run: " + e.getMessage() + "; leave gouge-step out by --only.", e);
    }
  }

  private String lammps(Path data) throws IOException {
    ContactLaw contacts = parameters.contacts();
    // A rate: the reduced mass is 0.5.
    double damping = 2 * contacts.damping() * Math.sqrt(contacts.stiffness() / 2) / 0.5;
    Map<String, Object> variables = new TreeMap<>(Map.of("kn", contacts.stiffness(),
        "kt", contacts.stiffness() * contacts.tangentialStiffness(), "gamman", damping,
        "gammat", damping * contacts.tangentialDamping(), "friction", contacts.staticFriction(),
        "skin", parameters.integration().skin(), "timestep", parameters.integration().timeStep(),
        "normalforce", parameters.grains().length()));
    variables.putAll(Map.of("velocity", parameters.loading().velocity(), "steps", STEPS, "data", data));
    List<String> arguments = new ArrayList<>(List.of("-in", input.toString(), "-log", "none", "-suffix", "off"));
    variables.forEach((name, value) -> arguments.addAll(List.of("-var", name, value.toString())));
    return said(arguments);
  }

  /** Its name and version; none if it is not here. */
  private static Optional<String> version() {
    try {
      return said(List.of("-h")).lines().filter(line -> line.contains("Simulator"))
          .map(line -> "LAMMPS " + line.substring(line.indexOf("- ") + 2).strip()).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String said(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(LAMMPS));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException("it ended with exit code " + exit
          + output.lines().reduce("", (first, last) -> ": " + last));
    }
    return output;
  }

  /** From lines such as "Loop time of 5.1 on 1 procs", "99.9% CPU use with", and the last one of the table. */
  private double outcome(String output) {
    double seconds = 0;
    double use = 0;
    for (String line : output.lines().map(String::strip).toList()) {
      String[] words = line.split(" +", -1);
      if (line.startsWith("Loop time of")) {
        seconds = Double.parseDouble(words[3]);
      } else if (line.contains("% CPU use with")) {
        use = Double.parseDouble(line.substring(0, line.indexOf('%'))) / 100;
      } else if (line.startsWith(STEPS + " ")) {
        theirs.add(new State(Double.parseDouble(words[1]) / parameters.grains().length(), Double.parseDouble(words[2]),
            Double.parseDouble(words[3])));
      }
    }
    return seconds * use / STEPS / parameters.grains().count();
  }

  private static List<GougeSnapshot.Grain> topPlate(GougeSnapshot snapshot) {
    return snapshot.disks().subList(snapshot.grains() + snapshot.bottom(), snapshot.disks().size());
  }

  /** A data file of LAMMPS, which takes a density as that of a sphere; masses are 4 r², and the plate's as given. */
  private static String packing(GougeSnapshot snapshot, GougeParameters parameters) {
    int count = snapshot.disks().size();
    double plateMass = parameters.loading().plateMass() * snapshot.length() / topPlate(snapshot).size();
    StringBuilder atoms = new StringBuilder();
    StringBuilder velocities = new StringBuilder();
    for (int i = 0; i < count; i++) {
      GougeSnapshot.Grain disk = snapshot.disks().get(i);
      int type = i < snapshot.grains() ? 1 : i < snapshot.grains() + snapshot.bottom() ? 2 : 3;
      double mass = type == 3 ? plateMass : 4 * disk.radius() * disk.radius();
      double density = mass / (4 * Math.PI / 3 * Math.pow(disk.radius(), 3));
      int laps = (int) Math.floor(disk.x() / snapshot.length());
      atoms.append("%d %d %s %s %s %s 0 %d 0 0%n".formatted(i + 1, type, 2 * disk.radius(), density,
          disk.x() - laps * snapshot.length(), disk.y(), laps));
      velocities.append("%d %s %s 0 0 0 %s%n".formatted(i + 1, disk.vx(), disk.vy(), disk.spin()));
    }
    return ("A sheared gouge%n%n%d atoms%n3 atom types%n%n0 %s xlo xhi%n-2 %s ylo yhi%n-0.5 0.5 zlo zhi%n%n"
        + "Atoms # sphere%n%n%s%nVelocities%n%n%s").formatted(count, snapshot.length(),
        topPlate(snapshot).get(0).y() + 10, atoms, velocities);
  }
}
