package faultslip.benchmark;

import faultslip.benchmark.Benchmark.Unit;
import faultslip.ced.Ced;
import faultslip.ced.CedArchitecture;
import faultslip.ced.Initialisation;
import faultslip.ced.LatentStart;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.SlidingPrediction;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.ced.TrainingSettings.Regularisation;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The simulation's network beside PyTorch's: the same layers, batch, loss, clipping, Adam and average of weights. */
final class NetworkBenchmarks {
  private static final CedArchitecture NETWORK = CedArchitecture.of(32, 64, List.of(8, 16, 32, 48));
  private static final ScalogramSettings IMAGE = ScalogramSettings.ricker(128);
  private static final int BATCH = 16;
  private static final int WARM = 20;
  private static final int STEPS = 100;
  private static final int IMAGES = 64;
  private static final int BATCHES = 40;
  /** Samples of an hour at 100 Hz; a day costs as much 24 times. */
  private static final int HOUR = 360_000;
  private static final int HOURS = 24;
  private static final double SUPERVISION = 0.3;
  private static final String MISSING = "python3-torch";

  private final TrainingData data = TrainingData.of(SplitFractions.SIMULATION.of(stickSlip(4000)),
      ScalogramSettings.ricker(64), new Windows(64, 4));
  private final Ced network = Ced.untrained(NETWORK, Initialisation.HE, 0);

  Benchmark training(String name, Optional<PythonPeer> pytorch) {
    return new Benchmark(name, Unit.of("ms a window", 1e3), this::trainingSeconds,
        asked(pytorch, "train", STEPS, STEPS * BATCH), MISSING);
  }

  Benchmark inference(String name, Optional<PythonPeer> pytorch) {
    return new Benchmark(name, Unit.of("ms a window", 1e3), () -> inferenceSeconds(BATCHES * IMAGES) / BATCHES / IMAGES,
        asked(pytorch, "infer", BATCHES, BATCHES * IMAGES), MISSING);
  }

  /** An epoch has as many steps, whatever is trained. */
  Benchmark crossTraining() {
    TrainingSettings settings = settings(0, STEPS);
    return new Benchmark("cross-train-per-epoch", Unit.of("ms a window", 1e3),
        () -> steps(progress ->
            network.crossTrain(data, settings, LatentStart.FRESH, 0, Optional.empty(), progress)),
        Optional.of(new Contender("full training", this::trainingSeconds)), "");
  }

  Benchmark day(Optional<PythonPeer> pytorch) {
    Recording hour = stickSlip(HOUR);
    RecordingStandardisation standardisation = RecordingStandardisation.of(hour.slice(0, 4000), IMAGE);
    SlidingPrediction sliding = new SlidingPrediction(IMAGE, new Windows(64, 32));
    return new Benchmark("predict-day", Unit.of("s a day at 100 Hz, by an hour of it", 1),
        () -> HOURS * CpuTime.each(1, () -> sliding.of(network, hour, standardisation)),
        asked(pytorch, "day", HOUR, 1.0 / HOURS), MISSING + " python3-scipy");
  }

  Growth byWindows() {
    return new Growth("windows", "predicting them", List.of(256, 1024, 4096), this::inferenceSeconds);
  }

  Growth bySeeds() {
    TrainingSettings settings = settings(SUPERVISION, STEPS / 4);
    return new Growth("seeds", "training one after another", List.of(1, 2, 4), seeds -> {
      double start = CpuTime.seconds();
      for (int seed = 0; seed < seeds; seed++) {
        Ced.train(NETWORK, data, settings, seed);
      }
      return CpuTime.seconds() - start;
    });
  }

  private static Optional<Contender> asked(Optional<PythonPeer> pytorch, String work, int count, double units) {
    return pytorch.map(one -> new Contender(one.version(), () -> one.seconds(work + " " + count) / units));
  }

  /** Sticks and slips, over and over. */
  private static Recording stickSlip(int samples) {
    Clock clock = new Clock(0, 0.01);
    double[] phase = IntStream.range(0, samples).mapToDouble(i -> (0.01 * i + Math.sin(0.013 * i)) % 1).toArray();
    return new Recording("stick-slip",
        new Series("emission", "", clock, Arrays.stream(phase).map(p -> Math.exp(-3 * p)).toArray()),
        new Series("friction", "", clock, Arrays.stream(phase).map(p -> 0.6 + 0.05 * p).toArray()));
  }

  private static TrainingSettings settings(double supervision, int measured) {
    int steps = WARM + measured + 1;
    return TrainingSettings.standard().withBatch(BATCH).withSteps(steps).withStopping(steps, steps)
        .withRegularisation(new Regularisation(0.98, 1, supervision));
  }

  private double trainingSeconds() {
    TrainingSettings settings = settings(SUPERVISION, STEPS);
    return steps(progress -> Ced.train(NETWORK, data, settings, 0, Optional.empty(), progress));
  }

  /** Of a window, between two steps that are not followed by a validation. */
  private static double steps(Consumer<TrainingProgress> training) {
    double[] times = new double[2];
    training.accept((step, steps, loss) -> {
      if (step == WARM || step == WARM + STEPS) {
        times[step == WARM ? 0 : 1] = CpuTime.seconds();
      }
    });
    return (times[1] - times[0]) / BATCH / STEPS;
  }

  private double inferenceSeconds(int windows) {
    float[] images = new float[windows * NETWORK.scales() * NETWORK.width()];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) Math.sin(0.7 * i);
    }
    return CpuTime.each(1, () -> network.apply(images));
  }
}
