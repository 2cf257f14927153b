package faultslip.kernel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread on which all cells run, so that what libraries keep per thread (ND4J's workspaces above all) outlives
 * a cell and is reused by the next.
 */
final class CellThread {
  private final BlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(this::work, "cells");
  private FutureTask<?> running;

  CellThread() {
    // The kernel's end is decided elsewhere, never by a cell that does not come to its own.
    thread.setDaemon(true);
    thread.start();
  }

  boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  /** Runs a task here, or at once if this is the cell thread already; throws what it throws. */
  Object call(Callable<?> task) throws Throwable {
    if (isCurrent()) {
      return task.call();
    }
    FutureTask<?> future = new FutureTask<>(task);
    tasks.add(future);
    while (true) {
      try {
        return future.get();
      } catch (ExecutionException e) {
        throw e.getCause();
      } catch (InterruptedException e) {
        // Meant for the cell, which is told by interrupt(); its end is still to be awaited.
      }
    }
  }

  /** Interrupts what runs: a sleep, a wait, a loop that asks. Nothing happens if nothing runs. */
  synchronized void interrupt() {
    if (running != null) {
      thread.interrupt();
    }
  }

  /** What runs now, to be given to {@link #stop}; null if nothing does. */
  synchronized FutureTask<?> running() {
    return running;
  }

  /** Ends a task wherever it is, if it still runs. Up to JDK 19 only: later ones refuse it. */
  @SuppressWarnings("deprecation") // Nothing else ends a busy loop there, and JShell itself does no other.
  synchronized void stop(FutureTask<?> task) {
    if (task != null && task == running) {
      thread.stop();
    }
  }

  private void work() {
    while (true) {
      try {
        FutureTask<?> task = tasks.take();
        begin(task);
        try {
          task.run();
        } finally {
          begin(null);
        }
      } catch (InterruptedException | ThreadDeath late) {
        // Meant for a task that had just come to its end.
      }
    }
  }

  private synchronized void begin(FutureTask<?> task) {
    running = task;
    Thread.interrupted();
  }
}
