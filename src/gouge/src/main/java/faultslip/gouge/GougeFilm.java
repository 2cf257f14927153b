package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

import faultslip.gouge.ShearExperiment.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault filmed over a while: pictures of its grains, and what became of its energy in between.
 *
 * @param frames the fault at the beginning and after every interval, at least two
 * @param energies what happened from one frame to the next
 */
public record GougeFilm(List<GougeSnapshot> frames, List<EnergyBalance> energies) {

  public GougeFilm {
    frames = List.copyOf(frames);
    energies = List.copyOf(energies);
    require(energies.size() >= 1, "number of intervals", energies.size(), "at least 1");
    require(frames.size() == energies.size() + 1, "number of frames", frames.size(), "one more than intervals");
  }

  /**
   * Runs an experiment again, to the same bits, and films a part of it.
   *
   * @param experiment whose first stage is filmed
   * @param sample of its history at which the first frame is taken, 0 or above
   * @param intervals between frames, at least 1
   * @param samples an interval, at least 1
   * @param progress of all steps to the last frame
   * @throws SimulationException if that is not within the first stage
   */
  public static GougeFilm of(ShearExperiment experiment, int sample, int intervals, int samples,
      SimulationProgress progress) {
    Stage stage = experiment.stages().get(0);
    require(sample >= 0, "first sample", sample, "0 or above");
    require(intervals >= 1, "number of intervals", intervals, "at least 1");
    require(samples >= 1, "samples an interval", samples, "at least 1");
    long last = sample + (long) intervals * samples;
    long recorded = stage.steps() / experiment.samplingSteps();
    require(last <= recorded, "last sample", (double) last, "at most " + recorded + ", which the first stage has");
    long before = (long) sample * experiment.samplingSteps();
    GranularGouge gouge = GranularGouge.prepared(experiment.parameters(), SimulationProgress.SILENT);
    if (before > 0) {
      gouge.run(List.of(new Stage(stage.normalStress(), before)), experiment.samplingSteps(), progress);
    }
    Stage interval = new Stage(stage.normalStress(), (long) samples * experiment.samplingSteps());
    EnergyBudget budget = new EnergyBudget(gouge);
    List<GougeSnapshot> frames = new ArrayList<>(List.of(gouge.snapshot()));
    List<EnergyBalance> energies = new ArrayList<>();
    for (int i = 0; i < intervals; i++) {
      energies.add(budget.run(interval));
      frames.add(gouge.snapshot());
    }
    return new GougeFilm(frames, energies);
  }

  /** What became of the energy from the first frame to the last. */
  public EnergyBalance energy() {
    return energies.stream().reduce(EnergyBalance::plus).orElseThrow();
  }
}
