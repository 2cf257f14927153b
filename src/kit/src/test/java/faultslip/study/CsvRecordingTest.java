package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.data.DataException;
import faultslip.series.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CSV file that a study names: what is read from it, and what is refused. */
class CsvRecordingTest {
  private static final String HEADER =
      ",LPDisp,NormStress,ShearStress,Time,Var_Ch1,Var_Ch2,TimeToStartFailure,TimeToEndFailure";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("p.csv");
  }

  @Test
  void givesMeanOfChannelsAndStressOnARegularClock() throws IOException {
    write(HEADER, row(0, 0.5, 3, 2, 4), row(1, 0.6, 3.5, 4, 8), row(2, 0.7, 4, 6, 6), row(3, 0.85, 7, 9, 12),
        row(4, 0.9, 8, 1, 2));

    Recording read = read("");

    // Each on the clock of the instrument, 10 Hz, by straight lines between the samples.
    assertThat(read.emission().values()).containsExactly(
        new double[] {Math.log(3), Math.log(6), Math.log(6), Math.log(9)}, within(1e-9));
    assertThat(read.emission().label()).isEqualTo("ln(AE variance)");
    assertThat(read.fault().values()).containsExactly(new double[] {3, 3.5, 4, 6}, within(1e-9));
    assertThat(read.fault().label()).isEqualTo("shear stress (MPa)");
    assertThat(read("", "over: 2 MPa").fault().values()).containsExactly(new double[] {1.5, 1.75, 2, 3}, within(1e-9));
  }

  @Test
  void takesAFormThatTheStudyNames() throws IOException {
    Files.writeString(file, "x;y;z\n0;1,5;0,6\n100;-999;0,7\n200;2,5;0,8\n300;3,5;0,5\n");
    RecordingDescription.Raw raw = OneRecording.read(folder, "time: {column: x}",
        "emission: {columns: [y]}", "fault: {column: z}", "options: {missing: -999, decimal: comma}");
    assertThat(raw.recording().emission().values()).containsExactly(new double[] {1.5, 2, 2.5}, within(1e-9));
    assertThat(raw.words()).isEqualTo("; separated, decimal comma, 1 row with a missing value left out, 3 rows at 0.01 "
        + "Hz, 1 gap filled by straight lines (" + file.getFileName() + ":4)");
  }

  @Test
  void refusesAMissingFile() {
    refuses(": no such file; fetch it first or correct the path.");
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Files.createFile(file);
    refuses(": the file is empty; fetch or export it again.");
  }

  @Test
  void refusesAHeaderWithoutValues() throws IOException {
    write(HEADER);
    refuses(": 0 rows of values under the header; a recording needs two or more: fetch or export the file again.");
  }

  @Test
  void refusesAMissingColumnAndListsThoseThere() throws IOException {
    write("Time,Stress,Var_Ch1,Var_Ch2", "1,2,3,4", "2,3,4,5");
    refuses(":1: no column 'ShearStress'; the columns are 'Time', 'Stress', 'Var_Ch1', 'Var_Ch2': name one of"
        + " them or give another file.");
  }

  @Test
  void refusesALineCutShort() throws IOException {
    Files.writeString(file, HEADER + "\r\n" + row(0, 1, 2, 3, 4) + "\r\n1,1,1,3.2,1.1");
    refuses(":3: 5 fields, but the header names 9 columns; the line is cut short: fetch or export the file again.");
  }

  @Test
  void refusesALastNumberCutShort() throws IOException {
    Files.writeString(file, HEADER + "\r\n" + row(0, 1, 2, 3, 4) + "\r\n" + row(1, 1.1, 2, 3, 5));
    refuses(":3: the last line has no line break, so its last number may be cut short; fetch or export the file"
        + " again.");
  }

  @Test
  void refusesWhatIsNotANumber() throws IOException {
    write(HEADER, row(0, 1, 2, 3, 4), "1,1,1,oops,1.1,3,4,0,0");
    refuses(":3, column 'ShearStress': 'oops' is not a finite number; correct the value or cut that part out of"
        + " the file.");
  }

  @Test
  void refusesNaN() throws IOException {
    write(HEADER, row(0, 1, 2, Double.NaN, 4), row(1, 1.1, 2, 3, 4));
    refuses(":2, column 'Var_Ch1': 'NaN' is not a finite number; correct the value or cut that part out of the file.");
  }

  @Test
  void refusesTimeThatDoesNotIncrease() throws IOException {
    write(HEADER, row(0, 1, 2, 3, 4), row(1, 1.1, 2, 3, 4), row(2, 1.05, 2, 3, 4));
    refuses(":4, column 'Time': 1.05 s follows 1.1 s; times must increase: sort the lines or remove the repeated one.");
  }

  @Test
  void refusesAGap() throws IOException {
    write(HEADER, row(0, 1, 2, 3, 4), row(1, 1.1, 3, 4, 5), row(2, 1.2, 4, 3, 5), row(3, 1.6, 2, 3, 4));
    refuses(":5, column 'Time': nothing between 1.2 and 1.6 s, a gap of 0.4 s at an interval of 0.1 s; choose a"
        + " part without the gap or fill it.");
  }

  @Test
  void refusesAVarianceThatIsNotPositive() throws IOException {
    write(HEADER, row(0, 1, 2, 3, 4), row(1, 1.1, 3, 4, 0));
    refuses(":3, column 'Var_Ch2': 0.0 is not positive and has no logarithm; correct the value or cut that part"
        + " out of the file.");
  }

  @Test
  void refusesAConstantColumn() throws IOException {
    write(HEADER, row(0, 1, 2, 3, 4), row(1, 1.1, 2, 4, 5), row(2, 1.2, 2, 5, 7));
    refuses(":2, column 'ShearStress': constant, 2.0, from there to 1.2 s, which carries no information; choose "
        + "another part"
        + " or recording.");
  }

  @Test
  void refusesAWindowOutsideTheRecording() throws IOException {
    writeRegular(20);
    assertThatThrownBy(() -> read("from: 10.5 s\n    to: 13 s")).isInstanceOf(DataException.class)
        .hasMessage(file + ":2, column 'Time': 13.0 s lies outside the recording, which goes from 10.0 to 11.9 s; "
        + "choose a time inside.");
    assertThatThrownBy(() -> read("from: 11.01 s\n    to: 11.05 s")).isInstanceOf(DataException.class)
        .hasMessage(file + ":13, column 'Time': from 11.01 to 11.05 s there are fewer than two samples; choose a "
        + "longer part.");
    Recording part = read("from: 10.05 s\n    to: 11.75 s");
    assertThat(part.clock().start()).isEqualTo(10.1);
    assertThat(part.length()).isEqualTo(16);
  }

  private Recording read(String part, String... ofFault) {
    return OneRecording.read(folder, "time: {column: Time, unit: s}",
        "emission: {columns: [Var_Ch1, Var_Ch2], combine: mean, name: AE variance, unit: arbitrary, logarithm: true}",
        "fault: {" + String.join(", ", ofFault) + (ofFault.length == 0 ? "" : ", ")
            + "column: ShearStress, unit: MPa, name: shear stress}",
        "instrument: {rate: 10 Hz}", part).recorded();
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> read("")).isInstanceOf(DataException.class).hasMessage(file + message);
  }

  private void writeRegular(int rows) throws IOException {
    write(HEADER, IntStream.range(0, rows).mapToObj(i -> row(i, (100 + i) / 10.0, 2 + i % 5, 3 + i % 3, 4 + i % 2))
        .collect(Collectors.joining("\r\n")));
  }

  private void write(String... lines) throws IOException {
    Files.writeString(file, String.join("\r\n", lines) + "\r\n");
  }

  private static String row(int number, double time, double stress, double channel1, double channel2) {
    return number + ",12934.8,0.0007," + stress + "," + time + "," + channel1 + "," + channel2 + ",0.0,0.0";
  }
}
