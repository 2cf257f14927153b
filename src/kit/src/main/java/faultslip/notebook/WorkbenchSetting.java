package faultslip.notebook;

import java.util.Map;
import java.util.Optional;

/** What the environment can set for every notebook, and how the variable is called. */
public enum WorkbenchSetting {
  /** Which study, by name or by its file ({@code public} if it can be had, else {@code synthetic}). */
  STUDY,
  /** Settings of the method changed, a line each: {@code training.simulation.steps=300}. */
  SET,
  /** From how many seeds at least (1); those that the model store has beyond them take part. */
  SEEDS,
  /** {@code true} for trainings of a few steps, whose numbers mean nothing. */
  QUICK,
  /**
   * Where figures go ({@code figures} in the kit's folder; for another study than {@code public} a folder of its name
   * in it).
   */
  FIGURES,
  /** A folder to take recordings from instead of the network. */
  MIRROR;

  /** Name of the environment variable: {@code FAULTSLIP_STUDY}. */
  public String variable() {
    return "FAULTSLIP_" + name();
  }

  /** What the environment says, without blanks around it; empty if it says nothing. */
  Optional<String> in(Map<String, String> environment) {
    return Optional.of(environment.getOrDefault(variable(), "").strip()).filter(value -> !value.isEmpty());
  }
}
