package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

/**
 * A part of a run under one normal stress.
 *
 * @param normalStress on the top plate, over the reference stress, positive
 * @param steps time steps it lasts, at least 1
 */
public record Stage(double normalStress, long steps) {

  /** @throws SimulationException if a value is outside its range */
  public Stage {
    require(normalStress > 0 && normalStress <= 1000, "normal stress",
        normalStress, "above 0 to 1000 times the reference stress");
    require(steps >= 1, "steps of a stage", (double) steps, "at least 1");
  }
}
