package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies of files that nobody can fetch: known without them, refused where they are missing, read where they are there. */
class GivenFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"paper, paper/p4677.csv, ./faultslip reduce biaxial DIR --mechanical p4677_data.txt",
      "p4679, p4679/newDF_TimeToFailure_from_4340_to_4540_WITHOUT_subwindows_len003_shifth003.csv, 21fe599672660068adfb5217c37c9c6a92b7d8bf"})
  void aMissingFileIsRefusedInOneLineThatSaysWhatToPutWhere(String name, String file, String how) {
    StudyDefinition definition = Studies.of(name);
    DataFolder data = new DataFolder(folder);
    assertThat(definition.isThere(data)).isFalse();
    assertThatThrownBy(() -> definition.provide(data, Optional.empty(), line -> { })).isInstanceOf(StudyException.class)
        .hasMessageContainingAll("study " + name + ":", "key 'recordings.p467", folder.resolve(file).toString(),
            "which is not there, and cannot be fetched: get ", how).hasMessageNotContaining("\n");
    // Before anything is fetched.
    assertThat(folder).isEmptyDirectory();
    assertThat(definition.tree().get("notes").get(0).asText()).startsWith("File").contains("not seen:");
  }

  @Test
  void thePapersOwnIsReadOnceItsFileIsThereAndGoesWithoutThoseOfTheSecondExperiment() throws IOException {
    // Sticks and slips every 10 s, at 100 Hz.
    Files.writeString(Files.createDirectory(folder.resolve("paper")).resolve("p4677.csv"), IntStream.range(0, 60_000)
        .mapToObj(i -> "%s,%s,%s\n".formatted(2000 + (i + 0.5) / 100, 2 + i % 1000 / 100.0, 0.6 + i % 1000 / 20_000.0))
        .collect(Collectors.joining("", "time,emission,friction\n", "")));
    StudyDefinition definition = Studies.of("paper");
    DataFolder data = new DataFolder(folder);
    definition.provide(data, Optional.empty(), line -> { });
    Study study = definition.read(data);
    assertThat(study.laboratory().recording().length()).isEqualTo(59_899); // one less than was written: between the samples
    assertThat(study.laboratory().recording().clock().frequency()).isEqualTo(100);
    // The logarithm of the square of what is written at 2000.505 s.
    assertThat(study.laboratory().recording().emission().value(0)).isEqualTo(Math.log(2.5 * 2.5));
    assertThat(study.recurrence().getAsDouble()).isBetween(9.9, 10.1);
    assertThat(study.sampled().transfer().network().width()).isEqualTo(208);
    assertThat(study.others().recordings()).isEmpty();
    assertThat(study.others().remark()).contains("p4581, 3 MPa", "p4581, 8 MPa", "is not in the data folder");
    assertThat(study.sources().hashes()).containsKey("paper/p4677.csv").doesNotContainKey("paper/p4581.csv");
  }

  @Test
  void oneSourceIsEnough() throws IOException {
    Path study = Files.writeString(folder.resolve("mine.yaml"), """
        study: mine
        recordings:
          mine:
            title: my fault
            resource: p4581
            given: {path: mine/mine.csv, how: make it}
            recorded: {rate: 10 Hz, duration: 300 s}
            time: {column: time}
            emission: {columns: [emission]}
            fault: {column: friction}
        simulations: {own: {recording: mine}}
        laboratory: mine
        """);
    assertThatThrownBy(() -> Studies.of(study.toString())).isInstanceOf(StudyException.class)
        .hasMessageContaining(":3: key 'recordings.mine' has another source than the file given");
    Files.writeString(study, Files.readString(study).replace("resource: p4581", "").replace("mine/mine.csv", "../mine.csv"));
    assertThatThrownBy(() -> Studies.of(study.toString())).isInstanceOf(StudyException.class)
        .hasMessageContaining(":6: key 'recordings.mine.given.path' is '../mine.csv'; give folder/file in the data folder");
  }
}
