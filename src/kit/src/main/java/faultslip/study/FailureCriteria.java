package faultslip.study;

import faultslip.series.FailureCriterion;
import java.util.Objects;

/**
 * What counts as a failure in a study's two recordings: the slopes differ by sampling, unit and pace.
 *
 * @param simulation in {@link Study#simulation}, at its sampling
 * @param laboratory in {@link Study#laboratory}
 */
public record FailureCriteria(FailureCriterion simulation, FailureCriterion laboratory) {

  /** Refuses null. */
  public FailureCriteria {
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(laboratory, "laboratory");
  }
}
