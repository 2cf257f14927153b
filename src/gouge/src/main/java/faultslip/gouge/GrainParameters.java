package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

import java.util.Objects;

/**
 * The grains and the plates between which they lie. Lengths are in mean grain diameters.
 *
 * <p>The gouge is periodic along the fault. Half of the grains are small, half large; their mean diameter is 1, and a
 * grain of diameter 1 has mass 1, so that all grains have one density.
 *
 * @param length of the fault, after which it repeats, 5 or above
 * @param layers of grains laid on each other, 1 or above: the gouge's thickness is about 0.9 of it
 * @param sizeRatio diameter of the small grains over that of the large ones, 0.2 to 1
 * @param bottom surface of the plate that never moves
 * @param top surface of the plate that is pulled
 * @param rolling whether grains turn; those that do not are a crude picture of angular grains
 * @param seed of the grains' sizes and of their first positions
 */
public record GrainParameters(double length, int layers, double sizeRatio, PlateSurface bottom, PlateSurface top,
    boolean rolling, long seed) {

  /** @throws SimulationException if a value is outside its range */
  public GrainParameters {
    require(length >= 5 && length <= 1e5, "length", length, "5 to 100000 mean grain diameters");
    require(layers >= 1 && layers <= 1000, "layers", layers, "1 to 1000");
    require(sizeRatio >= 0.2 && sizeRatio <= 1, "size ratio", sizeRatio, "small over large diameter, 0.2 to 1");
    Objects.requireNonNull(bottom, "bottom");
    Objects.requireNonNull(top, "top");
  }

  double smallDiameter() {
    return largeDiameter() * sizeRatio;
  }

  double largeDiameter() {
    return 2 / (1 + sizeRatio);
  }

  /** Number of free grains. */
  public int count() {
    return Packing.columns(this) * layers;
  }

  /** Draws the grains from another seed. */
  public GrainParameters withSeed(long other) {
    return new GrainParameters(length, layers, sizeRatio, bottom, top, rolling, other);
  }
}
