import faultslip.gouge.GougeHistory;
import faultslip.gouge.GougeParameters;
import faultslip.gouge.GougeParameters.ContactLaw;
import faultslip.gouge.GougeParameters.Loading;
import faultslip.gouge.GougeParameters.Medium;
import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GranularGouge;
import faultslip.gouge.ShearExperiment.Stage;
import faultslip.gouge.SimulationProgress;
import faultslip.series.Series;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * CPU time of a particle-step here and in LAMMPS (gran/hooke/history), on one thread each: the same packings, law of
 * contact, loading, steps and skin, in alternation. Start it by {@code src/benchmark/lammps/run}.
 *
 * <p>Steady shear, so that the states of the two can be compared: by a stiff spring here, by a plate of constant velocity
 * there. They must agree within what packings differ by, no better: LAMMPS starts without the springs of the contacts, lets
 * the dashpots grow with the grains' masses, and has them pull at the end of a collision.
 */
final class LammpsBenchmark {
  private static final int SAMPLING = 160;

  private LammpsBenchmark() {}

  /** What one run took and showed, over the second half of its samples. */
  private record Outcome(double nanosecondsAParticleStep, double friction, double kineticEnergy, double height) {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    long steps = (arguments.length > 1 ? Long.parseLong(arguments[1]) : 200_000) / (2 * SAMPLING) * (2 * SAMPLING);
    Path input = Path.of(System.getProperty("input"));
    Path folder = Files.createTempDirectory("faultslip-lammps");
    List<Outcome> ours = new ArrayList<>();
    List<Outcome> theirs = new ArrayList<>();
    System.out.printf("%d rounds of %,d steps with %d free grains; round 0 warms up and is not counted.%n", rounds, steps, parameters(0).grains().count());
    for (int round = 0; round <= rounds; round++) {
      GranularGouge fault = GranularGouge.prepared(parameters(round), SimulationProgress.SILENT);
      Path data = folder.resolve("packing.data");
      Files.writeString(data, packing(fault.snapshot(), parameters(round)));
      Outcome lammps = lammps(input, data, fault, steps);
      Outcome here = here(fault, steps);
      System.out.printf(Locale.ROOT, "round %d: %.1f ns here, %.1f ns LAMMPS%n", round, here.nanosecondsAParticleStep(), lammps.nanosecondsAParticleStep());
      if (round > 0) {
        ours.add(here);
        theirs.add(lammps);
      }
    }
    delete(folder);
    report(ours, theirs);
  }

  private static GougeParameters parameters(int seed) {
    GougeParameters standard = GougeParameters.standard();
    return standard.withSeed(seed).with(standard.contacts().withFriction(0.5)).with(Medium.VACUUM)
        .with(new Loading(100, 0.02, 5, 0, 0));
  }

  private static Outcome here(GranularGouge fault, long steps) {
    var thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    GougeHistory history = fault.run(List.of(new Stage(1, steps)), SAMPLING, SimulationProgress.SILENT);
    double nanoseconds = thread.getCurrentThreadCpuTime() - start;
    return new Outcome(nanoseconds / steps / fault.parameters().grains().count(), secondHalf(history.friction()),
        secondHalf(history.kineticEnergy()), secondHalf(history.height()));
  }

  private static double secondHalf(Series series) {
    return Arrays.stream(series.slice(series.length() / 2, series.length()).values()).average().orElseThrow();
  }

