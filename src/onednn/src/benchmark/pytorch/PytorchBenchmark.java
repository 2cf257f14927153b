import faultslip.ced.Ced;
import faultslip.ced.CedArchitecture;
import faultslip.ced.Initialisation;
import faultslip.ced.LatentStart;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.ced.TrainingSettings.Regularisation;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * CPU time of a step of training and of a prediction here and in PyTorch, on one thread each: the same network, batch,
 * loss, clipping, Adam and average of weights, in alternation. Start it by {@code src/benchmark/pytorch/run}.
 */
final class PytorchBenchmark {
  private static final CedArchitecture NETWORK = CedArchitecture.of(32, 64, List.of(8, 16, 32, 48));
  private static final int BATCH = 16;
  private static final int IMAGES = 64;
  private static final int WARM = 20;
  private static final int STEPS = 60;
  private static final int PREDICTIONS = 20;

  private PytorchBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    ProcessBuilder python = new ProcessBuilder(System.getProperty("python"), System.getProperty("script"))
        .redirectError(ProcessBuilder.Redirect.INHERIT);
    // Else it gives memory back at every step only to take it again, which may cost it half its speed.
    python.environment().putAll(
        Map.of("MALLOC_MMAP_THRESHOLD_", "1000000000", "MALLOC_TRIM_THRESHOLD_", "10000000000"));
    Process process = python.start();
    try (BufferedReader answers = process.inputReader();
        PrintWriter questions = new PrintWriter(process.outputWriter(), true)) {
      TrainingData data = data();
      Ced network = Ced.untrained(NETWORK, Initialisation.HE, 0);
      System.out.printf(
          "Parameters: %d here, %s PyTorch (with the heads). Samples a second of CPU time; round 0 warms up.%n",
          network.parameters(), answers.readLine());
      Map<String, List<Double>> speeds = new TreeMap<>();
      for (int round = 0; round <= rounds; round++) {
        Map<String, Double> found = new TreeMap<>();
        for (double supervision : new double[] {0.3, 0}) {
          String name = supervision > 0 ? "train" : "unsupervised";
          found.put(name, trained(progress ->
              Ced.train(NETWORK, data, settings(supervision), 0, Optional.empty(), progress)));
          found.put(name + ", PyTorch", BATCH * STEPS / asked(questions, answers, name, STEPS));
        }
        found.put("cross-train", trained(progress ->
            network.crossTrain(data, settings(0), LatentStart.FRESH, 0, Optional.empty(), progress)));
        found.put("predict", predicted(network));
        found.put("predict, PyTorch", IMAGES * PREDICTIONS / asked(questions, answers, "predict", PREDICTIONS));
        System.out.printf(Locale.ROOT, "round %d: %s%n", round, found);
        if (round > 0) {
          found.forEach((name, speed) -> speeds.computeIfAbsent(name, any -> new ArrayList<>()).add(speed));
        }
      }
      report(speeds);
    }
  }

  private static double asked(PrintWriter questions, BufferedReader answers, String work, int count)
      throws IOException {
    questions.println(work + " " + count);
    return Double.parseDouble(answers.readLine());
  }

  /** Sticks and slips, over and over. */
  private static TrainingData data() {
    Clock clock = new Clock(0, 0.1);
    double[] phase = IntStream.range(0, 4000).mapToDouble(i -> (0.01 * i + Math.sin(0.013 * i)) % 1).toArray();
    Recording fault = new Recording("stick-slip",
        new Series("emission", "", clock, Arrays.stream(phase).map(p -> Math.exp(-3 * p)).toArray()),
        new Series("friction", "", clock, Arrays.stream(phase).map(p -> 0.6 + 0.05 * p).toArray()));
    return TrainingData.of(SplitFractions.SIMULATION.of(fault), ScalogramSettings.ricker(64), new Windows(64, 4));
  }

  private static TrainingSettings settings(double supervision) {
    int steps = WARM + STEPS + 1;
    return TrainingSettings.standard().withBatch(BATCH).withSteps(steps).withStopping(steps, steps)
        .withRegularisation(new Regularisation(0.98, 1, supervision));
  }

  /** Windows a second, between two steps that are not followed by a validation. */
  private static double trained(Consumer<TrainingProgress> training) {
    long[] times = new long[2];
    training.accept((step, steps, loss) -> {
      if (step == WARM || step == WARM + STEPS) {
        times[step == WARM ? 0 : 1] = now();
      }
    });
    return BATCH * STEPS / ((times[1] - times[0]) / 1e9);
  }

  private static double predicted(Ced network) {
    float[] images = new float[PREDICTIONS * IMAGES * 32 * 64];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) Math.sin(0.7 * i);
    }
    long start = now();
    network.apply(images);
    return PREDICTIONS * IMAGES / ((now() - start) / 1e9);
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void report(Map<String, List<Double>> speeds) {
    System.out.println();
    speeds.forEach((name, all) -> {
      double ours = median(all);
      List<Double> theirs = speeds.get(name + ", PyTorch");
      System.out.printf(Locale.ROOT, "%-24s %6.0f /s%s%n", name, ours,
          theirs == null ? "" : String.format(Locale.ROOT, ", %.2f times as fast as PyTorch", ours / median(theirs)));
    });
    System.out.printf(Locale.ROOT, "A step of cross-training is %.2f times as fast as one of the whole network.%n",
        median(speeds.get("cross-train")) / median(speeds.get("train")));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
  }
}
