package faultslip.ced;

import faultslip.InterruptedWorkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradient descent with averaged weights, early stopping and checkpoints. On return the graph holds the averaged
 * weights of the best validation.
 */
final class TrainingLoop {
  static final long CHECKPOINT_NANOS = 15_000_000_000L;
  /** Memory that a training may gather before it is given back, in bytes. */
  private static final long GROWTH = 600_000_000;
  private static final String PARAMETERS = "parameters";
  private static final String UPDATER = "updater";
  private static final String AVERAGE = "average";
  private static final String BEST = "best";

  private final ComputationGraph graph;
  private final TrainingSettings settings;
  private final long seed;
  private final IntFunction<MultiDataSet> batch;
  private final ToDoubleFunction<ComputationGraph> validation;
  private final Optional<Path> checkpoint;
  private final long checkpointNanos;
  private final TrainingProgress progress;

  private INDArray average;
  private INDArray best;
  private final INDArray scratch;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int bestStep;
  private int step;
  private double earlierSeconds;
  private final List<TrainingHistory.Validation> validations = new ArrayList<>();

  /**
   * @param graph what is trained, in place
   * @param seed of what a step draws at random
   * @param batch the data of a step, 0 to {@code settings.steps() - 1}; a function of the step alone
   * @param validation the validation loss of the graph as it stands
   * @param checkpoint where to keep what is needed to go on; an existing file is gone on from
   * @param checkpointNanos time between checkpoints, in nanoseconds; they are kept at validations
   */
  TrainingLoop(ComputationGraph graph, TrainingSettings settings, long seed, IntFunction<MultiDataSet> batch,
      ToDoubleFunction<ComputationGraph> validation, Optional<Path> checkpoint, long checkpointNanos,
      TrainingProgress progress) {
    this.graph = graph;
    this.settings = settings;
    this.seed = seed;
    this.batch = batch;
    this.validation = validation;
    this.checkpoint = checkpoint;
    this.checkpointNanos = checkpointNanos;
    this.progress = progress;
    this.average = graph.params().dup();
    this.best = graph.params().dup();
    this.scratch = graph.params().dup();
  }

  TrainingHistory run() {
    long start = System.nanoTime();
    long saved = start;
    long trimmed = Pointer.physicalBytes();
    resume();
    if (settings.regularisation().clip() > 0) {
      graph.setListeners(new GradientClipping(settings.regularisation().clip()));
    }
    while (step < settings.steps() && step - bestStep < settings.stopping().patience()) {
      if (Thread.currentThread().isInterrupted()) {
        keep(start);
        throw new InterruptedWorkException("Training was interrupted after %d of %d steps; run it again%s."
            .formatted(step, settings.steps(), checkpoint.isPresent() ? " to go on from there" : ""));
      }
      // What a step draws at random (dropped skips) is a function of seed and step, too.
      Nd4j.getRandom().setSeed(seed * 1_000_003 + step);
      MultiDataSet windows = batch.apply(step);
      graph.fit(windows);
      WindowImages.free(windows);
      step++;
      average();
      if (step % settings.stopping().validationInterval() == 0 || step == settings.steps()) {
        validate();
        if (Pointer.physicalBytes() > trimmed + GROWTH) {
          NativeBackend.trimMemory();
          trimmed = Pointer.physicalBytes();
        }
        if (System.nanoTime() - saved >= checkpointNanos) {
          keep(start);
          saved = System.nanoTime();
        }
      }
      try {
        progress.at(step, settings.steps(), validations.isEmpty() ? Double.NaN : bestLoss);
      } catch (RuntimeException | Error e) {
        keep(start); // Who watches may end the training.
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
    return history(start);
  }

  private void keep(long start) {
    boolean interrupted = Thread.interrupted(); // Such a thread could not write a file.
    checkpoint.ifPresent(file -> checkpoint(start).write(file));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void average() {
    INDArray parameters = graph.params();
    // A short memory at first, so that the initial weights are soon forgotten.
    double decay = Math.min(settings.regularisation().averaging(), (1.0 + step) / (10 + step));
    if (settings.regularisation().averaging() == 0) {
      average.assign(parameters);
    } else {
      average.muli(decay).addi(parameters.muli(1 - decay, scratch));
    }
  }

  private void validate() {
    scratch.assign(graph.params());
    graph.params().assign(average);
    double loss = validation.applyAsDouble(graph);
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

  private TrainingHistory history(long start) {
    double seconds = earlierSeconds + (System.nanoTime() - start) / 1e9;
    return new TrainingHistory(validations, bestStep, bestLoss, step, seconds);
  }

  private Checkpoint checkpoint(long start) {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    arrays.put(PARAMETERS, graph.params());
    arrays.put(UPDATER, graph.getUpdater().getUpdaterStateViewArray());
    arrays.put(AVERAGE, average);
    arrays.put(BEST, best);
    return new Checkpoint(history(start), arrays);
  }

  private void resume() {
    if (checkpoint.isEmpty() || !Files.exists(checkpoint.get())) {
      return;
    }
    Checkpoint earlier;
    try {
      earlier = Checkpoint.read(checkpoint.get());
      requireFit(earlier);
    } catch (IOException | RuntimeException e) { // ND4J wraps what it cannot read
      throw new CedException("Cannot go on from " + checkpoint.get() + ": " + e.getMessage()
          + "; delete it to start over.", e);
    }
    graph.params().assign(earlier.arrays().get(PARAMETERS));
    graph.getUpdater().getUpdaterStateViewArray().assign(earlier.arrays().get(UPDATER));
    average = earlier.arrays().get(AVERAGE);
    best = earlier.arrays().get(BEST);
    TrainingHistory history = earlier.history();
    step = history.steps();
    bestStep = history.bestStep();
    bestLoss = history.bestLoss();
    earlierSeconds = history.seconds();
    validations.addAll(history.validations());
    // Learning rate and Adam's bias correction depend on the number of steps done.
    graph.getConfiguration().setIterationCount(step);
  }

  /** ND4J copies arrays of other lengths without looking, and the process dies. */
  private void requireFit(Checkpoint earlier) throws IOException {
    Map<String, INDArray> expected = Map.of(PARAMETERS, graph.params(), AVERAGE, graph.params(), BEST, graph.params(),
        UPDATER, graph.getUpdater().getUpdaterStateViewArray());
    for (var array : expected.entrySet()) {
      INDArray found = earlier.arrays().get(array.getKey());
      if (found == null || found.length() != array.getValue().length()) {
        throw new IOException("it holds %s of '%s', the network has %d".formatted(
            found == null ? "none" : Long.toString(found.length()), array.getKey(), array.getValue().length()));
      }
    }
  }
}
