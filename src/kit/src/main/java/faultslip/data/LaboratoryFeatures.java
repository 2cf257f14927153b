package faultslip.data;

import faultslip.series.Recording;
import faultslip.series.Series;

/**
 * What a feature file says of a stretch of a laboratory experiment, on one regular clock.
 *
 * @param emissionVariance variance of the acoustic emission, mean of two channels; positive, in an arbitrary unit
 * @param shearStress shear stress on the fault, in MPa
 */
public record LaboratoryFeatures(Series emissionVariance, Series shearStress) {

  /** @throws DataException if the two differ in length or clock */
  public LaboratoryFeatures {
    if (emissionVariance.length() != shearStress.length() || !emissionVariance.clock().equals(shearStress.clock())) {
      throw new DataException("Laboratory features: %s, but %s; resample both to one clock."
          .formatted(emissionVariance, shearStress));
    }
  }

  /** ln(AE variance) beside the shear stress in MPa: for an experiment whose normal stress is not known. */
  public Recording recording(String name) {
    return new Recording(name, logarithm(), shearStress);
  }

  /**
   * ln(AE variance) beside the friction coefficient, shear stress over normal stress.
   *
   * @param name the recording's name
   * @param normalStress in MPa, positive and finite
   * @throws DataException if the normal stress is not
   */
  public Recording recording(String name, double normalStress) {
    if (!(normalStress > 0) || Double.isInfinite(normalStress)) {
      throw new DataException("Recording '%s': normal stress %s MPa; give a positive number of MPa."
          .formatted(name, normalStress));
    }
    return new Recording(name, logarithm(), shearStress.map("friction coefficient", "", tau -> tau / normalStress));
  }

  private Series logarithm() {
    // StrictMath: the same bits on every platform, since training amplifies the last one.
    return emissionVariance.map("ln(AE variance)", "", StrictMath::log);
  }
}
