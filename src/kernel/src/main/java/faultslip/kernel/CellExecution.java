package faultslip.kernel;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
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

/**
 * Runs compiled snippets on one thread, so that what libraries keep per thread (ND4J's workspaces above all) outlives a
 * cell and is reused by the next; keeps the object each returned, and interrupts them: gently first, then by force.
 */
final class CellExecution extends LocalExecutionControl {
  private static final Duration GRACE = Duration.ofMillis(700);
  // What reads from a socket, or waits for threads of its own, may come to no end at all: it is left to itself then.
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  // From JDK 20 on, JShell writes a check into every loop of a snippet; before, a thread can be stopped anywhere.
  private static final boolean LOOPS_ASK = Runtime.version().feature() >= 20;
  // Inherited by the thread that JShell starts to wait on.
  private static final InheritableThreadLocal<Callable<?>> SNIPPET = new InheritableThreadLocal<>();
  private static final Method RUN = runMethod();

  private ExecutorService cells = Executors.newSingleThreadExecutor(this::newThread);
  private final ThreadGroup group = new TellingGroup();
  private volatile Thread thread;
  private Callable<?> running;
  private final Map<String, Class<?>> snippets = new HashMap<>();
  private final Set<String> lostValues = new LinkedHashSet<>();
  private int depth;
  private Object value;
  private volatile boolean interrupted;
  private volatile long interruptedAt;

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

  /** Interrupts the running cell. */
  void interrupt() {
    interruptedAt = System.nanoTime();
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
        if (isOnThread()) {
          setRunning(null);
        }
      }
    });
    while (true) {
      try {
        return future.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (interrupted && System.nanoTime() - interruptedAt > PATIENCE.toNanos()) {
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

  /** Of the cells' thread and those that cells start: JShell's own handler tells nobody what they throw. */
  private static final class TellingGroup extends ThreadGroup {
    TellingGroup() {
      super("cells");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
      if (!(thrown instanceof ThreadDeath)) {
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        thrown.printStackTrace();
      }
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
