package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import faultslip.FaultslipException;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingCsvTest {
  private static final RecordingCsv.Columns COLUMNS = new RecordingCsv.Columns("time", "emission", "fault");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("own.csv");
  }

  @Test
  void givesBackWhatItWroteToTheLastBit() {
    Random random = new Random(1);
    Clock clock = new Clock(3825.07188, 0.1);
    Recording recording = new Recording("own", new Series("emission", "", clock, random.doubles(3000).toArray()),
        new Series("fault", "", clock, random.doubles(3000, -1e-7, 1e9).toArray()));

    RecordingCsv.write(recording, file, COLUMNS, 17);
    Recording back = RecordingCsv.read(file, "own", COLUMNS);

    assertThat(back.clock()).isEqualTo(clock);
    assertThat(back.emission().values()).containsExactly(recording.emission().values());
    assertThat(back.fault().values()).containsExactly(recording.fault().values());
    assertThat(folder).isDirectoryContaining(path -> path.equals(file))
        .isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void roundedAndCompressedItIsTheSameBytesEachTime() throws IOException {
    Clock clock = new Clock(0, 0.0125);
    Recording recording = new Recording("own", new Series("emission", "", clock, new Random(2).doubles(3000, 0, 1e-4)
        .toArray()),
        new Series("fault", "", clock, new Random(3).doubles(3000).toArray()));
    Path compressed = folder.resolve("own.csv.xz");
    RecordingCsv.write(recording, compressed, COLUMNS, 5);
    byte[] bytes = Files.readAllBytes(compressed);
    assertThat(bytes).startsWith(0xFD, '7', 'z', 'X', 'Z', 0).hasSizeLessThan(30_000);
    Recording back = RecordingCsv.read(compressed, "own", COLUMNS);
    assertThat(back.clock().interval()).isEqualTo(0.0125);
    for (int i = 0; i < 3000; i++) {
      assertThat(back.emission().value(i)).isCloseTo(recording.emission().value(i), withinPercentage(0.005));
      assertThat(back.fault().value(i)).isCloseTo(recording.fault().value(i), withinPercentage(0.005));
    }
    RecordingCsv.write(back, compressed, COLUMNS, 5);
    assertThat(compressed).as("rounded once, nothing changes").hasBinaryContent(bytes);
    assertThatThrownBy(() -> RecordingCsv.write(recording, compressed, COLUMNS, 0))
        .isInstanceOf(DataException.class).hasMessageContaining("0 significant digits");
    Files.write(compressed, java.util.Arrays.copyOf(bytes, bytes.length - 20));
    assertThatThrownBy(() -> RecordingCsv.read(compressed, "own", COLUMNS))
        .isInstanceOf(DataException.class).hasMessageStartingWith(compressed + ": cannot be read (")
        .hasMessageNotContaining("\n");
  }

  @Test
  void takesColumnsOfOtherNamesAndAByteOrderMark() throws IOException {
    Files.writeString(file, "\uFEFFt,comment,ae,tau\r\n0,\"a, b\",1,5\r\n\r\n0.5,x,2,4");
    Recording recording = RecordingCsv.read(file, "own", new RecordingCsv.Columns("t", "ae", "tau"));
    assertThat(recording.clock()).isEqualTo(new Clock(0, 0.5));
    assertThat(recording.emission().label()).isEqualTo("ae");
    assertThat(recording.fault().label()).isEqualTo("tau");
    assertThat(recording.fault().values()).containsExactly(5, 4);
  }

  @Test
  void interpolatesIrregularTimes() throws IOException {
    write("time,emission,fault", "0,0,1", "1,1,2", "2,2,4", "4,4,8", "5,5,9");
    Recording recording = RecordingCsv.read(file, "own", COLUMNS);
    assertThat(recording.emission().values()).containsExactly(new double[] {0, 1, 2, 3, 4}, within(1e-12));
    assertThat(recording.fault().values()).containsExactly(new double[] {1, 2, 4, 6, 8}, within(1e-12));
  }

  @Test
  void refusesBadInput() throws IOException {
    refuses(": no such file; fetch it first or correct the path.");
    write("zeit;emission;fault", "0;0;1", "1;1;2");
    refuses(":1: no column 'time'; the columns are 'zeit', 'emission', 'fault': name one of them or give another "
        + "file.");
    write("time,fault,emission,fault", "0,0,1,1");
    refuses(":1: column 'fault' is there twice; rename or remove one of the two.");
    write("time,emission,fault", "0,0,1", "1,1,2,3");
    refuses(":3: 4 fields, but the header names 3 columns; the line is too long: fetch or export the file again.");
    write("time,emission,fault", "0,0,1", "1,,2");
    refuses(":3, column 'emission': '' is not a finite number; correct the value or cut that part out of the file.");
    write("time,emission,fault", "0,0,1", "", "1,0,Infinity");
    refuses(":4, column 'fault': 'Infinity' is not a finite number; correct the value or cut that part out of"
        + " the file.");
    write("time,emission,fault", "0,0,1", "1,1,2", "1,2,3");
    refuses(":4, column 'time': 1.0 s follows 1.0 s; times must increase: sort the lines or remove the repeated one.");
    write("time,emission,fault", "0,0,1", "1,1,2", "2,2,3", "5.5,2,3");
    refuses(":5, column 'time': nothing between 2.0 and 5.5 s, a gap of 3.5 s at an interval of 1.0 s; choose a"
        + " part without the gap or fill it.");
    write("time,emission,fault", "0,0,1", "1,1,1", "2,2,1");
    refuses(":2, column 'fault': constant, 1.0, from there to 2.0 s, which carries no information; choose another "
        + "part or"
        + " recording.");
    write("time,emission,fault", "0,0,1");
    refuses(": 1 rows of values under the header; a recording needs two or more: fetch or export the file again.");
    Files.writeString(file, "\n\n");
    refuses(": no line but blank ones; fetch or export the file again.");
    Files.writeString(file, "time,emission,fault\n0,\"0,1\n1,2,3\n");
    refuses(":2: a quotation mark opens there and does not close before a separator; remove it or close it.");
  }

  @Test
  void refusesAFolderAndWritesNothingThere() {
    assertThatThrownBy(() -> RecordingCsv.read(folder, "own", COLUMNS))
        .isInstanceOf(DataException.class).hasMessage(folder + ": not a readable file; give a file you may read.");
    Series series = new Series("x", "", new Clock(0, 1), new double[] {1, 2});
    Path inFile = Path.of("pom.xml").resolve("own.csv");
    assertThatThrownBy(() -> RecordingCsv.write(new Recording("own", series, series), inFile, COLUMNS, 5))
        .isInstanceOf(FaultslipException.class)
        .hasMessageStartingWith("Cannot write " + inFile + ": ").hasMessageContaining("is a file, not a folder")
        .hasMessageEndingWith("; choose a folder you may write to, with space left.");
  }

  @Test
  void refusesColumnsOfOneName() {
    assertThatThrownBy(() -> new RecordingCsv.Columns("t", "x", "x")).isInstanceOf(DataException.class)
        .hasMessage("Columns 't', 'x' and 'x'; give three different names for time, emission and fault.");
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> RecordingCsv.read(file, "own", COLUMNS))
        .isInstanceOf(DataException.class).hasMessage(file + message);
  }

  private void write(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
