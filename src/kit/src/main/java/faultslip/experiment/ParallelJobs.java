package faultslip.experiment;

import faultslip.InterruptedWorkException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does independent work on several threads. */
public final class ParallelJobs {
  private ParallelJobs() {}

  /**
   * Does a job on each item, and gives what they give in the order of the items, whatever order they end in.
   *
   * @param threads jobs at once, at least 1
   * @throws InterruptedWorkException if this thread is interrupted while it waits; it stays interrupted
   * @throws RuntimeException what the first job in their order throws that fails; jobs that still run are interrupted
   */
  public static <T, R> List<R> all(int threads, List<T> items, Function<T, R> job) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> futures = items.stream().map(item -> executor.submit(() -> job.apply(item))).toList();
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedWorkException("Interrupted; run it again to go on from there.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
