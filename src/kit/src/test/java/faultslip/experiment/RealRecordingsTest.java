package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.evaluate.baseline.RegressorKind;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.series.Recording;
import faultslip.study.Study;
import faultslip.study.Study.OtherRecordings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiments end to end on the real recordings, with so few steps that their numbers mean nothing. */
class RealRecordingsTest {
  @TempDir
  static Path folder;

  private static Study study;

  @BeforeAll
  static void read() {
    study = PublicRecordings.study().withMethod(StickSlip.settings());
  }

  @Test
  void limitedCycleTakesItsTwoHalvesFromTheTrainingSegment() {
    ExperimentContext context = context(study);
    for (LimitedCycle limited : LimitedCycle.values()) {
      assertThat(limited.learned(context).segment().to()).isLessThanOrEqualTo(context.models().laboratory().train().to());
      // A cycle of 105 samples, from the failure at 3829.9 s to that at 3840.4 s.
      assertThat(limited.learned(context).segment().length()).isBetween(52, 53);
      List<Result> results = limited.run(context, 0);
      assertThat(results).extracting(result -> result.row().reading().amplitude()).containsExactly(Amplitude.values());
      assertThat(results.get(0).scores().samples()).isEqualTo(1500);
      assertThat(results.get(0).scores().meanPredictorMapePercent()).isBetween(5.0, 6.0);
    }
  }

  @Test
  void timeToFailureStandsBesideItsPredictors() {
    ExperimentContext context = context(study);
    assertThat(new TimeToFailure(context).failures().size()).isEqualTo(26);
    List<Result> results = Stream.<Experiment>of(new NetworkExperiment(LearningRegime.CROSS_TRAINED, Target.TIME_TO_FAILURE, LookAhead.WINDOW),
        new RegressorExperiment(RegressorKind.registry().get("linear"), Target.TIME_TO_FAILURE, LookAhead.WINDOW), TimeToFailure.Reference.PERIODIC,
        TimeToFailure.Reference.MEAN)
        .map(experiment -> experiment.run(context, 0).get(0)).toList();
    assertThat(results).extracting(result -> result.row().leftOut()).containsOnly(results.get(0).row().leftOut());
    assertThat(results.get(0).row().leftOut()).isPositive();
    assertThat(SeedSummary.all(results.stream().map(Result::row).toList())).hasSize(4);
  }

  @Test
  void rowsOfAllExperimentsFitOneTable() {
    Recording laboratory = study.laboratory().recording();
    Recording other = new Recording("other", laboratory.emission(), laboratory.fault());
    ExperimentContext context = context(new Study(study.name(), study.simulations(), study.laboratory(),
        new OtherRecordings(List.of(new Study.Laboratory(other, Optional.empty())), "another"), study.method(), study.sources()));
    List<ResultRow> rows = Stream.<Experiment>of(new NetworkExperiment(LearningRegime.CROSS_TRAINED, Target.FAULT_STATE, LookAhead.WINDOW),
        new NetworkExperiment(LearningRegime.CROSS_TRAINED, Target.SECOND_EXPERIMENT, LookAhead.WINDOW),
        new RegressorExperiment(RegressorKind.registry().get("random-forest"), Target.FAULT_STATE, LookAhead.WINDOW),
        new RegressorExperiment(RegressorKind.registry().get("linear"), Target.FAULT_STATE, LookAhead.WINDOW))
        .map(experiment -> experiment.run(context, 0).get(0).row()).toList();
    assertThat(rows).extracting(row -> row.scores().samples()).containsExactly(1500, other.length(), 1500, 1500);
    assertThat(Comparison.scores(rows).rowCount()).isEqualTo(4);
  }

  private static ExperimentContext context(Study study) {
    return StickSlip.context(study, folder);
  }
}
