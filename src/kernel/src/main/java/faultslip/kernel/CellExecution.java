package faultslip.kernel;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs compiled snippets on one thread, so that what libraries keep per thread (ND4J's workspaces above all) outlives a
 * cell and is reused by the next; keeps the object each returned, and interrupts them: gently first, then by force.
 */
final class CellExecution extends LocalExecutionControl implements ExecutionControlProvider {
  private static final long STOP_AFTER_MS = 700;
  // What reads from a socket, or waits for threads of its own, may come to no end at all: it is left to itself then.
  private static final long ABANDON_AFTER_MS = 1500;
  // From JDK 20 on, JShell writes a check into every loop of a snippet; before, a thread can be stopped anywhere.
  private static final boolean LOOPS_ASK = Runtime.version().feature() >= 20;

  private final ThreadGroup group = new ThreadGroup("cells");
  private ExecutorService cells = Executors.newSingleThreadExecutor(this::newThread);
  private volatile Thread thread;
  private Callable<?> running;
  private final Map<String, Class<?>> snippets = new HashMap<>();
  private final Set<String> lostValues = new LinkedHashSet<>();
  private Object value;
  private volatile boolean interrupted;
  private volatile long interruptedAt;

  @Override
  public String name() {
    return "cells";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return this;
  }

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

  /** Variables that have lost their values since last asked, because what their types name was declared anew. */
  Set<String> lostValues() {
    Set<String> lost = Set.copyOf(lostValues);
    lostValues.clear();
    return lost;
  }

  /**
   * Loads classes of snippets. Where one takes the place of another, because something that it names was declared anew,
   * JShell would begin with empty variables; here they keep their values, as far as their types are the same.
   */
  @Override
  public void load(ClassBytecodes[] classes) throws ClassInstallException, NotImplementedException,
      EngineTerminationException {
    super.load(classes);
    for (ClassBytecodes loaded : classes) {
      try {
        Class<?> now = findClass(loaded.name());
        Class<?> before = snippets.put(loaded.name().replaceFirst("[A-Z]+$", ""), now);
        if (before != null) {
          keepValues(before, now);
        }
      } catch (ClassNotFoundException | IllegalAccessException e) {
        throw new ClassInstallException("cannot take over values: " + e, new boolean[classes.length]);
      }
    }
  }

  private void keepValues(Class<?> before, Class<?> now) throws IllegalAccessException {
    for (Field variable : before.getDeclaredFields()) {
      Optional<Field> same = Arrays.stream(now.getDeclaredFields())
          .filter(field -> field.getName().equals(variable.getName()) && Modifier.isStatic(field.getModifiers())
              && !Modifier.isFinal(field.getModifiers())).findFirst();
      if (same.isPresent() && same.get().getType() == variable.getType()) {
        variable.setAccessible(true);
        same.get().setAccessible(true);
        same.get().set(null, variable.get(null));
      } else if (same.isPresent()) {
        lostValues.add(variable.getName());
      }
    }
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    if (LOOPS_ASK && !isOnThread()) {
      // JShell's own way to run, so that loops that an earlier interrupt has stopped may run again.
      super.invoke(System.class.getMethod("lineSeparator"));
    }
    try {
      value = call(() -> snippet.invoke(null));
      return "";
    } catch (Throwable e) {
      throw e instanceof Exception exception ? exception : new InvocationTargetException(e);
    }
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
        if (isOnThread()) {
          setRunning(null);
        }
      }
    });
    while (true) {
      try {
        return future.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (interrupted && System.nanoTime() - interruptedAt > TimeUnit.MILLISECONDS.toNanos(ABANDON_AFTER_MS)) {
          abandonThread();
          throw new CancellationException("it goes on in the background: it could not be stopped");
        }
      } catch (ExecutionException e) {
        throw e.getCause();
      } catch (InterruptedException e) {
        // Meant for the cell, which is told by interrupt(); its end is still to be awaited.
      }
    }
  }

  /** True on the thread of the cells: in a cell that evaluates another text, by {@code eval("...")}, above all. */
  boolean isOnThread() {
    return Thread.currentThread() == thread;
  }

  /** Interrupts the running cell; nothing happens if none runs. */
  void interrupt() {
    interruptedAt = System.nanoTime();
    interrupted = true;
    Callable<?> task;
    synchronized (this) {
      task = running;
      if (task != null) {
        thread.interrupt(); // a sleep, a wait, library code that asks
      }
    }
    if (LOOPS_ASK) {
      try {
        stop();
      } catch (EngineTerminationException | InternalException e) {
        // Nothing was running any more.
      }
    } else if (task != null) {
      CompletableFuture.delayedExecutor(STOP_AFTER_MS, TimeUnit.MILLISECONDS).execute(() -> stop(task));
    }
  }

  // Wherever the task is, if it still runs. Up to JDK 19 only: later ones refuse it.
  @SuppressWarnings("deprecation") // Nothing else ends a busy loop there, and JShell itself does no other.
  private synchronized void stop(Callable<?> task) {
    if (task == running) {
      thread.stop();
    }
  }

  // An eval() within a cell is part of the cell.
  @Override
  protected void clientCodeEnter() {
    if (!isOnThread()) {
      super.clientCodeEnter();
    }
  }

  @Override
  protected void clientCodeLeave() {
    if (!isOnThread()) {
      super.clientCodeLeave();
    }
  }

  private Thread newThread(Runnable work) {
    thread = new Thread(group, work, "cells");
    // The kernel's end is decided elsewhere, never by a cell that does not come to its own.
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void abandonThread() {
    cells.shutdown();
    cells = Executors.newSingleThreadExecutor(this::newThread);
    running = null;
  }

  private synchronized void setRunning(Callable<?> task) {
    running = task;
    Thread.interrupted();
  }
}
