package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.ced.CedArchitecture;
import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.MethodSettings;
import faultslip.study.Study;
import faultslip.study.Study.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain end to end on the real recordings, with so few steps that its scores mean nothing. */
class NetworkExperimentTest {
  @TempDir static Path models;
  private static Study study;
  private static Campaign campaign;
  private static Map<LearningRegime, List<Result>> results;

  @BeforeAll
  static void run() {
    study = PublicRecordings.study().withMethod(MethodSettings.standard().quick());
    campaign = campaign(training -> TrainingProgress.SILENT);
    campaign.tasks().perform(2, training -> TrainingProgress.SILENT);
    results = new EnumMap<>(LearningRegime.class);
    for (LearningRegime experiment : LearningRegime.values()) {
      results.put(experiment, campaign.results(experiment.id()));
    }
  }

  @Test
  void everyExperimentHasAResultOnItsWholeTestSegment() {
    assertThat(results).containsOnlyKeys(LearningRegime.values());
    results.forEach((experiment, list) -> {
      Result result = list.get(0);
      boolean simulation = experiment == LearningRegime.SIMULATION_BASELINE;
      int length = (simulation ? study.simulation().recording() : study.laboratory().recording()).length();
      assertThat(list).hasSize(1);
      assertThat(result.scores().samples()).isEqualTo(length - length * (simulation ? 80 : 40) / 100);
      assertThat(result.prediction().fault().length()).isEqualTo(result.scores().samples());
      assertThat(result.scores().mapePercent()).isPositive().isFinite();
    });
    // About 5 % on the laboratory recording, for always predicting the mean of what was trained on.
    assertThat(results.get(LearningRegime.LAB_ONLY).get(0).scores().meanPredictorMapePercent()).isBetween(5.0, 6.0);
    assertThat(campaign.rows("simulation-baseline", "lab-only", "zero-shot", "cross-trained")).extracting(ResultRow::experiment)
        .containsExactly("simulation-baseline", "simulation-baseline", "lab-only", "lab-only", "zero-shot", "zero-shot", "cross-trained",
            "cross-trained");
  }

  @Test
  void zeroShotIsTheSimulationsOwnModel() {
    assertThat(model(LearningRegime.ZERO_SHOT)).isEqualTo(model(LearningRegime.SIMULATION_BASELINE))
        .isNotEqualTo(model(LearningRegime.CROSS_TRAINED));
  }

  @Test
  void crossTrainedModelIsTheSimulationsButForItsLatentSpace() throws IOException {
    ComputationGraph simulation = graph(LearningRegime.SIMULATION_BASELINE);
    ComputationGraph crossTrained = graph(LearningRegime.CROSS_TRAINED);
    int frozen = 0;
    int moved = 0;
    for (Layer layer : simulation.getLayers()) {
      String name = layer.conf().getLayer().getLayerName();
      if (layer.numParams() > 0) {
        float[] before = layer.params().dup().data().asFloat();
        float[] after = crossTrained.getLayer(name).params().dup().data().asFloat();
        if (name.startsWith("latent")) {
          assertThat(after).as(name).isNotEqualTo(before);
          moved++;
        } else {
          assertThat(after).as(name).isEqualTo(before);
          frozen++;
        }
      }
    }
    CedArchitecture architecture = (CedArchitecture) study.sampled().transfer().network();
    assertThat(moved).isEqualTo(architecture.latent().convolutions());
    assertThat(frozen).isGreaterThan(4 * architecture.levels());
  }

  @Test
  void secondRunTrainsNothingAndFindsTheSame() {
    List<String> trained = new ArrayList<>();
    Campaign again = campaign(training -> (step, steps, loss) -> trained.add(training));
    assertThat(again.stepsToCome()).isZero();
    again.tasks().perform(1, training -> (step, steps, loss) -> trained.add(training));
    List<ResultRow> rows = again.rows();
    assertThat(trained).isEmpty();
    assertThat(rows).isEqualTo(campaign.rows());
    assertThat(rows).extracting(ResultRow::experiment).startsWith("simulation-baseline")
        .contains("limited-cycle-post-failure", "baseline-random-forest", "time-to-failure-cross-trained", "time-to-failure-mean");
  }

  @Test
  void seedsInTheStoreJoinThoseAskedFor() {
    ModelStore store = new ModelStore(models);
    assertThat(Campaign.of(study, store, 1, false, training -> TrainingProgress.SILENT).seeds()).containsExactly(0L);
    assertThat(Campaign.of(study, store, 2, false, training -> TrainingProgress.SILENT).seeds()).containsExactly(0L, 1L);
    assertThat(Campaign.of(study, store, 2, true, training -> TrainingProgress.SILENT).seeds()).containsExactly(0L);
  }

  @Test
  void whatChangesIsToBeTrainedAgainAndNothingElse() {
    long steps = 30;
    assertThat(stepsToCome(study, 1)).isEqualTo(3 * steps);
    // One laboratory sample changes the two models that see it; one of the simulation, its own and what grows from it.
    Study otherLaboratory = new Study(study.name(), study.simulations(), new Study.Laboratory(nudged(study.laboratory().recording()), Optional.empty()),
        study.others(), study.method(), study.sources());
    assertThat(stepsToCome(otherLaboratory, 0)).isEqualTo(2 * steps);
    Simulation simulation = study.simulation();
    List<Recording> rates = simulation.rates().stream().map(NetworkExperimentTest::nudged).toList();
    Study otherSimulation = new Study(study.name(), List.of(new Simulation(simulation.name(), simulation.recording(), rates, Optional.empty())),
        study.laboratory(), study.others(), study.method(), study.sources());
    assertThat(stepsToCome(otherSimulation, 0)).isEqualTo(2 * steps);
  }

  private static long stepsToCome(Study of, long seed) {
    return new Campaign(StickSlip.context(of, models), List.of(seed), NetworkExperiment.of(Target.FAULT_STATE, LookAhead.WINDOW).toList()).stepsToCome();
  }

  private static Recording nudged(Recording recording) {
    double[] values = recording.fault().values();
    values[values.length / 2] = Math.nextUp(values[values.length / 2]);
    Series fault = new Series(recording.fault().name(), recording.fault().unit(), recording.clock(), values);
    return new Recording(recording.name(), recording.emission(), fault);
  }

  private static ComputationGraph graph(LearningRegime experiment) throws IOException {
    Path file = models.resolve(model(experiment)).resolve("network.zip");
    return ComputationGraph.load(file.toFile(), false);
  }

  private static String model(LearningRegime experiment) {
    return results.get(experiment).get(0).row().model().key();
  }

  private static Campaign campaign(Function<String, TrainingProgress> progress) {
    return new Campaign(new ExperimentContext(study, new ModelStore(models), progress), List.of(0L), Experiment.all());
  }
}
