package faultslip.app;

import faultslip.simulate.SimulationProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How far several simulations are, on one line over itself while somebody watches, else on a line now and then. */
final class SimulationBar {
  private static final long INTERACTIVE_NANOS = 500_000_000L;
  private static final long LINE_NANOS = 15_000_000_000L;

  private final boolean interactive;
  private final PrintStream out;
  private final Map<String, Double> shares = new ConcurrentHashMap<>();
  private long last = System.nanoTime();

  /** @param interactive whether somebody watches a terminal */
  SimulationBar(boolean interactive, PrintStream out) {
    this.interactive = interactive;
    this.out = out;
  }

  SimulationProgress of(String simulation) {
    return (done, all) -> report(simulation, done / (double) all);
  }

  private synchronized void report(String simulation, double share) {
    shares.put(simulation, share);
    if (System.nanoTime() - last > (interactive ? INTERACTIVE_NANOS : LINE_NANOS)) {
      last = System.nanoTime();
      String line = shares.entrySet().stream().sorted(Map.Entry.comparingByKey())
          .map(entry -> String.format(Locale.ROOT, "%s %.0f %%", entry.getKey(), 100 * entry.getValue()))
          .collect(Collectors.joining(", ", "Simulating: ", ""));
      out.print(interactive ? "\r" + line : line + "\n");
      out.flush();
    }
  }

  /** Ends the line. */
  synchronized void end() {
    if (interactive) {
      out.println();
    }
  }
}
