package faultslip.experiment;

import faultslip.InterruptedWorkException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does independent work on several threads. */
public final class ParallelJobs {
  private ParallelJobs() {}

  /**
   * Does all jobs, and gives what they give in their order, whatever order they end in.
   *
   * @param threads jobs at once, at least 1
   * @throws InterruptedWorkException if this thread is interrupted while it waits; it stays interrupted
   * @throws RuntimeException what the first job in their order throws that fails; jobs that still run are interrupted
   */
  public static <T> List<T> all(int threads, List<? extends Callable<T>> jobs) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      jobs.forEach(job -> futures.add(executor.submit(job)));
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
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
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
