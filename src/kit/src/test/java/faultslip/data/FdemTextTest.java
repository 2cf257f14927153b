package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Recording;
import faultslip.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FdemTextTest {
  @TempDir Path folder;

  @Test
  void readsTheRealRun() {
    FdemRun run = FdemRun.read(Shared.data("public"));

    assertThat(run.xDisplacement().length()).isEqualTo(25_000);
    assertThat(run.xDisplacement().clock().frequency()).isEqualTo(1000);
    assertThat(run.xDisplacement().value(0)).isEqualTo(-0.17385891);
    assertThat(run.xDisplacement().value(24_999)).isEqualTo(0.15537226);
    assertThat(run.yVelocity().value(24_999)).isEqualTo(1.2822168e-05);
    assertThat(run.yDisplacement().label()).isEqualTo("Dy (mm)");

    Recording recording = run.recording("FDEM", 10, 0.45, 0.396);
    assertThat(recording.length()).isEqualTo(2500);
    assertThat(recording.clock().interval()).isEqualTo(0.01);
    assertThat(recording.fault().value(0)).isCloseTo(0.45 + 0.396 * 0.1745, within(1e-3));
    assertThat(recording.emission().value(0)).isCloseTo(2 * Math.log(2.65e-4), within(0.1));
  }

  @Test
  void readsWindowsAndUnixLineBreaks() throws IOException {
    assertThat(read("DxTop\r\n1\r\n2.5e-3\r\n").values()).containsExactly(1, 0.0025);
    assertThat(read("DxTop\n-1\n2\n").values()).containsExactly(-1, 2);
  }

  @Test
  void refusesABlankLine() {
    refuses("DxTop\n1\n\n2\n", ":3: a blank line where a value belongs, which would shift all later times;"
        + " fetch the file again.");
  }

  @Test
  void refusesWhatIsNotANumber() {
    refuses("DxTop\n1\n2\n3,5\n", ":4: '3,5' is not a finite number; correct the value or cut that part out of"
        + " the file.");
    refuses("DxTop\n1\nnan\n", ":3: 'nan' is not a finite number; correct the value or cut that part out of the file.");
  }

  @Test
  void refusesAFileCutShort() {
    refuses("DxTop\n1\n2.", ":3: the last line has no line break, so its last number may be cut short; fetch or"
        + " export the file again.");
  }

  @Test
  void refusesAFileWithoutHeader() {
    refuses("1\n2\n", ":1: the number '1' where the header line belongs; its first lines are missing: fetch the"
        + " file again.");
  }

  @Test
  void refusesAFileWithoutValues() {
    refuses("DxTop\n1\n", ": 1 values under the header; a series needs two or more: fetch the file again.");
    refuses("", ": the file is empty; fetch or export it again.");
  }

  @Test
  void refusesAConstant() {
    refuses("DxTop\n1\n1\n1\n", ": all 3 values are 1.0; a constant series carries no information: give another file.");
  }

  @Test
  void refusesFilesOfDifferentLength() throws IOException {
    Files.writeString(folder.resolve("DxAveTop.txt"), "x\n1\n2\n3\n");
    Files.writeString(folder.resolve("DyAveTop.txt"), "x\n1\n2\n3\n");
    Files.writeString(folder.resolve("VxAveTop.txt"), "x\n1\n2\n");
    Files.writeString(folder.resolve("VyAveTop.txt"), "x\n1\n2\n3\n");
    assertThatThrownBy(() -> FdemRun.read(folder)).isInstanceOf(DataException.class)
        .hasMessage("%s has 2 values, but %s has 3; they belong to one run: fetch both again.",
            folder.resolve("VxAveTop.txt"), folder.resolve("DxAveTop.txt"));
  }

  @Test
  void refusesAPlateAtRest() throws IOException {
    for (String name : new String[] {"DxAveTop.txt", "DyAveTop.txt", "VxAveTop.txt", "VyAveTop.txt"}) {
      Files.writeString(folder.resolve(name), "x\n1\n2\n0\n0\n");
    }
    FdemRun run = FdemRun.read(folder);
    assertThatThrownBy(() -> run.recording("run", 2, 0, 1)).isInstanceOf(DataException.class)
        .hasMessageStartingWith("Recording 'run': no motion in the 2 samples at 0.0025");
    assertThatThrownBy(() -> run.recording("run", 2, 0, -1)).isInstanceOf(DataException.class)
        .hasMessage("Friction of 0.0 at zero displacement and -1.0 per mm; give a finite and a positive number.");
  }

  private faultslip.series.Series read(String text) throws IOException {
    return FdemText.read(Files.writeString(folder.resolve("DxAveTop.txt"), text), "Dx", "mm");
  }

  private void refuses(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class)
        .hasMessage(folder.resolve("DxAveTop.txt") + message);
  }
}
