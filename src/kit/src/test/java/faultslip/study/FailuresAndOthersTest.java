package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import faultslip.data.DataFolder;
import faultslip.data.DataManifest.DataResource;
import faultslip.series.FailureCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study's failures, and its second recording with and without the optional file. */
class FailuresAndOthersTest {
  @TempDir private Path folder;

  @Test
  void failuresOfTheRunOfElementsAndOfTheLaboratoryRecurAfterAsManySamples() {
    Study study = PublicStudyTest.study();
    FailureCatalogue laboratory = study.laboratory().criterion().orElseThrow()
        .find(study.laboratory().recording().fault());
    FailureCatalogue simulation = study.simulations().get(1).criterion().orElseThrow()
        .find(study.simulations().get(1).recording().fault());
    assertThat(laboratory.size()).isEqualTo(26);
    assertThat(simulation.size()).isEqualTo(25);
    double samples = laboratory.meanRecurrence() / study.laboratory().recording().clock().interval();
    assertThat(simulation.meanRecurrence() / study.simulations().get(1).recording().clock().interval())
        .isCloseTo(samples, withinPercentage(5));
  }

  @Test
  void withoutTheOptionalFileSaysWhatToDo() throws IOException {
    DataFolder needed = new DataFolder(folder);
    for (DataResource resource : Studies.of("public").resources()) {
      if (!resource.optional()) {
        Files.createDirectories(needed.check(resource).path().getParent());
        Files.copy(PublicData.folder().check(resource).path(), needed.check(resource).path());
      }
    }
    Study study = Studies.read("public", needed);
    assertThat(study.others().recordings()).isEmpty();
    assertThat(study.others().remark()).contains("p5198").contains("fetch").doesNotContain("\n");
    // Five of the FDEM run, eight of granular gouges, and p4581.
    assertThat(study.sources().hashes()).hasSize(5 + 8 + 1).containsKeys("simulation.csv.xz", "gouge-a.csv.xz");
  }
}
