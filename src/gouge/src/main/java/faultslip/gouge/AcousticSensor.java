package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

import faultslip.series.Series;
import java.util.Random;

/**
 * What a sensor on the fault hears of its grains: root mean square amplitude of their motion, and noise of its own, in
 * √(σ0 d²), 0 or above. Powers add up, so that the noise hides what is quieter and leaves what is louder alone. It is
 * drawn from a seed; a sample is the mean of so many waveforms of it, at least 1: the more, the steadier.
 */
public record AcousticSensor(double noise, int waveforms, long seed) {

  /** @throws SimulationException if a value is outside its range */
  public AcousticSensor {
    require(noise >= 0 && Double.isFinite(noise), "noise", noise, "0 or above");
    require(waveforms >= 1, "waveforms", waveforms, "at least 1");
  }

  /** Records the kinetic energy of all grains together, σ0 d², as an amplitude of the same clock, in √(σ0 d²). */
  public Series record(Series kineticEnergy) {
    // Its Gaussian numbers are the same in every version of Java.
    var random = new Random(seed);
    return kineticEnergy.map("AE amplitude", "√(σ0 d²)",
        energy -> StrictMath.sqrt(energy + noise * noise * power(random)));
  }

  private double power(Random random) {
    double sum = 0;
    for (int i = 0; i < waveforms; i++) {
      double amplitude = random.nextGaussian();
      sum += amplitude * amplitude;
    }
    return sum / waveforms;
  }
}
