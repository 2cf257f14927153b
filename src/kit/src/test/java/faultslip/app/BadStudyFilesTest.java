package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.data.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is wrong with a study file is one line, which says where and what to do, before anything is fetched or
 * trained.
 */
class BadStudyFilesTest {
  private static final String SOUND = """
      study: my-fault
      recordings:
        simulation:
          title: granular gouge
          resource: synthetic-simulation
          recorded: {rate: 120 Hz, duration: 1200 s}
          time: {column: time, unit: s}
          emission: {columns: [emission], logarithm: true}
          fault: {column: friction}
        mine:
          title: my fault
          path: mine.csv
          time: {column: time, unit: s}
          emission: {columns: [ae], name: AE variance, logarithm: true}
          fault: {column: shear, unit: MPa, over: 5 MPa, name: friction}
          instrument: {rate: 10 Hz}
          failures: {slope: -0.05 /s, apart: 3 s}
      simulations:
        granular:
          recording: simulation
          rates: [60 Hz, 40 Hz]
      laboratory: mine
      method:
        windows:
          length: 2 s
          laboratory: {training: 0.4 s}
        images:
          transfer: {largestScale: 8 s}
          laboratory: {largestScale: 8 s}
        networks:
          laboratory: {kind: ced}
      """;

  @TempDir private static Path shared;
  @TempDir private Path folder;
  private List<String> dataBefore;

  /**
   * What makes a sound file a bad one.
   *
   * @param name of the kind
   * @param edits what is replaced, and by what
   * @param line a text that the line named holds; "text#2" for the second such line
   * @param parts of the message: key, value, remedy
   */
  private record Bad(String name, Map<String, String> edits, String line, List<String> parts) {
    Bad and(String replaced, String by) {
      Map<String, String> more = new LinkedHashMap<>(edits);
      more.put(replaced, by);
      return new Bad(name, more, line, parts);
    }

