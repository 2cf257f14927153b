package faultslip.data;

import faultslip.series.Recording;
import faultslip.series.Series;
import java.nio.file.Path;
import java.util.List;

/**
 * The FDEM simulation as its files give it: displacement and velocity of the top plate, averaged along the plate, all
 * on one clock.
 *
 * @param xDisplacement along the fault, in mm
 * @param yDisplacement across the fault, in mm
 * @param xVelocity along the fault, in mm/ms
 * @param yVelocity across the fault, in mm/ms
 */
public record FdemRun(Series xDisplacement, Series yDisplacement, Series xVelocity, Series yVelocity) {

  /** @throws DataException if the four differ in length or clock */
  public FdemRun {
    for (Series other : List.of(yDisplacement, xVelocity, yVelocity)) {
      if (other.length() != xDisplacement.length() || !other.clock().equals(xDisplacement.clock())) {
        throw new DataException("FDEM run: %s, but %s; give series of one run, on one clock."
            .formatted(xDisplacement, other));
      }
    }
  }

  /**
   * Reads the four files.
   *
   * @throws DataException if one of them cannot be read (see {@link FdemText#read}), or they differ in length
   */
  public static FdemRun read(Path xDisplacement, Path yDisplacement, Path xVelocity, Path yVelocity) {
    FdemFile first = FdemFile.read(xDisplacement, "Dx", "mm");
    List<FdemFile> others = List.of(FdemFile.read(yDisplacement, "Dy", "mm"),
        FdemFile.read(xVelocity, "Vx", "mm/ms"), FdemFile.read(yVelocity, "Vy", "mm/ms"));
    others.forEach(first::requireSameLength);
    return new FdemRun(first.series(), others.get(0).series(), others.get(1).series(), others.get(2).series());
  }

  /** Reads DxAveTop.txt, DyAveTop.txt, VxAveTop.txt and VyAveTop.txt in a folder; otherwise as the other. */
  public static FdemRun read(Path folder) {
    return read(folder.resolve("DxAveTop.txt"), folder.resolve("DyAveTop.txt"),
        folder.resolve("VxAveTop.txt"), folder.resolve("VyAveTop.txt"));
  }

  /** Vx² + Vy², in (mm/ms)²: proportional to the plate's kinetic energy, what stands for acoustic emission. */
  public Series kineticEnergy() {
    double[] vx = xVelocity.values();
    double[] vy = yVelocity.values();
    double[] energy = new double[vx.length];
    for (int i = 0; i < energy.length; i++) {
      energy[i] = vx[i] * vx[i] + vy[i] * vy[i];
    }
    return new Series("kinetic energy", "(mm/ms)²", xVelocity.clock(), energy);
  }

  /**
   * A stand-in for the friction coefficient, which the files do not give: offset - slope · Dx.
   *
   * @param offset friction at zero displacement; not known for the published run, so a choice to be stated
   * @param slope friction lost per millimetre, positive; about 0.396 /mm fits the friction drops of the slip events
   * @throws DataException if one is not finite, or the slope not positive
   */
  public Series friction(double offset, double slope) {
    if (!Double.isFinite(offset) || !(slope > 0) || Double.isInfinite(slope)) {
      throw new DataException("Friction of %s at zero displacement and %s per mm; give a finite and a positive number."
          .formatted(offset, slope));
    }
    return xDisplacement.map("friction coefficient", "", dx -> offset - slope * dx);
  }

  /**
   * ln of the kinetic energy beside the stand-in for friction, both averaged over blocks first.
   *
   * @param name the recording's name
   * @param block samples a block: 10 gives 100 Hz
   * @param offset as in {@link #friction}
   * @param slope as in {@link #friction}
   * @throws DataException if the offset or slope is unfit, or the plate stands still over a whole block
   * @throws faultslip.series.SeriesException if the block is shorter than one sample or longer than the run
   */
  public Recording recording(String name, int block, double offset, double slope) {
    Series friction = friction(offset, slope).blockMeans(block);
    Series energy = kineticEnergy().blockMeans(block);
    for (int i = 0; i < energy.length(); i++) {
      if (!(energy.value(i) > 0)) {
        throw new DataException(("Recording '%s': no motion in the %d samples at %s s, so ln of the kinetic"
            + " energy has no value; choose a longer block.")
            .formatted(name, block, (float) energy.clock().timeOf(i)));
      }
    }
    return new Recording(name, energy.map("ln(kinetic energy)", "", StrictMath::log), friction);
  }

  /** A series with the file it came from, to name both when two do not fit. */
  private record FdemFile(Path file, Series series) {
    static FdemFile read(Path file, String name, String unit) {
      return new FdemFile(file, FdemText.read(file, name, unit));
    }

    void requireSameLength(FdemFile other) {
      if (series.length() != other.series.length()) {
        throw new DataException("%s has %d values, but %s has %d; they belong to one run: fetch both again."
            .formatted(other.file, other.series.length(), file, series.length()));
      }
    }
  }
}
