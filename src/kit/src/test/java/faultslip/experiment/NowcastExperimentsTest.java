package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.series.Recording;
import faultslip.study.Study;
import faultslip.study.Study.Laboratory;
import faultslip.study.Study.OtherRecordings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes after a time, an experiment that says it looks no further ahead says the same of that time. */
class NowcastExperimentsTest {
  /** Within the test segments of the laboratory recording, of the simulation and of the other recording. */
  private static final int LABORATORY = 1500;
  private static final int LAST_LABORATORY = 1099;
  private static final int LAST_SIMULATION = 720;
  private static final int LAST_OTHER = 220;

  @TempDir private static Path models;

  static Stream<Experiment> nowcasts() {
    return Experiment.all().stream().filter(experiment -> experiment.id().contains("nowcast")
        || experiment == TimeToFailure.Reference.EMISSION_CLOCK || experiment == TimeToFailure.Reference.PERIODIC);
  }

  @ParameterizedTest
  @MethodSource("nowcasts")
  void whatComesAfterATimeChangesNoBitUpToIt(Experiment experiment) {
    List<Result> before = experiment.run(context(study(false)), 0);
    List<Result> after = experiment.run(context(study(true)), 0);
    assertThat(before).isNotEmpty().hasSameSizeAs(after);
    for (int i = 0; i < before.size(); i++) {
      Result one = before.get(i);
      Result other = after.get(i);
      assertThat(one.row().reading().lookAhead()).isZero();
      assertThat(other.row().reading()).isEqualTo(one.row().reading());
      int last = one.recording().equals("laboratory") ? LAST_LABORATORY : one.recording().equals("other") ? LAST_OTHER : LAST_SIMULATION;
      // What learns from few cycles is given a recording that begins with them.
      int begins = one.row().reading().learned().map(few -> LABORATORY - one.segment().whole().length()).orElse(0);
      int known = last + 1 - begins - one.segment().testedIn().from();
      assertThat(known).isBetween(50, one.predicted().length() - 10);
      assertThat(Arrays.copyOf(other.predicted().values(), known)).containsExactly(Arrays.copyOf(one.predicted().values(), known));
      assumeThat(experiment).isNotEqualTo(TimeToFailure.Reference.PERIODIC); // is told of failures alone
      assertThat(other.predicted().values()).isNotEqualTo(one.predicted().values());
    }
  }

  /** The test could fail: what looks ahead does not pass it. */
  @Test
  void whatLooksAheadHearsWhatComes() {
    for (Experiment experiment : List.of(new NetworkExperiment(LearningRegime.ZERO_SHOT, Target.FAULT_STATE, LookAhead.WINDOW),
        Experiment.find("baseline-linear").orElseThrow())) {
      Result before = experiment.run(context(study(false)), 0).get(0);
      Result after = experiment.run(context(study(true)), 0).get(0);
      assertThat(before.row().reading().lookAhead()).isPositive();
      int sample = LAST_LABORATORY - before.segment().testedIn().from();
      assertThat(after.predicted().value(sample)).isNotEqualTo(before.predicted().value(sample));
    }
  }

  @ParameterizedTest
  @EnumSource(LearningRegime.class)
  void aStudyWithoutAMemorySaysWhyItHasNone(LearningRegime regime) {
    Experiment nowcast = new NetworkExperiment(regime, Target.FAULT_STATE, LookAhead.NONE);
    assertThat(nowcast.obstacle(StickSlip.study())).hasValueSatisfying(why -> assertThat(why).contains("windows.nowcast.memory"));
    assertThatThrownBy(() -> nowcast.run(context(StickSlip.study()), 0)).isInstanceOf(ExperimentException.class)
        .hasMessageContaining("makes no nowcasts");
    assertThat(nowcast.obstacle(study(false))).isEmpty();
  }

  /** Thin windows, and an instrument that hears something else from some samples on. */
  private static Study study(boolean changed) {
    Study plain = StickSlip.study();
    Study.Simulation simulation = plain.simulation();
    Recording simulated = changed ? changed(simulation.recording(), LAST_SIMULATION) : simulation.recording();
    Recording laboratory = StickSlip.recording("laboratory", LABORATORY, 100);
    Recording other = StickSlip.recording("other", 300, 64);
    return new Study(plain.name(), List.of(new Study.Simulation("simulation", simulated, List.of(simulation.recording()), simulation.criterion())),
        new Laboratory(changed ? changed(laboratory, LAST_LABORATORY) : laboratory, plain.laboratory().criterion()),
        new OtherRecordings(List.of(new Study.Laboratory(changed ? changed(other, LAST_OTHER) : other, Optional.empty())), "another"),
        plain.method().changed(List.of("windows.nowcast={memory: 12.8 s, simulation: {training: 3.2 s, validation: 6.4 s}}",
            "windows.laboratory.training=3.2 s", "fewCycles.amounts=[1, 2]", "fewCycles.latentSpace.stepsPerCycle=3",
            "fewCycles.nothingBefore.stepsPerCycle=3")), plain.sources());
  }

  private static Recording changed(Recording recording, int last) {
    double[] emission = recording.emission().values();
    for (int n = last + 1; n < emission.length; n++) {
      emission[n] = 2 + 3 * Math.sin(n);
    }
    return new Recording(recording.name(), recording.emission().with(emission), recording.fault());
  }

  private static ExperimentContext context(Study study) {
    return StickSlip.context(study, models);
  }
}