    Path write(Path study) throws IOException {
      String text = SOUND;
      for (Map.Entry<String, String> edit : edits.entrySet()) {
        assertThat(text).contains(edit.getKey());
        text = text.replace(edit.getKey(), edit.getValue());
      }
      return Files.writeString(study, text);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Bad bad(String name, String replaced, String by, String line, String... parts) {
    return new Bad(name, Map.of(replaced, by), line, List.of(parts));
  }

  static Stream<Bad> bad() {
    return Stream.of(
        bad("unknown key", "laboratory: mine", "labratory: mine", "labratory",
            "'labratory' is unknown; there are study, title"),
        bad("missing key", "laboratory: mine\n", "", "study: my-fault", "'laboratory' is missing; give it"),
        bad("unknown key of a recording", "title: my fault", "titel: my fault", "titel",
            "'recordings.mine.titel' is unknown; there are like, title"),
        bad("recording without a title", "    title: my fault\n", "", "  mine:",
            "'recordings.mine.title' is missing; give it"),
        bad("unknown setting", "length: 2 s", "lenght: 2 s", "lenght",
            "'method.windows.lenght' is unknown; there are length"),
        bad("unknown setting below the schema's", "{training: 0.4 s}", "{trainig: 0.4 s}", "trainig",
            "'method.windows.laboratory.trainig': unknown setting", "there are training, validation"),
        bad("missing column of emission", "[ae]", "[acoustic]", "acoustic",
            "'recordings.mine.emission.columns.0' is 'acoustic', which is no column of the file; there are time, "
                + "ae, shear, normal"),
        bad("missing column of time", "mine.csv\n    time: {column: time", "mine.csv\n    time: {column: Time",
            "column: Time",
            "'recordings.mine.time.column' is 'Time'", "there are time, ae"),
        bad("missing column to divide by", "over: 5 MPa", "over: load", "load",
            "'recordings.mine.fault.over' is 'load'", "there are time, ae"),
        bad("window longer than the segment", "length: 2 s", "length: 70 s", "length: 70 s",
            "'method.windows.length' is 70 s, 704 samples", "'my fault' (20 % of 300.0 s at 10.0 Hz) has 600; give "
                + "shorter windows"),
        bad("window longer than the simulation's segment", "duration: 1200 s", "duration: 1 s", "length: 2 s",
            "'method.windows.length' is 2 s, 16 samples", "'granular gouge'",
                "give shorter windows or a longer recording"),
        bad("rate above the recording's", "instrument: {rate: 10 Hz}", "instrument: {rate: 100 Hz}", "100 Hz",
            "'recordings.mine.instrument.rate' cannot be used: 100 Hz is not a whole part of the recording's 50 Hz; choose 1/1"),
        bad("rate of a simulation above the recording's", "[60 Hz, 40 Hz]", "[60 Hz, 240 Hz]", "240 Hz",
            "'simulations.granular.rates.1' cannot be used: 240 Hz is not a whole part of the recording's 120 Hz; choose"),
        bad("rate that is no whole part", "instrument: {rate: 10 Hz}", "instrument: {rate: 20 Hz}", "20 Hz}",
            "'recordings.mine.instrument.rate' cannot be used: 20 Hz is not a whole part of the recording's 50 Hz; choose "
                + "1/1, 1/2"),
        bad("reference that is no rate", "[60 Hz, 40 Hz]", "[60 Hz, 40 Hz]\n    reference: 30 Hz", "reference",
            "'simulations.granular.reference' is 30 Hz, which is none of the rates", "choose one of them"),
        bad("scale below a sample", "transfer: {largestScale: 8 s}",
            "transfer: {smallestScale: 0.001 s, largestScale: 8 s}", "0.001 s",
            "'method.images.transfer.smallestScale' is 0.001 s, 0.01 samples at 10.0 Hz; give"),
        bad("scales the wrong way round", "transfer: {largestScale: 8 s}",
            "transfer: {smallestScale: 9 s, largestScale: 8 s}", "9 s",
            "'method.images.transfer' cannot be used", "90", "80"),
        bad("windows below a tenth of a cycle", "length: 2 s", "length: 0.53 s", "0.53 s",
            "'method.windows.length' is 0.53 s: windows of 32 samples hold 0.06 of a cycle of 500 samples; let them "
                + "hold 0.1 or more")
            .and("instrument: {rate: 10 Hz}", "instrument: {rate: 50 Hz}"),
        bad("scales that end below a cycle", "laboratory: {largestScale: 8 s}", "laboratory: {largestScale: 1 s}",
            "1 s}",
            "'method.images.laboratory.largestScale' is 1 s: scales end at a period of 40 samples, which is 0.40 of "
                + "a cycle of 100 samples; give"),
        bad("two recordings of one name", "  mine:\n", "  simulation:\n", "  simulation:#2",
            "'recordings.simulation' stands twice, in lines 3 and 10; give"),
        bad("two recordings of one title", "title: my fault", "title: granular gouge", "title: granular gouge#2",
            "'recordings.mine.title' is 'granular gouge', as that of recording 'simulation'", "give another"),
        bad("wrong unit of a stress", "over: 5 MPa", "over: 50 bar", "50 bar",
            "'recordings.mine.fault.over' is '50 bar', but column 'shear' is in 'MPa'; give it in the column's unit"),
        bad("hertz where seconds are wanted", "length: 2 s", "length: 2 Hz", "2 Hz",
            "'method.windows.length' cannot be used: '2 Hz' has the unit 'Hz'; give it in s"),
        bad("seconds where hertz are wanted", "instrument: {rate: 10 Hz}", "instrument: {rate: 0.1 s}", "0.1 s",
            "'recordings.mine.instrument.rate' is '0.1 s'; give a positive number of Hz, kHz or MHz"),
        bad("no unit", "length: 2 s", "length: 64", "length: 64",
            "'method.windows.length' is 64; give a number with its unit"),
        bad("no unit below the schema's", "{training: 0.4 s}", "{training: 4}", "training: 4",
            "'method.windows.laboratory.training'", "4 is not a number with a unit; write for instance '6.4 s'"),
        bad("wrong unit of time", "mine.csv\n    time: {column: time, unit: s}",
            "mine.csv\n    time: {column: time, unit: day}", "day",
            "'recordings.mine.time.unit' is 'day'; give one of s, ms, us, min"),
        bad("like in a circle", "  mine:\n", "  a: {like: b}\n  b: {like: a}\n  mine:\n", "  a: {",
            "'recordings.a.like' goes round in a circle", "say of one of them"),
        bad("like of nothing", "  mine:\n", "  a: {like: p4677}\n  mine:\n", "  a: {",
            "'recordings.a.like' is 'p4677', which is no recording here; there are simulation, a, mine"),
        bad("laboratory that is no recording", "laboratory: mine", "laboratory: min", "laboratory: min",
            "'laboratory' is 'min', which is no recording here; there are simulation, mine"),
        bad("simulation of no recording", "recording: simulation", "recording: fdem", "recording: fdem",
            "'simulations.granular.recording' is 'fdem'", "there are simulation, mine"),
        bad("fault beside that is no recording", "recording: simulation", "recording: simulation\n    beside: [fdem]",
            "beside", "'simulations.granular.beside.0' is 'fdem'", "there are simulation, mine"),
        bad("other that is no recording", "laboratory: mine\n", "laboratory: mine\nothers: {recordings: [another]}\n",
            "others",
            "'others.recordings.0' is 'another'", "there are simulation, mine"),
        bad("resource not in the manifest", "synthetic-simulation", "syntetic", "syntetic",
            "'recordings.simulation.resource' cannot be used: No data 'syntetic'", "the manifest lists 'fdem-dx'"),
        bad("path that is not there", "mine.csv", "yours.csv", "yours.csv",
            "'recordings.mine.path' is 'yours.csv', which is not there", "relative to the study's file"),
        bad("path that is a folder", "mine.csv", "data", "path: data", "'recordings.mine.path' is 'data', a folder"),
        bad("neither path nor resource", "    path: mine.csv\n", "", "  mine:",
            "'recordings.mine' has neither a path nor a resource; give"),
        bad("resource of which nothing is known", "    recorded: {rate: 120 Hz, duration: 1200 s}\n", "",
            "  simulation:",
            "'recordings.simulation.recorded' is missing; say rate and duration"),
        bad("end before the beginning", "    path: mine.csv\n", "    path: mine.csv\n    from: 200 s\n    to: 100 s\n",
            "to: 100 s",
            "'recordings.mine.to' is 100 s, not after 'from', 200 s; the part must end after it starts"),
        bad("part outside the recording", "    path: mine.csv\n", "    path: mine.csv\n    to: 400 s\n", "  mine:",
            "'recordings.mine' cannot be read", "400.0 s lies outside the recording, which goes from 0.0 to 299.98 "
                + "s; choose a time inside"),
        bad("channels without a way to combine them", "[ae]", "[ae, normal]", "[ae, normal]",
            "'recordings.mine.emission.columns' has 2 channels; say how"),
        bad("unknown format", "path: mine.csv", "path: mine.csv\n    format: tdms", "tdms",
            "'recordings.mine.format' cannot be used: There is no format of recordings 'tdms'; give one of csv, fdem"),
        bad("unknown option of a format", "path: mine.csv", "path: mine.csv\n    options: {skip: 3}", "skip",
            "'recordings.mine.options.skip' is unknown; format csv has separator, decimal, header, missing"),
        bad("unknown wavelet", "transfer: {largestScale", "transfer: {wavelet: haar, largestScale", "haar",
            "'method.images.transfer.wavelet'", "There is no wavelet 'haar'; give one of ", "dog, morlet, paul"),
        bad("unknown network", "{kind: ced}", "{kind: transformer}", "transformer", "'method.networks.laboratory'",
            "transformer", "ced"),
        bad("negative windows", "length: 2 s", "length: -2 s", "-2 s",
            "'method.windows.length' is -2 s; give a positive number"),
        bad("no step", "{training: 0.4 s}", "{training: 0 s}", "training: 0 s",
            "'method.windows.laboratory.training' is 0 s; give a positive number"),
        bad("no rate", "instrument: {rate: 10 Hz}", "instrument: {rate: 0 Hz}", "rate: 0 Hz",
            "'recordings.mine.instrument.rate' is '0 Hz'; give a positive number of Hz"),
        bad("failures that rise", "slope: -0.05 /s", "slope: 0.05 /s", "slope: 0.05",
            "'recordings.mine.failures.slope' is '0.05 /s'; give a negative number per second"),
        bad("failures of no interval", "apart: 3 s", "apart: -3 s", "-3 s",
            "'recordings.mine.failures.apart' is '-3 s'; give 0 s or more"),
        bad("cycles of a fault whose failures are not known", "length: 2 s", "length: 0.5 cycles", "0.5 cycles",
            "'method.windows.length' is '0.5 cycles' of a fault whose cycles are not known; give it in seconds, or "
                + "say what a failure is")
            .and("    failures: {slope: -0.05 /s, apart: 3 s}\n", ""),
        bad("no average", "instrument: {rate: 10 Hz}", "instrument: {rate: 10 Hz, average: 0 s}", "average: 0 s",
            "'recordings.mine.instrument.average' is '0 s'; give a positive number of s"),
        bad("duration without a unit", "duration: 1200 s", "duration: '1200'", "duration: '1200'",
            "'recordings.simulation.recorded.duration' is '1200'; give a positive number of s, ms, us, min or h"),
        bad("part that begins before the recording", "    path: mine.csv\n", "    path: mine.csv\n    from: -1 s\n",
            "from: -1 s", "'recordings.mine.from' is '-1 s'; give 0 s or more"),
        bad("format whose files are several", "path: mine.csv", "path: mine.csv\n    format: fdem", "path: mine.csv",
            "'recordings.mine.path' is of [file]; a recording of format fdem has resources [Dx, Dy"),
        bad("negative stress", "over: 5 MPa", "over: -5 MPa", "-5 MPa",
            "'recordings.mine.fault.over' is -5 MPa; give a positive number"),
        bad("average longer than the recording", "instrument: {rate: 10 Hz}",
            "instrument: {rate: 10 Hz, average: 1000 s}", "1000 s",
            "'recordings.mine.instrument' cannot be used", "50000 samples", "give a shorter average"),
        bad("splits beyond the whole", "method:\n", "method:\n  splits: {laboratory: {train: 90}}\n", "train: 90",
            "'method.splits.laboratory", "90 / 20 / 60"),
        bad("name with blanks", "study: my-fault", "study: My fault", "study: My fault", "'study' is 'My fault'"),
        bad("a list for a group", "method:\n  windows:\n    length: 2 s\n    laboratory: {training: 0.4 s}\n",
            "method:\n  windows: [2 s]\n", "windows: [2 s]",
            "'method.windows' is [\"2 s\"]; give a group of keys"),
        bad("nothing for a group", "simulations:\n  granular:\n    recording: simulation\n    rates: [60 Hz, 40 Hz]\n",
            "simulations:\n", "simulations:",
            "'simulations' is null; give a group of keys: simulations by name"),
        bad("not YAML", "title: my fault", "title: my: fault", "my: fault", "not YAML", "quote texts"),
        bad("tabulators", "    path: mine.csv", "\t\tpath: mine.csv", "\t\tpath",
            "not YAML (found character '\\t(TAB)' that cannot start any token", "indent with blanks"),
        bad("a list for a study", SOUND, "- one\n- two\n", "- one", "no keys in it", "./faultslip study new"),
        bad("empty", SOUND, "", "", "nothing in it; ./faultslip study new"),
        bad("comments alone", SOUND, "# nothing yet\n", "# nothing", "nothing in it; ./faultslip study new"));
  }

  @BeforeAll
  static void writeRecording() throws IOException {
    OwnFault.write(shared.resolve("mine.csv"), 300);
  }

  @BeforeEach
  void prepare() throws IOException {
    Files.copy(shared.resolve("mine.csv"), folder.resolve("mine.csv"));
    Files.createDirectory(folder.resolve("data"));
    dataBefore = dataFiles();
  }

  @AfterEach
  void nothingHasBeenFetched() {
    assertThat(dataFiles()).isEqualTo(dataBefore);
  }

  private static List<String> dataFiles() {
    Path root = DataFolder.standard().root();
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(Path::toString).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theFileThatTheyDifferFromIsSound() throws IOException {
    CommandLineRun run = CommandLineRun.of("study", "check", Files.writeString(folder.resolve("study.yaml"), SOUND)
        .toString());
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("sound").contains("2 s = 16 samples");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isOneLine(Bad bad) throws IOException {
    Path study = bad.write(folder.resolve("study.yaml"));
    CommandLineRun run = CommandLineRun.of("study", "check", study.toString());
    assertThat(run.exitCode()).as(run.errors() + run.output()).isEqualTo(1);
    assertThat(run.errors().strip().lines()).hasSize(1);
    assertThat(run.errors()).startsWith("faultslip: " + study + ":" + lineOf(study, bad.line()) + ": ")
        .contains(bad.parts());
    // Names of classes tell a user nothing, unless they are told to write them into such a file.
    assertThat(run.errors().replaceAll("META-INF/services/\\S+", ""))
        .doesNotContain("Exception", "com.fasterxml", "faultslip.study", "Optional");
    assertThat(run.output()).isEmpty();
  }

  /** The same before a training: every tenth kind, for all go the same way. */
  @Test
  void nothingIsFetchedOrTrained() throws IOException {
    List<Bad> all = bad().toList();
    for (int i = 0; i < all.size(); i += 10) {
      Path study = all.get(i).write(folder.resolve("study.yaml"));
      CommandLineRun run = CommandLineRun.of("reproduce", "--quick", "--study", study.toString(), "--out", folder
          .resolve("out").toString());
      assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
      assertThat(run.errors()).startsWith("faultslip: " + study + ":").contains(all.get(i).parts());
      assertThat(run.errors().strip().lines()).hasSize(1);
      assertThat(folder.resolve("out")).doesNotExist();
    }
  }

  @Test
  void settingsOfTheCommandLineAreHeldAgainstTheRecordingToo() throws IOException {
    Path study = Files.writeString(folder.resolve("study.yaml"), SOUND);
    for (String command : List.of("reproduce", "train", "fetch")) {
      CommandLineRun run = CommandLineRun.of(command, "--study", study.toString(), "--set", "windows.length=70 s");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.errors()).startsWith("faultslip: Setting 'windows.length' is 70 s, 704 samples")
          .contains("give shorter windows");
    }
  }

  @Test
  void fileThatIsNone() throws IOException {
    refused(folder, "a folder, not a study file");
    refused(folder.resolve("none.yaml"), "there is no such file; ./faultslip study new");
    refused(Files.write(folder.resolve("latin.yaml"), "title: Grünberg\n".getBytes(StandardCharsets.ISO_8859_1)),
        "not a text in UTF-8");
    refused(Files.write(folder.resolve("binary.yaml"), new byte[] {'a', ':', ' ', 0, 1, 2}), "not YAML");
    refused(Files.write(folder.resolve("large.yaml"), new byte[2_000_000]), "too many for a study file");
  }

  private static void refused(Path study, String what) {
    CommandLineRun run = CommandLineRun.of("study", "check", study.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors().strip().lines()).hasSize(1);
    assertThat(run.errors()).startsWith("faultslip: " + study).contains(what);
  }

  /** In a process of its own, which can be told its data folder. */
  @Test
  void dataFolderStaysEmpty() throws IOException, InterruptedException {
    Path study = Files.writeString(folder.resolve("study.yaml"), SOUND.replace("[ae]", "[acoustic]"));
    Path data = folder.resolve("data");
    ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx200m",
        "-cp", System.getProperty("java.class.path"), Main.class.getName(), "reproduce", "--study", study.toString(),
            "--out",
        folder.resolve("out").toString());
    builder.environment().put("FAULTSLIP_DATA", data.toString());
    builder.environment().put("FAULTSLIP_MODELS", folder.resolve("models").toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(1);
    assertThat(said.strip().lines()).hasSize(1);
    assertThat(data).isEmptyDirectory();
    assertThat(folder.resolve("models")).doesNotExist();
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Number of the line that holds a text; "text#2" is its second line of that kind. */
  private static int lineOf(Path study, String text) throws IOException {
    String[] wanted = text.split("#(?=\\d)", -1);
    int left = wanted.length == 2 ? Integer.parseInt(wanted[1]) : 1;
    List<String> lines = Files.readAllLines(study);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(wanted[0]) && --left == 0) {
        return i + 1;
      }
    }
    assertThat(lines).as("no line with " + text).isEmpty();
    return 1;
  }
}
