package faultslip.gouge;

/** Compaction of a loose packing, then shear at constant velocity, then rest under a half-stretched spring. */
final class Preparation {
  /** Share of the sheared friction at which the spring starts: far enough from failure, and near enough not to wait. */
  private static final double INITIAL_STRETCH = 0.5;
  /** Mass of the plate for a unit of length while it compacts the gouge: a light one comes to rest soonest. */
  private static final double LIGHT = 1;

  private final GranularGouge gouge;
  private final long compacting;
  private final long shearing;

  Preparation(GranularGouge gouge) {
    this.gouge = gouge;
    compacting = compacting(gouge.parameters());
    shearing = shearing(gouge.parameters());
  }

  /** Time steps that it takes. */
  static long steps(GougeParameters parameters) {
    return compacting(parameters) + shearing(parameters);
  }

  private static long compacting(GougeParameters parameters) {
    return (long) (parameters.preparation().compactionTime() / parameters.integration().timeStep());
  }

  private static long shearing(GougeParameters parameters) {
    PreparationParameters preparation = parameters.preparation();
    return (long) (preparation.shearDistance() / preparation.shearVelocity() / parameters.integration().timeStep());
  }

  void run(SimulationProgress progress) {
    PreparationParameters preparation = gouge.parameters().preparation();
    double length = gouge.parameters().grains().length();
    TopPlate plate = gouge.plate();
    double mass = plate.mass;
    var pace = new Pace(progress, compacting + shearing, 0);
    plate.normalStress = preparation.normalStress();
    plate.mass = LIGHT * length;
    for (long k = 0; k < compacting; k++) {
      gouge.dragged(0);
      pace.at(k + 1);
    }
    plate.mass = mass;
    double sum = 0;
    long samples = 0;
    for (long k = 0; k < shearing; k++) {
      gouge.dragged(preparation.shearVelocity());
      pace.at(compacting + k + 1);
      if (k > shearing / 2) {
        sum -= plate.forceX;
        samples++;
      }
    }
    plate.hang(INITIAL_STRETCH * (samples == 0 ? 0 : sum / (samples * length)));
  }
}
