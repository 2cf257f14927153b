package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.data.DataFolder;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study p4677, of whose laboratory fault it is only known when it failed. */
class FailuresAloneTest {
  @TempDir Path folder;

  @Test
  void predictsTheTimeToFailureAndNothingElse() {
    StudyDefinition definition = Studies.of("p4677");
    DataFolder data = new DataFolder(folder);
    // Without it nothing can be done, so it is asked for although other studies can do without.
    assertThat(definition.isThere(data)).isFalse();
    definition.provide(data, Optional.of(Shared.data("public")), told -> {});
    assertThat(definition.isThere(data)).isTrue();
    Study study = definition.read(data);
    assertThat(study.laboratory().obstacle()).hasValue(
        "Of p4677 it is only known when it failed; look at the time to failure.");
    assertThat(definition.notebooks()).containsExactly("08");

    Campaign campaign =
        Campaign.of(study, new ModelStore(folder.resolve("models")), 1, true, name -> TrainingProgress.SILENT);
    assertThat(campaign.experiments()).isNotEmpty().extracting(Experiment::id)
        .allMatch(id -> id.startsWith("time-to-failure-"));
    assertThat(campaign.rows("time-to-failure-periodic")).extracting(row -> row.recording())
        .containsExactly("p4677", "p4581, 8 MPa");
  }

  @Test
  void amongOthersItHasNoFaultState() {
    Study study = Studies.of("p4677").read(PublicData.folder());
    Study.OtherRecordings both = new Study.OtherRecordings(List.of(study.laboratory(), study.others().all().get(0)), "");
    assertThat(both.recordings()).extracting(recording -> recording.name()).containsExactly("p4581, 8 MPa");
    assertThat(both.shown()).hasSize(1);
  }
}
