package faultslip.series;

import java.util.Objects;

/**
 * What was heard and what the fault did, on one clock: the input and the target of the method.
 *
 * @param name a short name, as in tables: "p4581, 8 MPa"
 * @param emission the acoustic emission, or the kinetic energy of a simulation, as the network takes it (often its
 *     logarithm)
 * @param fault the fault's state: friction coefficient or shear stress
 */
public record Recording(String name, Series emission, Series fault) {

  /** @throws SeriesException if the two differ in length or clock */
  public Recording {
    Objects.requireNonNull(name, "name");
    if (emission.length() != fault.length() || !emission.clock().equals(fault.clock())) {
      throw new SeriesException("Recording '%s': %s, but %s; resample both to one clock."
          .formatted(name, emission, fault));
    }
  }

  /** Number of samples. */
  public int length() {
    return emission.length();
  }

  public Clock clock() {
    return emission.clock();
  }

  /** The samples {@code from} (inclusive) to {@code to} (exclusive). */
  public Recording slice(int from, int to) {
    return new Recording(name, emission.slice(from, to), fault.slice(from, to));
  }

  /** Stretches both series in time, as {@link Series#stretched}. */
  public Recording stretched(double factor) {
    return new Recording(name, emission.stretched(factor), fault.stretched(factor));
  }

  /** Interpolates both series, as {@link Series#refined}. */
  public Recording refined(int factor) {
    return new Recording(name, emission.refined(factor), fault.refined(factor));
  }

  /** With the natural logarithm of its emission, a variance or energy; a {@link SeriesException} where that is ≤ 0. */
  public Recording withLogarithmOfEmission() {
    for (int i = 0; i < emission.length(); i++) {
      if (!(emission.value(i) > 0)) {
        throw new SeriesException(("Recording '%s': emission is %s at sample %d (%.6g s), which has no logarithm; give "
            + "a positive variance or energy.").formatted(name, emission.value(i), i, clock().timeOf(i)));
      }
    }
    return new Recording(name, emission.map("ln(" + emission.name() + ")", "", StrictMath::log), fault);
  }
}
