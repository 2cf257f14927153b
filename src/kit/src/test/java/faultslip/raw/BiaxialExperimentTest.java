package faultslip.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.FaultslipException;
import faultslip.InterruptedWorkException;
import faultslip.data.DataException;
import faultslip.data.RecordingCsv;
import faultslip.data.RecordingFormat.Request;
import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.progress.ProgressReport;
import faultslip.raw.BiaxialExperiment.Reduction;
import faultslip.raw.BiaxialExperiment.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files, byte by byte as the format is described: 3 files of 4 superframes of 2 channels of 5 × 100 samples. */
class BiaxialExperimentTest {
  private static final int FILES = 3;
  private static final int SUPERFRAMES = 4;
  private static final int ACQUISITIONS = 5;
  private static final int SAMPLES = 100;
  private static final double SPACING = 1e-4;
  private static final int LENGTH = SUPERFRAMES * ACQUISITIONS * SAMPLES;
  private static final double START = 2000.03125;
  private static final ProgressReport SILENT =
      ProgressReport.inCell("", new PrintStream(OutputStream.nullOutputStream(), false));

  @TempDir Path folder;
  /** Channels × all samples, in order of time. */
  private final int[][] heard = new int[2][FILES * LENGTH];
  private final double[] times = new double[FILES * SUPERFRAMES * ACQUISITIONS];
  private Path mechanical;
  private Path settings;
  private Path sync;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < FILES * LENGTH; i++) {
      heard[0][i] = (int) (30 + 100 * random.nextGaussian());
      heard[1][i] = i % 997 == 0 ? Short.MIN_VALUE : (int) (-20 + 50 * random.nextGaussian());
    }
    for (int file = 0; file < FILES; file++) {
      byte[] bytes = new byte[2 * 2 * LENGTH];
      for (int frame = 0; frame < SUPERFRAMES; frame++) {
        for (int channel = 0; channel < 2; channel++) {
          for (int i = 0; i < ACQUISITIONS * SAMPLES; i++) {
            int at = 2 * ((frame * 2 + channel) * ACQUISITIONS * SAMPLES + i);
            int sample = heard[channel][file * LENGTH + frame * ACQUISITIONS * SAMPLES + i];
            bytes[at] = (byte) (sample & 0xff);
            bytes[at + 1] = (byte) (sample >> 8);
          }
        }
      }
      Files.write(folder.resolve("WF_" + (file + 1) + ".ac"), bytes);
    }
    Arrays.setAll(times, i -> START + i * SAMPLES * SPACING);
    settings = settings(2 * SUPERFRAMES, ACQUISITIONS, SAMPLES).write(folder.resolve("settings.mat"));
    sync = sync(times, 100).write(folder.resolve("sync.mat"));
    List<String> rows = new ArrayList<>(List.of("p0000", "a header", "of five lines", "rec disp shear norm_disp norm time", "- um MPa um MPa s"));
    for (int i = 0; i < 800; i++) {
      rows.add(" %d\t  %s %s\t0 %s   %s".formatted(i, 0.1 * i, 1.5 + 0.001 * i, 2.5, 2000 + i / 1000.0));
    }
    mechanical = Files.write(folder.resolve("p0000_data.txt"), rows);
    out = folder.resolve("reduced.csv");
  }

  private static MatBytes settings(int frames, int acquisitions, int samples) {
    return new MatBytes().with("numFrames", frames).with("numAcqs", acquisitions).with("Nsamples", samples)
        .with("channels2save", 1, 2);
  }

  private static MatBytes sync(double[] times, double microseconds) {
    return new MatBytes().with("acTime", times).with("ts_adjusted", microseconds);
  }

  private String reduce(Reduction reduction) {
    return new BiaxialExperiment(folder, settings, sync, mechanical).reduce(reduction, 2, out, SILENT);
  }

  private static Reduction reduction(boolean norm, Value value) {
    return new Reduction(100, OptionalDouble.empty(), OptionalDouble.empty(), norm, value);
  }

  private static Reduction part(double rate, double from, double to) {
    return new Reduction(rate, OptionalDouble.of(from), OptionalDouble.of(to), true, Value.RMS);
  }

  private TimedColumns reduced() {
    return new RecordingCsv().read(new Request(Map.of("file", out), "time", 1, List.of("emission", "friction"), Map.of()));
  }

  private double rms(int[] samples, ToDoubleFunction<Integer> value) {
    return Math.sqrt(Arrays.stream(samples).mapToDouble(i -> value.applyAsDouble(i) * value.applyAsDouble(i)).average().orElseThrow());
  }

  @Test
  void blocksHoldTheSamplesAndRowsOfTheirTimeWhateverFilesAndFramesTheyComeFrom() {
    ToDoubleFunction<Integer> norm = i -> Math.hypot(heard[0][i], heard[1][i]);
    ToDoubleFunction<Integer> mean = i -> (heard[0][i] + heard[1][i]) / 2.0;
    check(reduction(true, Value.RMS), samples -> rms(samples, norm));
    check(reduction(false, Value.RMS), samples -> rms(samples, mean));
    check(reduction(false, Value.DECIMATED), samples -> mean.applyAsDouble(samples[0]));
    check(reduction(true, Value.DECIMATED), samples -> norm.applyAsDouble(samples[0]));
    check(reduction(false, Value.DEVIATION), samples -> {
      double level = Arrays.stream(samples).mapToDouble(mean::applyAsDouble).average().orElseThrow();
      return rms(samples, i -> mean.applyAsDouble(i) - level);
    });
    check(reduction(true, Value.DEVIATION), samples -> {
      double first = Arrays.stream(samples).mapToDouble(i -> heard[0][i]).average().orElseThrow();
      double second = Arrays.stream(samples).mapToDouble(i -> heard[1][i]).average().orElseThrow();
      return rms(samples, i -> Math.hypot(heard[0][i] - first, heard[1][i] - second));
    });
  }

  private void check(Reduction reduction, ToDoubleFunction<int[]> expected) {
    assertThat(reduce(reduction)).isEqualTo(
        "p0000_data.txt: 3 acoustic files of 2 channels, 59 rows from 2000.04 to 2000.63 s.");
    TimedColumns table = reduced();
    for (int block = 0; block < 59; block++) {
      // The first sample of a block at 2000.04 s is the 88th after that of 2000.03125 s.
      int from = 88 + 100 * block;
      double value = expected.applyAsDouble(IntStream.range(from, from + 100).toArray());
      assertThat(table.times()[block]).isCloseTo(2000.045 + 0.01 * block, within(1e-6));
      assertThat(table.column("emission")[block]).isCloseTo(value, within(1e-6 * Math.abs(value) + 1e-6));
      // Rows of a millisecond, 10 in a block; the first of them is that of 2000.04 s.
      assertThat(table.column("friction")[block]).isCloseTo((1.5 + 0.001 * (40 + 10 * block + 4.5)) / 2.5, within(1e-8));
    }
  }

  @Test
  void aPartNeedsOnlyItsOwnFiles() throws IOException {
    Files.delete(folder.resolve("WF_1.ac"));
    assertThat(reduce(part(50, 2000.3, 2000.6))).contains("2 acoustic files", "15 rows from 2000.3 to 2000.6 s");
    refused(part(50, 2000.2, 2000.6), "WF_1.ac: no such file, and it holds 2000.0312 to 2000.23");
    refused(part(50, 1999, 2000.6), "1999.0 s lies outside the acoustic files, which go from 2000.0312 to 2000.63");
    refused(part(2000, 2000.3, 2000.6), "p0000_data.txt: no row from 2000.30", "lower --rate");
    refused(part(20_000, 2000.3, 2000.6), "blocks of 5.0E-5 s; choose a lower rate");
  }

  @Test
  void whatWasStoppedGoesOnToTheSameBytes() throws IOException {
    reduce(reduction(true, Value.RMS));
    byte[] whole = Files.readAllBytes(out);
    Files.delete(out);
    // Stopped at its end: a folder is in the way of the result.
    Files.createFile(Files.createDirectory(out).resolve("in the way"));
    assertThatThrownBy(() -> reduce(reduction(true, Value.RMS))).isInstanceOf(FaultslipException.class);
    Path parts = folder.resolve(".reduced.csv.parts");
    assertThat(parts.toFile().list()).hasSize(3);
    Files.delete(out.resolve("in the way"));
    Files.delete(out);
    Files.delete(Arrays.stream(parts.toFile().listFiles()).filter(file -> file.getName().startsWith("2-")).findFirst().orElseThrow().toPath());
    // What has been read of the first is not read again, so that nobody notices other bytes.
    Path first = folder.resolve("WF_1.ac");
    FileTime time = Files.getLastModifiedTime(first);
    byte[] bytes = Files.readAllBytes(first);
    Files.write(first, new byte[bytes.length]);
    Files.setLastModifiedTime(first, time);
    reduce(reduction(true, Value.RMS));
    assertThat(out).hasBinaryContent(whole);
    assertThat(parts).doesNotExist();
    // Of a file with another time all is read again.
    Files.write(first, bytes);
    reduce(reduction(true, Value.RMS));
    assertThat(out).hasBinaryContent(whole);
  }

  @Test
  void stopsWhenInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> reduce(reduction(true, Value.RMS))).isInstanceOf(InterruptedWorkException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(out).doesNotExist();
    reduce(reduction(true, Value.RMS));
    assertThat(out).exists();
  }

  @Test
  void refusesAcousticFilesCutShortOrOddBeforeAnyIsRead() throws IOException {
    Path last = folder.resolve("WF_3.ac");
    byte[] bytes = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(bytes, bytes.length - 1));
    refused("WF_3.ac: 7999 bytes, but 4 superframes of 2 channels of 500 samples are 8000; copy the file again");
    Files.write(last, Arrays.copyOf(bytes, bytes.length + 2));
    refused("WF_3.ac: 8002 bytes");
    Files.delete(last);
    refused("WF_3.ac: no such file");
    assertThat(folder.resolve(".reduced.csv.parts")).doesNotExist();
  }

  @Test
  void refusesMatFilesThatDoNotFit() throws IOException {
    settings(7, ACQUISITIONS, SAMPLES).write(settings);
    refused("settings.mat: numFrames is 7, an odd number");
    settings(10, 7, SAMPLES).write(settings);
    refused("sync.mat: acTime has 60 times, and ", "settings.mat says 35 waveforms a file");
    settings(2 * SUPERFRAMES, ACQUISITIONS, 50).write(settings);
    refused("ts_adjusted is 100.0 µs, but acTime and the 50 samples of a waveform", "200.0 µs");
    new MatBytes().with("numFrames", 8).with("numAcqs", 0.5).write(settings);
    refused("settings.mat: numAcqs is 0.5; a whole number from 1 on belongs there");
    new MatBytes().with("numFrames", 8).write(settings);
    refused("settings.mat: no variable 'numAcqs' of numbers");
    byte[] bytes = Files.readAllBytes(sync);
    settings(2 * SUPERFRAMES, ACQUISITIONS, SAMPLES).write(settings);
    double[] reordered = times.clone();
    reordered[30] = times[29];
    sync(reordered, 100).write(sync);
    refused("sync.mat: acTime(30) is ", "and acTime(31) ", "times must increase");
    Files.write(sync, Arrays.copyOf(bytes, bytes.length / 2));
    refused("sync.mat: cannot be read as a MAT file");
    Files.writeString(sync, "acTime");
    refused("sync.mat: cannot be read as a MAT file");
    Files.delete(sync);
    refused("sync.mat: no such file");
  }

  @Test
  void refusesGapsBetweenFiles() throws IOException {
    double[] late = times.clone();
    for (int i = 40; i < late.length; i++) {
      late[i] += 0.025;
    }
    sync(late, 104).write(sync);
    // 5900 samples over 0.615 s; the second file ends at 2000.4397 s, the third begins at 2000.4563 s.
    refused("0 of 95 samples from 2000.44 to 2000.45 s, between two files; choose a part without that gap");
  }

  @Test
  void refusesMechanicalRecordsCutShortOrOutOfOrder() throws IOException {
    List<String> rows = Files.readAllLines(mechanical);
    mechanical(rows, 100, "95 9.5 1.595 0 2.5");
    refused("p0000_data.txt:101: 5 columns, where 6 belong");
    mechanical(rows, 100, "95 9.5 1.595 0 2.5 2000.05");
    refused("p0000_data.txt:101: time 2000.05 s follows 2000.094 s; times must increase");
    mechanical(rows, 100, "95 9.5 x 0 2.5 2000.095");
    refused("p0000_data.txt:101, column 3 (shear stress): 'x' is not a finite number");
    mechanical(rows, 100, "95 9.5 1.595 0 0 2000.095");
    refused("p0000_data.txt:101: normal stress 0.0 MPa; choose a part under load");
    Files.write(mechanical, rows.subList(1, rows.size()));
    refused("p0000_data.txt:5: ", "where one of 5 lines of header belongs");
    Files.write(mechanical, rows.subList(0, 400));
    refused("p0000_data.txt: no row from 2000.4 to 2000.41 s");
    Files.delete(mechanical);
    refused("p0000_data.txt: no such file");
  }

  private void mechanical(List<String> rows, int index, String row) throws IOException {
    List<String> changed = new ArrayList<>(rows);
    changed.set(index, row);
    Files.write(mechanical, changed);
  }

  private void refused(String... parts) {
    refused(reduction(true, Value.RMS), parts);
  }

  private void refused(Reduction reduction, String... parts) {
    assertThatThrownBy(() -> reduce(reduction)).isInstanceOf(DataException.class).hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
  }
}
