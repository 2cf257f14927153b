package faultslip.gouge;

import faultslip.gouge.GougeParameters.ContactLaw;
import faultslip.gouge.GougeParameters.Grains;
import faultslip.gouge.GougeParameters.Integration;
import faultslip.gouge.GougeParameters.Medium;
import faultslip.gouge.GougeParameters.Preparation;
import faultslip.gouge.GougeParameters.Surface;
import faultslip.gouge.Packing.Disk;
import java.util.List;

/** Small faults, and grains without a fault. */
final class Setups {
  private static final double FAR = 100;

  private Setups() {}

  /** 96 grains in 6 layers that stick and slip; prepared in 12,000 steps. */
  static GougeParameters small() {
    GougeParameters standard = GougeParameters.standard();
    return standard.with(new Grains(20, 6, 0.75, Surface.toothed(), Surface.toothed(), true, 1))
        .with(new Preparation(1, 20, 0.8, 0.02));
  }

  /** Grains of one density, no friction, no damping, in a period of 20, finely integrated. */
  static GougeParameters bare() {
    GougeParameters small = small();
    return small.with(damped(small.contacts().withFriction(0), 0, 0)).with(Medium.VACUUM)
        .with(new Integration(1e-4, 0.04));
  }

  /** With other dashpots. */
  static ContactLaw damped(ContactLaw law, double normal, double tangential) {
    return new ContactLaw(law.stiffness(), law.tangentialStiffness(), normal, tangential, law.staticFriction(),
        law.dynamicFriction(), law.weakeningVelocity());
  }

  static GranularGouge free(GougeParameters parameters, Disk... grains) {
    return new GranularGouge(parameters, new Packing(List.of(grains), List.of(), List.of(), FAR));
  }

  /** Over a floor that is a disk so large that it is flat: its top is at 0. */
  static GranularGouge onFloor(GougeParameters parameters, Disk grain) {
    double radius = 1000;
    Disk floor = new Disk(grain.x(), -radius, radius);
    return new GranularGouge(parameters, new Packing(List.of(grain), List.of(floor), List.of(), FAR));
  }

  static double state(GranularGouge gouge, int disk, int what) {
    return gouge.disks.state[Disks.STATE * disk + what];
  }

  static void run(GranularGouge gouge, double time) {
    long steps = Math.round(time / gouge.parameters().integration().timeStep());
    for (long k = 0; k < steps; k++) {
      gouge.step();
    }
  }
}
