package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.ced.ModelStore;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.PublicStudy;
import faultslip.study.Study;
import faultslip.testing.Shared;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chain end to end on the real recordings, with so few steps that its scores mean nothing. */
class TransferChainTest {
  private static final MethodSettings SETTINGS = MethodSettings.standard().quick();

  @TempDir static Path models;
  private static Study study;
  private static Campaign campaign;
  private static Map<Experiment, List<ExperimentResult>> results;

  @BeforeAll
  static void run() {
    Shared.data("public/Slip_events.npy");
    study = PublicStudy.read(Shared.data("public"), Map.of());
    campaign = campaign(Campaign.Progress.SILENT);
    campaign.train(2, Campaign.Progress.SILENT);
    results = new EnumMap<>(Experiment.class);
    for (Experiment experiment : Experiment.values()) {
      results.put(experiment, campaign.results(experiment));
    }
  }

  @Test
  void everyExperimentHasAResultOnItsWholeTestSegment() {
    assertThat(results).containsOnlyKeys(Experiment.values());
    results.forEach((experiment, list) -> {
      ExperimentResult result = list.get(0);
      boolean simulation = experiment == Experiment.SIMULATION_BASELINE;
      int length = (simulation ? study.simulation() : study.laboratory()).length();
      assertThat(list).hasSize(1);
      assertThat(result.scores().samples()).isEqualTo(length - length * (simulation ? 80 : 40) / 100);
      assertThat(result.prediction().fault().length()).isEqualTo(result.scores().samples());
      assertThat(result.scores().mapePercent()).isPositive().isFinite();
    });
    // About 5 % on the laboratory recording, for always predicting the mean of what was trained on.
    assertThat(results.get(Experiment.LAB_ONLY).get(0).scores().meanPredictorMapePercent()).isBetween(5.0, 6.0);
    assertThat(campaign.rows().of(Experiment.values())).extracting(ResultRow::experiment)
        .containsExactly("simulation-baseline", "lab-only", "zero-shot", "cross-trained");
  }

  @Test
  void zeroShotIsTheSimulationsOwnModel() {
    assertThat(results.get(Experiment.ZERO_SHOT).get(0).model())
        .isEqualTo(results.get(Experiment.SIMULATION_BASELINE).get(0).model())
        .isNotEqualTo(results.get(Experiment.CROSS_TRAINED).get(0).model());
  }

  @Test
  void crossTrainedModelIsTheSimulationsButForItsLatentSpace() throws IOException {
    ComputationGraph simulation = graph(Experiment.SIMULATION_BASELINE);
    ComputationGraph crossTrained = graph(Experiment.CROSS_TRAINED);
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
    assertThat(moved).isEqualTo(SETTINGS.architecture().latentConvolutions());
    assertThat(frozen).isGreaterThan(4 * SETTINGS.architecture().levels());
  }

  @Test
  void secondRunTrainsNothingAndFindsTheSame() {
    List<String> trained = new ArrayList<>();
    Campaign again = campaign(training -> (step, steps, loss) -> trained.add(training));
    assertThat(again.stepsToCome()).isZero();
    again.train(1, training -> (step, steps, loss) -> trained.add(training));
    List<ResultRow> rows = again.rows().all();
    assertThat(trained).isEmpty();
    assertThat(rows).isEqualTo(campaign.rows().all());
    assertThat(rows).extracting(ResultRow::experiment).startsWith("simulation-baseline").endsWith("time-to-failure-mean")
        .contains("limited-cycle-post-failure", "baseline-random-forest", "time-to-failure-cross-trained");
  }

  @Test
  void seedsInTheStoreJoinThoseAskedFor() {
    assertThat(campaign.withSeeds(1).seeds()).containsExactly(0L);
    assertThat(campaign.withSeeds(2).seeds()).containsExactly(0L, 1L);
    Campaign ofAnother = new Campaign(study, SETTINGS, new ModelStore(models), List.of(7L), Campaign.Progress.SILENT);
    assertThat(ofAnother.withSeeds(1).seeds()).containsExactly(0L);
  }

  @Test
  void whatChangesIsToBeTrainedAgainAndNothingElse() {
    int steps = 30;
    assertThat(chain(study).stepsToCome(1)).isEqualTo(3 * steps);
    // One laboratory sample changes the two models that see it; one of the simulation, its own and what grows from it.
    Study otherLaboratory = new Study(study.name(), study.simulation(), study.simulationRates(),
        nudged(study.laboratory()), study.notes(), study.hashes());
    assertThat(chain(otherLaboratory).stepsToCome(0)).isEqualTo(2 * steps);
    List<Recording> rates = study.simulationRates().stream().map(TransferChainTest::nudged).toList();
    Study otherSimulation = new Study(study.name(), study.simulation(), rates, study.laboratory(), study.notes(), study.hashes());
    assertThat(chain(otherSimulation).stepsToCome(0)).isEqualTo(2 * steps);
  }

  private static Recording nudged(Recording recording) {
    double[] values = recording.fault().values();
    values[values.length / 2] = Math.nextUp(values[values.length / 2]);
    Series fault = new Series(recording.fault().name(), recording.fault().unit(), recording.clock(), values);
    return new Recording(recording.name(), recording.emission(), fault);
  }

  private static ComputationGraph graph(Experiment experiment) throws IOException {
    Path file = models.resolve(results.get(experiment).get(0).model()).resolve("network.zip");
    return ComputationGraph.load(file.toFile(), false);
  }

  private static Campaign campaign(Campaign.Progress progress) {
    return new Campaign(study, SETTINGS, new ModelStore(models), List.of(0L), progress);
  }

  private static TransferChain chain(Study study) {
    return new TransferChain(study, SETTINGS, new ModelStore(models));
  }
}
