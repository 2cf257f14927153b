package faultslip.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does independent work on several threads. */
public final class ParallelJobs {
  private ParallelJobs() {}

  /**
   * Does all jobs, and gives what they give in their order, whatever order they end in.
   *
   * @param threads jobs at once, at least 1
   * @param interrupted makes what is thrown when this thread is interrupted while it waits; it stays interrupted
   * @throws RuntimeException what the first job in their order throws that fails; jobs that still run are interrupted
   */
  public static <T> List<T> all(int threads, List<? extends Callable<T>> jobs,
      Function<InterruptedException, RuntimeException> interrupted) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> futures = new ArrayList<>();
      jobs.forEach(job -> futures.add(executor.submit(job)));
      return futures.stream().map(job -> await(job, interrupted)).toList();
    } finally {
      executor.shutdownNow();
    }
  }

  private static <T> T await(Future<T> job, Function<InterruptedException, RuntimeException> interrupted) {
    try {
      return job.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted.apply(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
