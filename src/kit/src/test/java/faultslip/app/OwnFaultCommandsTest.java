package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.model.SmallModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of a fault of one's own to predictions: every command on the way. */
class OwnFaultCommandsTest {
  @TempDir Path folder;
  private Path recording;
  private Path model;
  private Path nowcast;

  @BeforeEach
  void write() throws IOException {
    recording = folder.resolve("a|b<i>.csv");
    OwnFault.write(recording, 300);
    model = folder.resolve("small.faultslip.zip");
    SmallModel.of(0).write(model);
    nowcast = folder.resolve("nowcast.faultslip.zip");
    SmallModel.of(48).write(nowcast);
  }

  private static CommandLineRun done(String... arguments) {
    CommandLineRun run = CommandLineRun.of(arguments);
    assertThat(run.exitCode()).as("%s: %s", List.of(arguments), run.errors()).isZero();
    return run;
  }

  @Test
  void inspectProposesAStudyThatIsSound() throws IOException {
    Path study = folder.resolve("mine.yaml");
    CommandLineRun run = done("inspect", recording.toString(), "--out", study.toString());
    assertThat(run.output()).contains("Columns: time, ae, shear, normal",
        "Emission: ae. Fault state: shear over normal.",
        "15,000 rows at 50 Hz", "Failures: 30, every 10.00 s", "Wrote " + study);
    assertThat(done("study", "check", study.toString()).output()).contains("laboratory: , separated", "sound",
        "Windows: 6.4 s = 64 samples");
    assertThat(CommandLineRun.of("inspect", recording.toString(), "--out", study.toString()).errors())
        .contains("is there already");
  }

