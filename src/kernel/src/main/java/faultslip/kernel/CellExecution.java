package faultslip.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import jdk.jshell.execution.LocalExecutionControl;

/**
 * Runs compiled snippets on the {@link CellThread}, keeps the object each returned, and interrupts them: gently first,
 * then by force.
 */
final class CellExecution extends LocalExecutionControl {
  private static final Duration GRACE = Duration.ofMillis(700);
  // From JDK 20 on, JShell writes a check into every loop of a snippet; before, a thread can be stopped anywhere.
  private static final boolean LOOPS_ASK = Runtime.version().feature() >= 20;
  // Inherited by the thread that JShell starts to wait on.
  private static final InheritableThreadLocal<Callable<?>> SNIPPET = new InheritableThreadLocal<>();
  private static final Method RUN = runMethod();

  private final CellThread thread;
  private int depth;
  private Object value;
  private volatile boolean interrupted;

  CellExecution(CellThread thread) {
    this.thread = thread;
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

  /** Interrupts the running cell. */
  void interrupt() {
    interrupted = true;
    thread.interrupt();
    if (LOOPS_ASK) {
      stopAsking();
    } else {
      FutureTask<?> task = thread.running();
      CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS).execute(() -> thread.stop(task));
    }
  }

  @Override
  public void stop() throws EngineTerminationException, InternalException {
    interrupt();
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    if (thread.isCurrent()) {
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
      value = thread.call(() -> snippet.invoke(null));
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
