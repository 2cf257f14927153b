package faultslip.ced;

import com.fasterxml.jackson.databind.ObjectMapper;
import faultslip.AtomicFile;
import faultslip.InterruptedWorkException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Gradient descent with averaged weights, early stopping and checkpoints. On return the graph holds the averaged
 * weights of the best validation.
 *
 * <p>A checkpoint is a zip of the history as JSON and of what else is needed to go on, arrays in ND4J's binary form.
 */
final class TrainingLoop {
  static final long CHECKPOINT_NANOS = 15_000_000_000L;
  /** Memory that a training may gather before it is given back, in bytes. */
  private static final long GROWTH = 400_000_000;
  private static final String HISTORY = "history.json";
  /** In bytes; a validation takes a hundred. */
  private static final int MOST_HISTORY = 1 << 26;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ComputationGraph graph;
  private final WindowImages training;
  private final WindowImages validation;
  private final TrainingSettings settings;
  private final long seed;
  private final Optional<Path> checkpoint;
  private final long checkpointNanos;
  private final TrainingProgress progress;

  private final INDArray average;
  private final INDArray best;
  private final INDArray scratch;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int bestStep;
  private int step;
  /** When it would have begun if it had never been interrupted, in nanoseconds. */
  private long start;
  private final List<TrainingHistory.Validation> validations = new ArrayList<>();

  /** Learning rate that rises linearly over the warm-up steps, then falls to 0 along half a cosine. */
  record CosineSchedule(double peak, int warmup, int steps) implements ISchedule {

    @Override
    public double valueAt(int iteration, int epoch) {
      double rise = warmup == 0 ? 1 : Math.min(1, (iteration + 1.0) / warmup);
      double progress = Math.min(1, iteration / (double) steps);
      return peak * rise * 0.5 * (1 + StrictMath.cos(Math.PI * progress));
    }

    @Override
    public ISchedule clone() {
      return this;
    }
  }

  /**
   * @param graph what is trained, in place; of as many outputs as resolutions it is compared with its targets at
   * @param seed of what a step draws at random
   * @param checkpoint where to keep what is needed to go on; an existing file is gone on from
   * @param checkpointNanos time between checkpoints, in nanoseconds; they are kept at validations
   */
  TrainingLoop(ComputationGraph graph, WindowImages training, WindowImages validation, TrainingSettings settings,
      long seed, Optional<Path> checkpoint, long checkpointNanos, TrainingProgress progress) {
    this.graph = graph;
    this.training = training;
    this.validation = validation;
    this.settings = settings;
    this.seed = seed;
    this.checkpoint = checkpoint;
    this.checkpointNanos = checkpointNanos;
    this.progress = progress;
    this.average = graph.params().dup();
    this.best = graph.params().dup();
    this.scratch = graph.params().dup();
  }

  /** What turns gradients into steps. */
  static Adam adam(TrainingSettings settings) {
    TrainingSettings.LearningRate rate = settings.learningRate();
    return Adam.builder().learningRate(rate.peak())
        .learningRateSchedule(new CosineSchedule(rate.peak(), rate.warmup(), settings.steps())).build();
  }

  TrainingHistory run() {
    double clip = settings.regularisation().clip();
    try (NetworkEngine engine = NetworkEngine.toTrain(training.architecture(), graph, clip)) {
      return run(engine);
    }
  }

  private TrainingHistory run(NetworkEngine engine) {
    start = System.nanoTime();
    long saved = start;
    long trimmed = Pointer.physicalBytes();
    checkpoint.filter(Files::exists).ifPresent(this::resume);
    while (step < settings.steps() && step - bestStep < settings.stopping().patience()) {
      if (Thread.currentThread().isInterrupted()) {
        keep();
        throw new InterruptedWorkException("Training was interrupted after %d of %d steps; run it again%s."
            .formatted(step, settings.steps(), checkpoint.isPresent() ? " to go on from there" : ""));
      }
      // What a step draws at random (dropped skips) is a function of seed and step, too.
      Nd4j.getRandom().setSeed(seed * 1_000_003 + step);
      engine.step(training, training.draw(seed, step, settings.batch()));
      step++;
      average(engine);
      if (Pointer.physicalBytes() > trimmed + GROWTH) {
        NativeBackend.trimMemory();
        trimmed = Pointer.physicalBytes();
      }
      if (step % settings.stopping().validationInterval() == 0 || step == settings.steps()) {
        validate(engine);
        if (System.nanoTime() - saved >= checkpointNanos) {
          keep();
          saved = System.nanoTime();
        }
      }
      try {
        progress.at(step, settings.steps(), validations.isEmpty() ? Double.NaN : bestLoss);
      } catch (RuntimeException | Error e) {
        keep(); // Who watches may end the training.
        throw e;
      }
    }
    graph.params().assign(best);
    // Kept for the next step of this thread, of which there will be none.
    Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    NativeBackend.trimMemory();
    if (step < settings.steps()) {
      progress.at(settings.steps(), settings.steps(), bestLoss);
    }
    return history();
  }

