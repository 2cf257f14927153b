package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCsvTest {
  private static final String HEADER =
      ",LPDisp,NormStress,ShearStress,Time,Var_Ch1,Var_Ch2,TimeToStartFailure,TimeToEndFailure";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("p.csv");
  }

  @Test
  void readsTheRealRecording() {
    Recording p4581 = FeatureCsv
        .read(Shared.data("public/newDF_TimeToFailure_from_3800_to_4100_WITHOUT_subwindows.csv"), 3825, 4075)
        .recording("p4581, 8 MPa", 8);

    assertThat(p4581.length()).isEqualTo(2499);
    assertThat(p4581.clock().start()).isEqualTo(3825.071884606489);
    assertThat(p4581.clock().interval()).isEqualTo(0.1);
    // As numpy.interp gives them.
    assertThat(p4581.emission().value(0)).isCloseTo(7.91213926, within(1e-8));
    assertThat(p4581.emission().value(1000)).isCloseTo(12.29266537, within(1e-8));
    assertThat(p4581.emission().value(2498)).isCloseTo(7.5350873, within(1e-7));
    assertThat(p4581.fault().value(1000)).isCloseTo(0.38995298, within(1e-8));
    assertThat(Arrays.stream(p4581.fault().values()).min().orElseThrow()).isBetween(0.343, 0.346);
    assertThat(Arrays.stream(p4581.fault().values()).max().orElseThrow()).isBetween(0.451, 0.453);
    assertThat(failures(p4581.fault())).isEqualTo(26);
  }

  @Test
  void readsTheSecondExperimentWhereItIs() {
    Recording p5198 = FeatureCsv
        .read(Shared.data("public/newDF_TimeToFailure_from_6600_to_6900_WITHOUT_subwindows.csv")).recording("p5198");

    assertThat(p5198.length()).isGreaterThan(2900);
    assertThat(p5198.fault().label()).isEqualTo("shear stress (MPa)");
  }

  /** Drops of friction by more than 0.03 from a peak, each preceded by a rise of as much. */
  private static int failures(Series friction) {
    int failures = 0;
    boolean loading = false;
    double extreme = friction.value(0);
    for (double value : friction.values()) {
      extreme = loading ? Math.max(extreme, value) : Math.min(extreme, value);
      if (Math.abs(value - extreme) > 0.03) {
        failures += loading ? 1 : 0;
        loading = !loading;
        extreme = value;
      }
    }
    return failures;
  }

  @Test
  void givesMeanOfChannelsAndStressOnARegularClock() throws IOException {
    write(HEADER, row(0, 0.5, 3, 2, 4), row(1, 0.6, 3.5, 4, 8), row(2, 0.7, 4, 6, 6), row(3, 0.85, 7, 9, 12),
        row(4, 0.9, 8, 1, 2));

    LaboratoryFeatures features = FeatureCsv.read(file);

    assertThat(features.emissionVariance().values()).containsExactly(new double[] {3, 6, 6, 9}, within(1e-9));
    assertThat(features.shearStress().values()).containsExactly(new double[] {3, 3.5, 4, 6}, within(1e-9));
    assertThat(features.recording("x").fault().label()).isEqualTo("shear stress (MPa)");
    assertThat(features.recording("x", 2).fault().value(0)).isEqualTo(1.5);
    assertThat(features.recording("x", 2).emission().value(0)).isEqualTo(Math.log(3), within(1e-15));
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
    write(HEADER, row(0, 1, 2, 3, 4), row(1, 1.1, 3, 4, 5), row(2, 1.5, 2, 3, 4));
    refuses(":4, column 'Time': nothing between 1.1 and 1.5 s, a gap of 0.4 s at an interval of 0.1 s; choose a"
        + " window without the gap or fill it.");
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
    refuses(": column 'ShearStress' is constant (2.0) from line 2 to 4; it carries no information: choose"
        + " another window or recording.");
  }

  @Test
  void refusesAWindowOutsideTheRecording() throws IOException {
    writeRegular(20);
    assertThatThrownBy(() -> FeatureCsv.read(file, 10.5, 13)).isInstanceOf(DataException.class)
        .hasMessage(file + ": window 10.5 to 13.0 s reaches outside the recording, 10.0 to 11.9 s; choose a"
            + " window inside.");
    assertThatThrownBy(() -> FeatureCsv.read(file, 11, 11)).isInstanceOf(DataException.class)
        .hasMessage(file + ": window 11.0 to 11.0 s; it must end after it starts.");
    assertThatThrownBy(() -> FeatureCsv.read(file, 11.01, 11.05)).isInstanceOf(DataException.class)
        .hasMessage(file + ": window 11.01 to 11.05 s holds fewer than two samples; choose a longer one.");
    assertThat(FeatureCsv.read(file, 10.05, 11.75).shearStress().clock().start()).isEqualTo(10.1);
    assertThat(FeatureCsv.read(file, 10.05, 11.75).shearStress().length()).isEqualTo(16);
  }

  @Test
  void refusesANormalStressThatIsNone() throws IOException {
    writeRegular(20);
    assertThatThrownBy(() -> FeatureCsv.read(file).recording("p1", 0)).isInstanceOf(DataException.class)
        .hasMessage("Recording 'p1': normal stress 0.0 MPa; give a positive number of MPa.");
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> FeatureCsv.read(file)).isInstanceOf(DataException.class).hasMessage(file + message);
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
