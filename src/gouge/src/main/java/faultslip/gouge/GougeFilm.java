package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

import faultslip.gouge.ShearExperiment.Stage;
import java.util.ArrayList;
import java.util.List;

/** A fault filmed: its grains at first and after each interval, one or more, and what became of its energy in each. */
public record GougeFilm(List<GougeSnapshot> frames, List<EnergyBalance> energies) {

  public GougeFilm {
    frames = List.copyOf(frames);
    energies = List.copyOf(energies);
    require(energies.size() >= 1, "number of intervals", energies.size(), "at least 1");
    require(frames.size() == energies.size() + 1, "number of frames", frames.size(), "one more than intervals");
  }

  /**
   * Runs an experiment again, to the same bits, and films a part of its first stage: from a sample of its history on, 0
   * or above, intervals of so many samples, at least 1 of each. Progress is that of all steps to the last frame. A
   * {@link SimulationException} if that is not within the first stage.
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
