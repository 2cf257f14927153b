package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.data.FdemFormat.SlipEvent;
import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FdemFormatTest {
  @TempDir Path folder;

  @Test
  void readsTheRealRun() {
    double[] dx = FdemFormat.values(Shared.data("public/DxAveTop.txt"), "DxTop");
    assertThat(dx).hasSize(25_000).startsWith(-0.17385891).endsWith(0.15537226);
    double[] vx = FdemFormat.values(Shared.data("public/VxAveTop.txt"), "VxTop");
    double[] vy = FdemFormat.values(Shared.data("public/VyAveTop.txt"), "VyTop");
    assertThat(vy).hasSize(25_000).endsWith(1.2822168e-05);

    TimedColumns run = read(Shared.data("public"), "Slip_events.npy");
    assertThat(run.times()).hasSize(25_000).startsWith(0, 0.001).endsWith(24.999);
    assertThat(run.column("kinetic energy")).hasSize(25_000).endsWith(vx[24_999] * vx[24_999] + vy[24_999] * vy[24_999]);
    double[] friction = run.column("friction");
    assertThat(friction[0] - friction[24_999]).isCloseTo(0.396 * (0.15537226 + 0.17385891), within(1e-3));
    assertThat(Arrays.stream(friction).average().orElseThrow()).isCloseTo(0.45, within(1e-9));
    assertThat(run.remarks()).singleElement().asString().contains("stand-in", "0.396 /mm", "the mean of 0.45 assumed");
    assertThatThrownBy(() -> run.column("Dx")).isInstanceOf(DataException.class).hasMessageContaining("'Dx'");
  }

  @Test
  void frictionSlopeIsThatOfTheSlipEvents() {
    double slope = FdemFormat.frictionPerMillimetre(FdemFormat.values(Shared.data("public/DxAveTop.txt"), "DxTop"),
        SlipEvent.read(Shared.data("public/Slip_events.npy")));
    assertThat(slope).isCloseTo(0.396, within(0.001));
  }

  @Test
  void readsWindowsAndUnixLineBreaks() throws IOException {
    assertThat(values("DxTop\r\n1\r\n2.5e-3\r\n")).containsExactly(1, 0.0025);
    assertThat(values("DxTop\n-1\n2\n")).containsExactly(-1, 2);
  }

  @Test
  void refusesABlankLine() {
    refuses("DxTop\n1\n\n2\n", ":3: a blank line where a value belongs, which would shift all later times;"
        + " fetch the file again.");
  }

  @Test
  void refusesWhatIsNotANumber() {
    refuses("DxTop\n1\n2\n3,5\n", ":4: 2 fields, but the header names 1 columns; the line is too long: fetch or export"
        + " the file again.");
    refuses("DxTop\n1\nnan\n", ":3, column 'DxTop': 'nan' is not a finite number; correct the value or cut that part out of the file.");
  }

  @Test
  void refusesAFileCutShort() {
    refuses("DxTop\n1\n2.", ":3: the last line has no line break, so its last number may be cut short; fetch or"
        + " export the file again.");
  }

  @Test
  void refusesAFileWithoutHeader() {
    refuses("1\n2\n", ":1: no column 'DxTop'; the columns are '1': name one of them or give another file.");
  }

  @Test
  void refusesAFileWithoutValues() {
    refuses("DxTop\n1\n", ": 1 rows of values under the header; a recording needs two or more: fetch or export the file again.");
    refuses("", ": the file is empty; fetch or export it again.");
  }

  @Test
  void refusesAConstant() throws IOException {
    for (String name : List.of("Dx", "Dy", "Vx", "Vy")) {
      Files.writeString(folder.resolve(name + "AveTop.txt"), name + "Top\n" + "1\n".repeat(25_000));
    }
    Path events = Files.copy(Shared.data("public/Slip_events.npy"), folder.resolve("events.npy"));
    assertThatThrownBy(() -> read(folder, "events.npy")).isInstanceOf(DataException.class)
        .hasMessageStartingWith(events + ": its events gain ").hasMessageContaining("fetch both again");
  }

  @Test
  void refusesFilesOfDifferentLength() throws IOException {
    Files.writeString(folder.resolve("DxAveTop.txt"), "DxTop\n1\n2\n3\n");
    Files.writeString(folder.resolve("DyAveTop.txt"), "DyTop\n1\n2\n3\n");
    Files.writeString(folder.resolve("VxAveTop.txt"), "VxTop\n1\n2\n");
    Files.writeString(folder.resolve("VyAveTop.txt"), "VyTop\n1\n2\n3\n");
    assertThatThrownBy(() -> read(folder, "none")).isInstanceOf(DataException.class)
        .hasMessage("%s has 2 values, but %s has 3; they belong to one run: fetch both again.",
            folder.resolve("VxAveTop.txt"), folder.resolve("DxAveTop.txt"));
  }

  @Test
  void refusesEventsOfAnotherRun() throws IOException {
    // Friction falls where the plate moves on; here it moves back.
    StringBuilder backwards = new StringBuilder();
    for (int i = 0; i < 25_000; i++) {
      backwards.append(-i).append('\n');
    }
    for (String name : List.of("Dx", "Dy", "Vx", "Vy")) {
      Files.writeString(folder.resolve(name + "AveTop.txt"), name + "Top\n" + backwards);
    }
    Path events = Files.copy(Shared.data("public/Slip_events.npy"), folder.resolve("events.npy"));
    assertThatThrownBy(() -> read(folder, "events.npy")).isInstanceOf(DataException.class)
        .hasMessageStartingWith(events + ": its events gain ").hasMessageContaining("fetch both again");
  }

  private static TimedColumns read(Path folder, String events) {
    Map<String, Path> files = new HashMap<>(Map.of("slip-events", folder.resolve(events)));
    for (String role : List.of("Dx", "Dy", "Vx", "Vy")) {
      files.put(role, folder.resolve(role + "AveTop.txt"));
    }
    return new FdemFormat().read(new RecordingFormat.Request(files, "", 1, List.of("kinetic energy", "friction"),
        Map.of("mean-friction", "0.45")));
  }

  private double[] values(String text) throws IOException {
    return FdemFormat.values(Files.writeString(folder.resolve("DxAveTop.txt"), text), "DxTop");
  }

  private void refuses(String text, String message) {
    assertThatThrownBy(() -> values(text)).isInstanceOf(DataException.class)
        .hasMessage(folder.resolve("DxAveTop.txt") + message);
  }
}