  private static Outcome lammps(Path input, Path data, GranularGouge fault, long steps) throws IOException, InterruptedException {
    GougeParameters parameters = fault.parameters();
    ContactLaw contacts = parameters.contacts();
    double length = parameters.grains().length();
    double damping = 2 * contacts.damping() * Math.sqrt(contacts.stiffness() / 2) / 0.5; // a rate: the reduced mass is 0.5
    Map<String, Object> variables = new TreeMap<>(Map.of("kn", contacts.stiffness(), "kt", contacts.stiffness() * contacts.tangentialStiffness(),
        "gamman", damping, "gammat", damping * contacts.tangentialDamping(), "friction", contacts.staticFriction(),
        "skin", parameters.integration().skin(), "timestep", parameters.integration().timeStep(), "normalforce", length));
    variables.putAll(Map.of("velocity", parameters.loading().velocity(), "steps", steps, "data", data));
    List<String> command = new ArrayList<>(List.of("lmp", "-in", input.toString(), "-log", "none", "-suffix", "off"));
    variables.forEach((name, value) -> command.addAll(List.of("-var", name, value.toString())));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("OMP_NUM_THREADS", "1");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException("LAMMPS ended with status " + process.exitValue() + ":\n" + output);
    }
    return outcome(output, steps, parameters);
  }

  /** From LAMMPS' own account: "Loop time of 5.1 on 1 procs", "99.9% CPU use with", and the last line of the table. */
  private static Outcome outcome(String output, long steps, GougeParameters parameters) {
    double seconds = 0;
    double use = 0;
    String[] state = {};
    for (String line : output.lines().map(String::strip).toList()) {
      if (line.startsWith("Loop time of")) {
        seconds = Double.parseDouble(line.split(" +")[3]);
      } else if (line.contains("% CPU use with")) {
        use = Double.parseDouble(line.substring(0, line.indexOf('%'))) / 100;
      } else if (line.startsWith(steps + " ")) {
        state = line.split(" +");
      }
    }
    return new Outcome(seconds * use * 1e9 / steps / parameters.grains().count(), Double.parseDouble(state[1]) / parameters.grains().length(),
        Double.parseDouble(state[2]), Double.parseDouble(state[3]));
  }

  private static List<GougeSnapshot.Grain> topPlate(GougeSnapshot snapshot) {
    return snapshot.disks().subList(snapshot.grains() + snapshot.bottom(), snapshot.disks().size());
  }

  /** A data file of LAMMPS, which takes a density as that of a sphere; masses are 4 r², and the plate's as it is given. */
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
      atoms.append("%d %d %s %s %s %s 0 %d 0 0%n".formatted(i + 1, type, 2 * disk.radius(), density, disk.x() - laps * snapshot.length(), disk.y(), laps));
      velocities.append("%d %s %s 0 0 0 %s%n".formatted(i + 1, disk.vx(), disk.vy(), disk.spin()));
    }
    double top = topPlate(snapshot).get(0).y() + 10;
    return "A sheared gouge%n%n%d atoms%n3 atom types%n%n0 %s xlo xhi%n-2 %s ylo yhi%n-0.5 0.5 zlo zhi%n%nAtoms # sphere%n%n%s%nVelocities%n%n%s"
        .formatted(count, snapshot.length(), top, atoms, velocities);
  }

  private static void report(List<Outcome> ours, List<Outcome> theirs) {
    double here = median(ours, Outcome::nanosecondsAParticleStep);
    double there = median(theirs, Outcome::nanosecondsAParticleStep);
    System.out.printf(Locale.ROOT, "%nCPU time of a particle-step, median: %.1f ns here, %.1f ns LAMMPS; ratio %.3f%n%n", here, there, here / there);
    System.out.println("The state, mean and standard deviation over packings:");
    compare("friction", ours, theirs, Outcome::friction);
    compare("kinetic energy", ours, theirs, Outcome::kineticEnergy);
    compare("thickness", ours, theirs, Outcome::height);
  }

  private static void compare(String name, List<Outcome> ours, List<Outcome> theirs, ToDoubleFunction<Outcome> value) {
    System.out.printf(Locale.ROOT, "  %-15s %.4f ± %.4f here   %.4f ± %.4f LAMMPS%n", name, mean(ours, value), deviation(ours, value),
        mean(theirs, value), deviation(theirs, value));
  }

  private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
    return outcomes.stream().mapToDouble(value).average().orElseThrow();
  }

  private static double deviation(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
    double mean = mean(outcomes, value);
    return Math.sqrt(outcomes.stream().mapToDouble(value).map(v -> (v - mean) * (v - mean)).sum() / Math.max(1, outcomes.size() - 1));
  }

  private static double median(List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
    double[] sorted = outcomes.stream().mapToDouble(value).sorted().toArray();
    return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
  }

  private static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("packing.data"));
    Files.deleteIfExists(folder);
  }
}