  @Test
  void inspectSaysWhatItCannotTell() throws IOException {
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "a,b\n1,2\n2,3\n");
    assertThat(CommandLineRun.of("inspect", other.toString()).errors())
        .contains("which column is the time cannot be told");
    Files.writeString(other, "time,ae\n1,2\n2,3\n3,2\n");
    assertThat(done("inspect", other.toString()).output()).contains("Fault state: none", "nothing repeats itself");
  }

  @Test
  void predictsWithAFaultStateAndEvaluatesIt() throws IOException {
    Path out = folder.resolve("out");
    String[] columns = {"--emission", "ae", "--fault", "shear", "--over", "normal"};
    CommandLineRun run = done(with(columns, "predict", recording.toString(), "--model", model.toString(), "--out",
        out.toString()));
    assertThat(run.output()).contains("Model: small | <b>model</b>. Seen averages of 50 samples every 25, 2.000 Hz, 20 "
        + "samples a cycle of 10.00 s", "those of its fault state", "599 predictions", "Amplitude restored: MAPE");
    List<String> lines = Files.readAllLines(out.resolve("predictions.csv"));
    assertThat(lines.get(0)).isEqualTo("time,predicted,deviation,restored,fault");
    assertThat(lines).hasSize(600);
    assertThat(out.resolve("prediction.svg")).exists();
    // Restored: with the mean and deviation of the averaged fault state, by definition.
    double[][] rows = lines.stream().skip(1).map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble)
        .toArray()).toArray(double[][]::new);
    assertThat(mean(rows, 3)).isCloseTo(mean(rows, 4), within(1e-6));
    CommandLineRun evaluated = done(with(columns, "evaluate", recording.toString(), "--predictions",
        out.resolve("predictions.csv").toString(), "--average", "1"));
    // Against the recording as against the averages beside the predictions.
    assertThat(evaluated.output()).contains(run.output().lines()
        .filter(line -> line.startsWith("Amplitude restored")).findFirst().orElseThrow());
    assertThat(CommandLineRun.of(with(columns, "evaluate", recording.toString(), "--predictions",
        out.resolve("predictions.csv").toString(), "--average", "3")).errors())
            .contains("not at samples of a recording");
  }

  private static double mean(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
  }

  private static String[] with(String[] columns, String... command) {
    return Stream.concat(Arrays.stream(command), Arrays.stream(columns)).toArray(String[]::new);
  }

  @Test
  void predictsWithoutAFaultState() throws IOException {
    Path csv = folder.resolve("standardised.csv");
    String[] command = {"predict", recording.toString(), "--emission", "ae", "--recurrence", "10", "--model",
        model.toString(), "--out", csv.toString()};
    assertThat(done(command).output()).contains("predictions are standardised, of mean 0");
    assertThat(Files.readAllLines(csv).get(0)).isEqualTo("time,standardised,deviation,restored");
    assertThat(done(with(new String[] {"--mean", "0.5", "--deviation", "0.06"}, command)).output())
        .contains("mean 0.5000, deviation 0.0600, as given");
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).isEqualTo("time,predicted,deviation,restored");
    assertThat(lines.stream().skip(1).mapToDouble(line -> Double.parseDouble(line.split(",", -1)[3]))
        .average().orElseThrow())
        .isCloseTo(0.5, within(1e-6));
    assertThat(CommandLineRun.of(with(new String[] {"--mean", "0.5"}, command)).errors()).contains("go together");
    assertThat(CommandLineRun.of("predict", recording.toString(), "--model", "none.zip").errors())
        .contains("none.zip: no such file", "granular, granular-nowcast, p4581");
  }

  @Test
  void nowcastsGoOnWhereTheyWereStopped() throws IOException {
    Path whole = folder.resolve("whole.csv");
    String[] options = {"--emission", "ae", "--model", nowcast.toString(), "--listen", "100", "--recurrence", "10",
        "--mean", "0.5", "--deviation", "0.06", "--out"};
    done(with(new String[] {whole.toString()}, with(options, "nowcast", recording.toString())));
    List<String> all = Files.readAllLines(recording);
    Path growing = folder.resolve("growing.csv");
    Path parts = folder.resolve("parts.csv");
    for (int rows : new int[] {6_000, 9_001, all.size()}) {
      Files.write(growing, all.subList(0, rows));
      done(with(new String[] {parts.toString()}, with(options, "nowcast", growing.toString())));
    }
    assertThat(Files.readString(parts)).isEqualTo(Files.readString(whole));
    assertThat(Files.readAllLines(whole)).hasSizeGreaterThan(390);
    // It begins behind what was listened to.
    assertThat(Double.parseDouble(Files.readAllLines(whole).get(1).split(",", -1)[0])).isGreaterThan(100);
    assertThat(CommandLineRun.of(with(new String[] {folder.resolve("x.csv").toString()}, "nowcast",
        recording.toString(),
        "--emission", "ae", "--model", model.toString(), "--listen", "100", "--recurrence", "10", "--out")).errors())
        .contains("looks ahead");
  }

  @Test
  void crossTrainsAModelThatThenPredictsWithoutAFaultState() throws IOException {
    Path mine = folder.resolve("mine.faultslip.zip");
    String[] columns = {"--emission", "ae", "--fault", "shear", "--over", "normal"};
    CommandLineRun run = done(with(columns, "cross-train", recording.toString(), "--model", model.toString(), "--quick",
        "--out", mine.toString()));
    // Of 599 samples 40 % are learned from, and 60 % tested: three images of 8 scales of them, and what Java takes.
    assertThat(run.output()).contains("1 training of 30 steps in all, about a minute on 1 thread; up to 0.1 of",
        "a|b<i>.csv, its last 60 %, amplitude raw: MAPE", "Wrote " + mine);
    CommandLineRun predicted = done("predict", recording.toString(), "--emission", "ae", "--recurrence", "10", "--model",
        mine.toString(), "--as-learned", "--out", folder.resolve("mine").toString());
    assertThat(predicted.output()).contains("as the model learned", "20 samples a cycle");
    assertThat(Files.readAllLines(folder.resolve("mine/predictions.csv")).get(0)).contains("predicted");
    assertThat(done("model", "show", mine.toString()).output())
        .contains("cross-trained from: small \\| &lt;b&gt;model&lt;/b&gt;", "recording: a\\|b&lt;i&gt;.csv, sha256 ");
    Path part = folder.resolve("part.csv");
    Files.write(part, Files.readAllLines(recording).subList(0, 1500));
    assertThat(CommandLineRun.of(with(columns, "cross-train", part.toString(), "--model", model.toString(),
        "--recurrence", "10", "--out", mine.toString())).errors()).contains("give a longer recording");
  }

  @Test
  void showsAModel() {
    assertThat(done("model", "show", model.toString()).output()).startsWith("# small");
    assertThat(CommandLineRun.of("model", "import", recording.toString()).errors())
        .contains("cannot be read as a model");
  }
}