  private void average(NetworkEngine engine) {
    // A short memory at first, so that the initial weights are soon forgotten.
    double decay = Math.min(settings.regularisation().averaging(), (1.0 + step) / (10 + step));
    if (settings.regularisation().averaging() == 0) {
      average.assign(graph.params());
    } else {
      engine.average(average, decay);
    }
  }

  private void validate(NetworkEngine engine) {
    scratch.assign(graph.params());
    graph.params().assign(average);
    double loss = validation.loss(engine);
    if (!Double.isFinite(loss)) {
      throw new CedException("Training diverged: validation loss %s after %d steps; give a lower learning rate than %s."
          .formatted(loss, step, settings.learningRate().peak()));
    }
    validations.add(new TrainingHistory.Validation(step, loss));
    if (loss < bestLoss) {
      bestLoss = loss;
      bestStep = step;
      best.assign(average);
    }
    graph.params().assign(scratch);
  }

  private TrainingHistory history() {
    return new TrainingHistory(validations, bestStep, bestLoss, step, (System.nanoTime() - start) / 1e9);
  }

  /** What a checkpoint holds beside the history, by name. */
  private Map<String, INDArray> arrays() {
    return Map.of("parameters", graph.params(), "updater", graph.getUpdater().getUpdaterStateViewArray(),
        "average", average, "best", best);
  }

  private void keep() {
    boolean interrupted = Thread.interrupted(); // Such a thread could not write a file.
    checkpoint.ifPresent(file -> AtomicFile.write(file, stream -> {
      try (ZipOutputStream zip = new ZipOutputStream(stream)) {
        zip.putNextEntry(new ZipEntry(HISTORY));
        zip.write(JSON.writeValueAsBytes(history()));
        for (var array : arrays().entrySet()) {
          zip.putNextEntry(new ZipEntry(array.getKey()));
          DataOutputStream data = new DataOutputStream(zip);
          Nd4j.write(array.getValue(), data);
          data.flush();
        }
      }
    }));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void resume(Path file) {
    TrainingHistory history;
    try {
      history = read(file);
    } catch (IOException | RuntimeException e) { // ND4J wraps what it cannot read
      throw new CedException("Cannot go on from " + file + ": " + e.getMessage() + "; delete it to start over.", e);
    }
    step = history.steps();
    bestStep = history.bestStep();
    bestLoss = history.bestLoss();
    start -= (long) (history.seconds() * 1e9);
    validations.addAll(history.validations());
    // Learning rate and Adam's bias correction depend on the number of steps done.
    graph.getConfiguration().setIterationCount(step);
  }

  /** Takes over the arrays of a checkpoint; returns its history. */
  private TrainingHistory read(Path file) throws IOException {
    TrainingHistory history = null;
    Map<String, INDArray> missing = new HashMap<>(arrays());
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(HISTORY)) {
          history = JSON.readValue(zip.readNBytes(MOST_HISTORY), TrainingHistory.class);
        } else {
          INDArray kept = Nd4j.read(new DataInputStream(zip));
          INDArray array = missing.remove(entry.getName());
          // ND4J copies arrays of other lengths without looking, and the process dies.
          if (array == null || array.length() != kept.length()) {
            throw new IOException("it holds %d of '%s', the network has %s".formatted(kept.length(), entry.getName(),
                array == null ? "none" : Long.toString(array.length())));
          }
          array.assign(kept);
        }
      }
    }
    if (history == null || !missing.isEmpty()) {
      throw new IOException("it lacks " + (history == null ? HISTORY : missing.keySet()));
    }
    if (history.steps() > settings.steps()) {
      throw new IOException("it has done %d steps of %d".formatted(history.steps(), settings.steps()));
    }
    return history;
  }
}
