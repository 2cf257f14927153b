package faultslip.study;

import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A simulation to learn from.
 *
 * @param name as the study calls it: "fdem"
 * @param recording at the sampling frequency it is tested at, the one closest to the laboratory's in samples a cycle
 * @param rates the run at several sampling frequencies, that one among them: a network that learns from all of them
 *     meets events of many lengths, in samples
 * @param criterion what counts as a failure in {@code recording}; empty where that is not known
 */
public record Simulation(String name, Recording recording, List<Recording> rates,
    Optional<FailureCriterion> criterion) {

  /** Copies the list. */
  public Simulation {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(recording, "recording");
    rates = List.copyOf(rates);
    Objects.requireNonNull(criterion, "criterion");
  }

  /**
   * The simulation with the time to failure in place of its fault state, at all its rates; failures are found once, in
   * {@code recording}.
   *
   * @param failures of {@code recording}
   * @throws faultslip.series.SeriesException if no failure comes after the first sample
   */
  public Simulation target(FailureCatalogue failures) {
    return new Simulation(name, failures.target(recording), rates.stream().map(failures::target).toList(),
        Optional.empty());
  }
}
