package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import faultslip.data.DataFolder;
import faultslip.data.RecordingFormat;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.study.Studies;
import faultslip.study.Study;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format of recordings from outside, one class and one line in META-INF/services: a study file names it, and it is read. */
class AddedFormatTest {
  private static final int SAMPLES = 3000;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeRecording() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Double.BYTES * SAMPLES);
    for (int i = 0; i < SAMPLES; i++) {
      bytes.putDouble(1 + i % 100).putDouble(0.6 - 0.001 * (i % 100));
    }
    file = Files.write(folder.resolve("mine.bin"), bytes.array());
  }

  private String study(String format, String options, String emission) throws IOException {
    return Files.writeString(folder.resolve("mine.yaml"), """
        study: mine
        recordings:
          mine:
            title: my fault
            path: mine.bin
            format: %s
            options: {%s}
            emission: {columns: [%s], logarithm: true}
            fault: {column: friction}
        simulations: {own: {recording: mine}}
        laboratory: mine
        """.formatted(format, options, emission)).toString();
  }

  @Test
  void aStudyNamesItAndItIsRead() throws IOException {
    Study study = Studies.read(study("interleaved", "rate: 10", "emission"), new DataFolder(folder.resolve("data")));
    Recording recording = study.laboratory().recording();
    assertThat(recording.clock()).isEqualTo(new Clock(0, 0.1));
    assertThat(recording.length()).isEqualTo(SAMPLES);
    assertThat(recording.emission().value(250)).isEqualTo(Math.log(51));
    assertThat(recording.fault().value(250)).isEqualTo(0.6 - 0.001 * 50);
    assertThat(study.sources().notes()).contains("Read without a header.");
    assertThat(study.sources().hashes()).containsOnlyKeys("mine.bin");
  }

  @Test
  void whatItRefusesStandsWithTheLineOfTheStudy() throws IOException {
    refused(study("interleaved", "speed: 10", "emission"), ":7: key 'recordings.mine.options.speed' is unknown");
    refused(study("interleaved", "rate: 10", "sound"), ":8: ", "'sound', which is no column of the file; there are emission, friction");
    Files.write(file, new byte[20]);
    refused(study("interleaved", "rate: 10", "emission"), ":3: key 'recordings.mine' cannot be read: " + file
        + ": ends within a sample; copy the file again.");
  }

  @Test
  void unknownOneIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> RecordingFormat.named("tdms")).isInstanceOf(FaultslipException.class)
        .hasMessageStartingWith("There is no format of recordings 'tdms'; give one of csv, fdem, hdf5, interleaved, "
            + "lanl-features, mat, npy, or name a class of your own");
  }

  private static void refused(String study, String... parts) {
    assertThatThrownBy(() -> Studies.of(study)).isInstanceOf(FaultslipException.class).hasMessageStartingWith(study)
        .hasMessageContainingAll(parts);
  }
}
