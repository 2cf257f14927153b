package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.data.DataFolder;
import faultslip.series.FailureCatalogue;
import faultslip.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study's failures, and its second recording with and without the optional file. */
class FailuresAndOthersTest {
  private static final String FIRST = "newDF_TimeToFailure_from_3800_to_4100_WITHOUT_subwindows.csv";
  private static final String OTHER = "newDF_TimeToFailure_from_6600_to_6900_WITHOUT_subwindows.csv";

  @TempDir
  Path folder;

  @Test
  void failuresOfSimulationAndLaboratoryRecurAfterAsManySamples() {
    Study study = Studies.named("public", new DataFolder(files().getParent()));
    FailureCriteria criteria = study.failures().orElseThrow();
    FailureCatalogue laboratory = criteria.laboratory().find(study.laboratory().fault());
    FailureCatalogue simulation = criteria.simulation().find(study.simulation().fault());
    assertThat(laboratory.size()).isEqualTo(26);
    assertThat(simulation.size()).isEqualTo(25);
    double samples = laboratory.meanRecurrence() / study.laboratory().clock().interval();
    assertThat(simulation.meanRecurrence() / study.simulation().clock().interval())
        .isCloseTo(samples, Assertions.withinPercentage(5));
  }

  @Test
  void withoutTheOptionalFileSaysWhatToDo() {
    OtherRecordings others = PublicStudy.read(files(), Map.of()).others();
    assertThat(others.recordings()).isEmpty();
    assertThat(others.remark()).contains("p5198").contains("fetch").doesNotContain("\n");
  }

  @Test
  void withTheOptionalFileItIsShearStressInMegapascal() throws IOException {
    try (Stream<Path> present = Files.list(files())) {
      for (Path file : present.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    // Another recording in the same format stands in for the one that may not be there.
    Files.copy(files().resolve(FIRST), folder.resolve(OTHER));
    OtherRecordings others = PublicStudy.read(folder, Map.of(OTHER, "")).others();
    assertThat(others.recordings()).hasSize(1);
    assertThat(others.recordings().get(0).fault().label()).isEqualTo("shear stress (MPa)");
    assertThat(others.recordings().get(0).name()).isEqualTo("p5198");
  }

  private static Path files() {
    return Shared.data("public/" + FIRST).getParent();
  }
}
