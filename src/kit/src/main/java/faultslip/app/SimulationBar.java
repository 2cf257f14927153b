package faultslip.app;

import faultslip.gouge.SimulationProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How far several simulations are, on one line. */
final class SimulationBar {
  private final ProgressLine line;
  private final Map<String, Double> shares = new ConcurrentHashMap<>();

  /** @param interactive whether somebody watches a terminal */
  SimulationBar(boolean interactive, PrintStream out) {
    line = new ProgressLine(interactive, out, 15);
  }

  SimulationProgress of(String simulation) {
    return (done, all) -> {
      shares.put(simulation, done / (double) all);
      line.say(text());
    };
  }

  /** Ends the line. */
  void end() {
    line.end(text());
  }

  private String text() {
    return shares.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .map(entry -> String.format(Locale.ROOT, "%s %.0f %%", entry.getKey(), 100 * entry.getValue()))
        .collect(Collectors.joining(", ", "Simulating: ", ""));
  }
}
