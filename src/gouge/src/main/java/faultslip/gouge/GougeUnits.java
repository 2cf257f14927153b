package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

import faultslip.series.Clock;
import faultslip.series.Series;

/**
 * What the units of {@link GougeParameters} are worth: the mean grain diameter d in metres, the reference normal stress
 * σ0 in pascals, σ0 d² for the gouge's thickness across the plane of the simulation in joules, √(m/σ0) in seconds.
 */
public record GougeUnits(double length, double stress, double energy, double time) {

  /** @throws SimulationException if a value is not positive and finite */
  public GougeUnits {
    requirePositive("unit of length", length, "m");
    requirePositive("unit of stress", stress, "Pa");
    requirePositive("unit of energy", energy, "J");
    requirePositive("unit of time", time, "s");
  }

  /**
   * Units of a real gouge. Grains are taken as cylinders across the plane of the simulation; one of diameter d weighs
   * π ρ d²/4 a metre, which makes the unit of time d √(π ρ / 4 σ0).
   *
   * @param grainDiameter d, the mean one, in metres: 1.4e-3 for disks of 1.2 and 1.6 mm
   * @param normalStress σ0, in pascals
   * @param grainDensity ρ, in kg/m³: 2500 for glass, 2650 for quartz
   * @param thickness of the gouge across the plane, in metres
   * @throws SimulationException if a value is not positive and finite
   */
  public static GougeUnits ofMaterial(double grainDiameter, double normalStress, double grainDensity,
      double thickness) {
    requirePositive("grain diameter", grainDiameter, "m");
    requirePositive("normal stress", normalStress, "Pa");
    requirePositive("grain density", grainDensity, "kg/m³");
    requirePositive("thickness", thickness, "m");
    double time = grainDiameter * Math.sqrt(Math.PI * grainDensity / (4 * normalStress));
    return new GougeUnits(grainDiameter, normalStress, normalStress * grainDiameter * grainDiameter * thickness, time);
  }

  /**
   * With a unit of time of one's own choice. Real grains shear by a thousandth of their size while sound crosses
   * the gouge many thousand times, which nobody can compute; a simulation is sheared faster than the laboratory, and a
   * longer unit of time brings the recurrence of its slips back to the laboratory's. What grains do within a slip is
   * then slower than in reality by the same factor.
   */
  public GougeUnits withTimeUnit(double seconds) {
    return new GougeUnits(length, stress, energy, seconds);
  }

  /** A series in seconds and in a unit that is worth so much. */
  Series of(Series series, String unit, double worth) {
    Clock clock = new Clock(series.clock().start() * time, series.clock().interval() * time);
    return new Series(series.name(), unit, clock, series.map(series.name(), unit, value -> value * worth).values());
  }

  private static void requirePositive(String name, double value, String unit) {
    require(value > 0 && Double.isFinite(value), name, value, "a positive number of " + unit);
  }
}
