package faultslip.experiment;

import faultslip.ced.TrainingProgress;
import faultslip.evaluate.ResultRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The core chain over several seeds. Trainings run beside each other, each on one thread, so that the numbers do not
 * depend on how many there are.
 *
 * @param chain the chain
 * @param seeds at least one
 * @param threads trainings at once, at least 1
 */
public record Campaign(TransferChain chain, List<Long> seeds, int threads) {

  /** Told how the trainings of a campaign get on; called from their threads. */
  @FunctionalInterface
  public interface Progress {
    /** How one training, named for humans, reports. */
    TrainingProgress of(String training);
  }

  /** Copies the seeds. */
  public Campaign {
    seeds = List.copyOf(seeds);
  }

  /**
   * Runs all experiments for all seeds; what the store has is not trained again.
   *
   * @return results by experiment, in the order of the seeds
   * @throws faultslip.FaultslipException if a training fails
   */
  public Map<Experiment, List<ExperimentResult>> run(Progress progress) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<ExperimentResult>>> jobs = new ArrayList<>();
      for (long seed : seeds) {
        jobs.add(executor.submit(transfer(seed, progress)));
        jobs.add(executor.submit(laboratoryOnly(seed, progress)));
      }
      Map<Experiment, List<ExperimentResult>> results = new EnumMap<>(Experiment.class);
      for (Future<List<ExperimentResult>> job : jobs) {
        for (ExperimentResult result : await(job)) {
          results.computeIfAbsent(result.experiment(), experiment -> new ArrayList<>()).add(result);
        }
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }

  /** Gradient steps of the trainings whose models are not in the store yet. */
  public long stepsToCome() {
    return seeds.stream().mapToLong(chain::stepsToCome).sum();
  }

  private Callable<List<ExperimentResult>> transfer(long seed, Progress progress) {
    return () -> {
      chain.simulationModel(seed, progress.of("simulation, seed " + seed));
      chain.crossTrainedModel(seed, progress.of("cross-training, seed " + seed));
      return List.of(chain.run(Experiment.SIMULATION_BASELINE, seed, TrainingProgress.SILENT),
          chain.run(Experiment.ZERO_SHOT, seed, TrainingProgress.SILENT),
          chain.run(Experiment.CROSS_TRAINED, seed, TrainingProgress.SILENT));
    };
  }

  private Callable<List<ExperimentResult>> laboratoryOnly(long seed, Progress progress) {
    return () -> {
      chain.laboratoryModel(seed, progress.of("lab only, seed " + seed));
      return List.of(chain.run(Experiment.LAB_ONLY, seed, TrainingProgress.SILENT));
    };
  }

  private static List<ExperimentResult> await(Future<List<ExperimentResult>> job) {
    try {
      return job.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while training", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** All rows, experiment by experiment. */
  public static List<ResultRow> rows(Map<Experiment, List<ExperimentResult>> results) {
    return results.values().stream().flatMap(List::stream).map(ExperimentResult::row).toList();
  }

  /** The result of median MAPE: the one to show where only one can be shown. The lower of two middle ones. */
  public static ExperimentResult median(List<ExperimentResult> results) {
    return results.stream().sorted(Comparator.comparingDouble(result -> result.scores().mapePercent())).toList()
        .get((results.size() - 1) / 2);
  }
}
