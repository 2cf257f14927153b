package faultslip.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jdk.jshell.execution.LocalExecutionControl;

/**
 * Runs compiled snippets on one thread, so that what libraries keep per thread (ND4J's workspaces above all) outlives a
 * cell and is reused by the next; keeps the object each returned, and interrupts them: gently first, then by force.
 */
final class CellExecution extends LocalExecutionControl {
  private static final Duration GRACE = Duration.ofMillis(700);
  // From JDK 20 on, JShell writes a check into every loop of a snippet; before, a thread can be stopped anywhere.
  private static final boolean LOOPS_ASK = Runtime.version().feature() >= 20;
  // Inherited by the thread that JShell starts to wait on.
  private static final InheritableThreadLocal<Callable<?>> SNIPPET = new InheritableThreadLocal<>();
  private static final Method RUN = runMethod();

  private final ExecutorService cells = Executors.newSingleThreadExecutor(this::newThread);
  private volatile Thread thread;
  private Callable<?> running;
  private int depth;
  private Object value;
  private volatile boolean interrupted;

  /** What the last snippet returned: null for a statement. */
  Object value() {
    return value;
  }

  /** Forgets an earlier interruption and value: a new cell begins. */
  void begin() {
    interrupted = false;
    value = null;
  }

  boolean interrupted() {
    return interrupted;
  }

  /** Interrupts the running cell. */
  void interrupt() {
    interrupted = true;
    Callable<?> task = interruptThread();
    if (LOOPS_ASK) {
      stopAsking();
    } else if (task != null) {
      CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS).execute(() -> stop(task));
    }
  }

  /** True on the thread of the cells. */
  boolean isOnThread() {
    return Thread.currentThread() == thread;
  }

  /** Runs a task on the thread of the cells, at once if this is it; throws what it throws. */
  Object call(Callable<?> task) throws Throwable {
    if (isOnThread()) {
      return task.call();
    }
    Future<?> future = cells.submit(() -> {
      setRunning(task);
      try {
        return task.call();
      } finally {
        setRunning(null);
      }
    });
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

  @Override
  public void stop() throws EngineTerminationException, InternalException {
    interrupt();
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    if (isOnThread()) {
      // A cell that evaluates another text: eval("...").
      value = snippet.invoke(null);
      return "";
    }
    SNIPPET.set(() -> result(snippet));
    try {
      super.invoke(RUN);
    } finally {
      SNIPPET.remove();
    }
    return "";
  }

  @Override
  protected synchronized void clientCodeEnter() {
    if (depth++ == 0) {
      super.clientCodeEnter();
    }
  }

  @Override
  protected synchronized void clientCodeLeave() {
    if (--depth == 0) {
      super.clientCodeLeave();
    }
  }

  /** Called by reflection from the thread that JShell starts for each snippet; that thread only waits. */
  static void run() throws Throwable {
    SNIPPET.get().call();
  }

  private Object result(Method snippet) throws Exception {
    try {
      value = call(() -> snippet.invoke(null));
      return value;
    } catch (InvocationTargetException e) {
      throw unwrapped(e.getCause());
    } catch (Throwable e) {
      throw unwrapped(e);
    }
  }

  private static Exception unwrapped(Throwable thrown) throws Exception {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof Exception exception ? exception : new InvocationTargetException(thrown);
  }

  private Thread newThread(Runnable work) {
    thread = new Thread(work, "cells");
    // The kernel's end is decided elsewhere, never by a cell that does not come to its own.
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void setRunning(Callable<?> task) {
    running = task;
    Thread.interrupted();
  }

  // A sleep, a wait, a loop that asks; returns what runs, null if nothing does.
  private synchronized Callable<?> interruptThread() {
    if (running != null) {
      thread.interrupt();
    }
    return running;
  }

  // Wherever the task is, if it still runs. Up to JDK 19 only: later ones refuse it.
  @SuppressWarnings("deprecation") // Nothing else ends a busy loop there, and JShell itself does no other.
  private synchronized void stop(Callable<?> task) {
    if (task == running) {
      thread.stop();
    }
  }

  private void stopAsking() {
    try {
      super.stop();
    } catch (EngineTerminationException | InternalException e) {
      // Nothing was running any more.
    }
  }

  private static Method runMethod() {
    try {
      Method run = CellExecution.class.getDeclaredMethod("run");
      run.setAccessible(true);
      return run;
    } catch (NoSuchMethodException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
