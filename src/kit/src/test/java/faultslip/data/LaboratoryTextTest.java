package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.data.RecordingFormat.Request;
import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.testing.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** CSV and its relatives, as laboratories have them. */
class LaboratoryTextTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("own.csv");
  }

  private TimedColumns read(double secondsPerUnit, Map<String, String> options) {
    return new RecordingCsv().read(new Request(Map.of("file", file), "t", secondsPerUnit, List.of("ae", "mu"),
        options));
  }

  private TimedColumns read() {
    return read(1, Map.of());
  }

  private TimedColumns read(String text) throws IOException {
    Files.writeString(file, text);
    return read();
  }

  private void refuses(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class).hasMessageStartingWith(file.toString())
        .hasMessageContaining(message).hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s,V^2,-", "[ms],(a.u.),[1]", "s,mV²/Hz,%", "1/s,V*s^-1,MPa", "min,counts,"})
  void unitsBelowTheNamesAreNoNames(String units) throws IOException {
    Files.writeString(file, "time,variance,mu\n" + units + "\n0,1,2\n1,2,1\n2,1,2\n");
    assertThat(new RecordingCsv().columns(Map.of("file", file), Map.of())).contains(List.of("time", "variance", "mu"));
  }

  /** Every combination of separator, decimal mark, encoding and compression is the same numbers. */
  @Test
  void everyFormGivesTheSameNumbers() throws IOException {
    Random random = new Random(3);
    double[][] rows = IntStream.range(0, 30).mapToObj(i -> new double[] {i / 8.0, (random.nextInt(2000) - 1000) / 1000.0,
        random.nextInt(1000) / 100.0}).toArray(double[][]::new);
    int read = 0;
    for (char separator : new char[] {',', ';', '\t', '|', ' '}) {
      for (char mark : new char[] {'.', ','}) {
        for (boolean quoted : separator == mark ? new boolean[] {true} : new boolean[] {true, false}) {
          String text = text(rows, separator, mark, quoted);
          for (byte[] bytes : encoded(text)) {
            for (byte[] packed : packed(bytes)) {
              Files.write(file, packed);
              TimedColumns table = read();
              String how = "'%s' '%s' quoted %s: %s".formatted(separator, mark, quoted, table.form());
              for (int i = 0; i < rows.length; i++) {
                assertThat(new double[] {table.times()[i], table.columns().get("ae")[i], table.columns().get("mu")[i]})
                    .as(how).containsExactly(rows[i]);
              }
              assertThat(table.form()).isEqualTo((separator == '\t' ? "tab" : separator == ' ' ? "blank"
                  : String.valueOf(separator)) + " separated, decimal " + (mark == ',' ? "comma" : "point"));
              read++;
            }
          }
        }
      }
    }
    assertThat(read).isEqualTo(19 * 5 * 4);
  }

  private static String text(double[][] rows, char separator, char mark, boolean quoted) {
    String quote = quoted ? "\"" : "";
    return Stream.concat(Stream.of("t" + separator + "Größe_µ" + separator + "ae" + separator + "mu"),
        Stream.of(rows).map(row -> IntStream.of(0, 0, 1, 2).mapToObj(i -> quote
            + String.format(Locale.ROOT, "%.3f", row[i]).replace('.', mark) + quote)
            .collect(Collectors.joining(String.valueOf(separator)))))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static List<byte[]> encoded(String text) {
    return List.of(text.getBytes(StandardCharsets.UTF_8), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
        ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE), text.getBytes(StandardCharsets.UTF_16),
        text.getBytes(Charset.forName("windows-1252")));
  }

  private static List<byte[]> packed(byte[] bytes) throws IOException {
    List<byte[]> all = new ArrayList<>(List.of(bytes));
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream stream = new GZIPOutputStream(gzip)) {
      stream.write(bytes);
    }
    ByteArrayOutputStream xz = new ByteArrayOutputStream();
    try (OutputStream stream = new XZOutputStream(xz, new LZMA2Options(0))) {
      stream.write(bytes);
    }
    all.addAll(List.of(gzip.toByteArray(), xz.toByteArray(), zip("own.txt", bytes)));
    return all;
  }

  private static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream stream = new ZipOutputStream(zip)) {
      stream.putNextEntry(new ZipEntry(name));
      stream.write(bytes);
    }
    return zip.toByteArray();
  }

  @Test
  void takesLinesAboveTheValues() throws IOException {
    String values = "0;1,5;0,6\n0,1;2;0,61\n0,2;3;0,62\n";
    for (String above : List.of("t;ae;mu\n", "sep=;\nt;ae;mu\n", "t;ae;mu\ns;V;-\n", "t;ae;mu;\n[s];[V];[];\n",
        "Operator: \"x\nRate;10;Hz\n\nt;ae;mu\n", "# from the rig, 10 Hz\n# t;ae;mu\n", "% t;ae;mu\n",
        "t; \"ae\" ;mu\n# run 2\n", "\n\n t ;ae; mu \n")) {
      TimedColumns table = read(above + values);
      assertThat(table.times()).as(above).containsExactly(0, 0.1, 0.2);
      assertThat(table.column("ae")).containsExactly(1.5, 2, 3);
      assertThat(table.column("mu")).containsExactly(0.6, 0.61, 0.62);
      assertThat(new RecordingCsv().columns(Map.of("file", file), Map.of()).orElseThrow()).as(above)
          .containsExactly("t", "ae", "mu");
    }
  }

  @Test
  void takesFewRowsBlanksBesideQuotesAndSeparatorsAtTheEnd() throws IOException {
    assertThat(read("t;ae;mu\n0,1;0,35;1\n0,2;0,5;2\n").column("ae")).containsExactly(0.35, 0.5);
    assertThat(read("t, ae, mu\n0, \"1.5\", 2\n1, \"2.5\", 3\n").column("ae")).containsExactly(1.5, 2.5);
    assertThat(read("t,ae,mu\n0,1.5,2,\n1,2.5,3,\n").column("mu")).containsExactly(2, 3);
    assertThat(read("t,ae,mu,\n0,1.5,2,\n1,2.5,3,\n").column("mu")).containsExactly(2, 3);
    assertThat(read("  t   ae  mu\n  0  1.5   2\n 10  2.5   3\n").times()).containsExactly(0, 10);
    assertThat(read("t,note,ae,mu\n0,\"a; b\",1.5,2\n1,,2.5,3\n").column("ae")).containsExactly(1.5, 2.5);
  }

  @Test
  void aFormMayBeNamed() throws IOException {
    Files.writeString(file, "0:1,5:2\n1:2,5:3\n");
    TimedColumns table = new RecordingCsv().read(new Request(Map.of("file", file), "1", 1, List.of("2", "3"),
        Map.of("separator", ":", "decimal", "comma", "header", "none")));
    assertThat(table.column("2")).containsExactly(1.5, 2.5);
    for (String option : List.of("separator", "decimal", "header")) {
      assertThatThrownBy(() -> read(1, Map.of(option, "often"))).isInstanceOf(DataException.class)
          .hasMessageStartingWith("Option " + option + " is 'often'; give ");
    }
  }

  @Test
  void leavesRowsOutWhoseValueIsMissing() throws IOException {
    String text = "t,ae,mu\n0,1,2\n1,-999,3\n2,2,-999.0\n3,3,4\n";
    refuses(text, ":3, column 'ae': -999 stands there, 1 times in all, where the lowest other value is 1.0; say what "
        + "stands for a missing value: missing: -999, or missing: none if it is one "
        + "(--option missing=-999).");
    TimedColumns table = read(1, Map.of("missing", "-999"));
    assertThat(table.times()).containsExactly(0, 3);
    assertThat(table.form()).isEqualTo(", separated, decimal point, 2 rows with a missing value left out");
    assertThat(read(1, Map.of("missing", "none")).column("ae")).containsExactly(1, -999, 2, 3);
    Files.writeString(file, "t,ae,mu\n0,1,2\n1,NaN,3\n2,,3\n3,3,4\n");
    assertThat(read(1, Map.of("missing", "NaN,")).times()).containsExactly(0, 3);
    assertThat(read("t,ae,mu\n0,-999,2\n1,-998,3\n2,-997,3\n").column("ae")).as("a value among others")
        .containsExactly(-999, -998, -997);
  }

  @Test
  void readsTimesInTheirUnitAndAsDates() throws IOException {
    Files.writeString(file, "t [ms],ae,mu\n0,1,2\n1,2,3\n");
    assertThatThrownBy(() -> new RecordingCsv().read(new Request(Map.of("file", file), "t [ms]", 1, List.of("ae"),
        Map.of()))).isInstanceOf(DataException.class).hasMessage(file
        + ":2, column 't [ms]': the file gives these times in ms, which is not what was asked for; say unit: ms "
        + "in a study file, or --unit ms.");
    Files.writeString(file, "t,ae,mu\nµs,,\n0,1,2\n250,2,3\n");
    assertThat(read(1e-6, Map.of()).times()).containsExactly(0, 0.00025);
    for (String day : List.of("2026-03-29T", "2026-03-29 ", "")) {
      TimedColumns dated = read("t;ae;mu\n" + day + "12:00:00.5;1;2\n" + day + "12:00:00,625;2;3\n" + day
          + "12:01:00;2;3\n");
      assertThat(dated.times()).containsExactly(0, 0.125, 59.5);
      assertThat(dated.form()).isEqualTo("; separated, decimal point, times since " + day + "12:00:00.5");
    }
    assertThat(read("t,ae,mu\n2026-03-29T12:00:00Z,1,2\n2026-03-29T14:00:01+02:00,2,3\n").times())
        .containsExactly(0, 1);
    // Seconds since 1970: a double holds a quarter of a microsecond there.
    TimedColumns epoch = read("t,ae,mu\n" + IntStream.range(0, 500)
        .mapToObj(i -> String.format(Locale.ROOT, "%d.%04d,%d,%d", 1774785600 + i / 10000, i % 10000, i % 7, i % 5))
        .collect(Collectors.joining("\n")) + "\n");
    RegularSampling sampling = epoch.sampling("t");
    assertThat(sampling.clock().interval()).isCloseTo(1e-4, within(1e-9));
    assertThat(sampling.apply(epoch.column("ae"))).containsExactly(epoch.column("ae"));
  }

  @Test
  void refusesWhatIsNoTextOfColumnsAndSaysWhy() throws IOException {
    Files.write(file, zip("[Content_Types].xml", new byte[] {1}));
    assertThatThrownBy(this::read).hasMessage(file + ": not a text but a workbook of a spreadsheet (.xlsx or .ods); "
        + "export the sheet as text (CSV).");
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(two)) {
      zip.putNextEntry(new ZipEntry("a.csv"));
      zip.putNextEntry(new ZipEntry("b.csv"));
    }
    Files.write(file, two.toByteArray());
    assertThatThrownBy(this::read).hasMessage(file + ": a zip of 2 files (a.csv, b.csv); pack the one recording "
        + "alone.");
    Files.write(file, new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
    assertThatThrownBy(this::read).hasMessageContaining("format: hdf5");
    Files.write(file, new byte[] {'t', ',', 0, 0, 0, 7, 'x', 'y'});
    assertThatThrownBy(this::read).hasMessageContaining("zero");
    byte[] gzip = packed(text(new double[][] {{0, 1, 2}, {1, 2, 3}}, ',', '.', false).getBytes(StandardCharsets.UTF_8))
        .get(1);
    Files.write(file, java.util.Arrays.copyOf(gzip, gzip.length - 12));
    assertThatThrownBy(this::read).hasMessageStartingWith(file + ": cannot be read (");
  }

  @Test
  void saysOnWhichLineAndWhatToDo() {
    refuses("t,ae,mu\n0,1e300,2\n1,2,3\n", ":2, column 'ae': 1.0E300 is no value that can have been recorded");
    refuses("t,ae,mu\n0,1,2\n1,2,-4e35\n", ":3, column 'mu': -4.0E35 is no value");
    refuses("t,ae,mu\n0,1,2\n\n1,\"2,3\n2,3,4\n", ":4: a quotation mark opens there and does not close");
    refuses("t,ae,mu\n0,1,2\n1,\"2\"3,3\n2,3,4\n", ":3: a quotation mark opens there and does not close");
    refuses("t,ae,mu\n0,1,0,2,0,3\n1,1,0,2,0,3\n", ":2: 6 fields, but the header names 3 columns; the line is too "
        + "long: fetch or export the file again, with semicolons between the values if commas are decimal marks.");
    refuses("t;ae;mu\n0;1.000,5;2\n1;2,5;3\n", ":2, column 'ae': '1.000,5");
    refuses("t,ae,mu\n0,1,2\n1,2,3\n1,2,3\n2,2,3\n2,2,3\n0,1,1\n1,1,1\n", ":4, column 't': 1.0 s follows 1.0 s; times "
        + "must increase: sort the lines or remove the repeated one (2 repeats at lines 4, 6, 1 reset at lines 7).");
    refuses("t,ae,mu\n0,1,2\n0,2,3\n1,2,3\n1,2,3\n1,2,3\n", "too few digits are written for this rate");
    refuses("t,ae,mu\n2026-02-30T12:00:00,1,2\n2026-03-01T12:00:00,1,2\n", ":2, column 't': '2026-02-30T12:00:00' is "
        + "no date");
    refuses("t,ae,mu\n0,1,2\n1,2,3", ":3: the last line has no line break");
  }

  @Test
  void readsHundredsOfThousandsOfRows() throws IOException {
    Files.writeString(file, "t;ae;mu\n" + IntStream.range(0, 300_000)
        .mapToObj(i -> String.format(Locale.ROOT, "%d,%03d;%d;0,%d\n", i / 1000, i % 1000, i % 17, 5 + i % 3))
        .collect(Collectors.joining()));
    TimedColumns table = read();
    assertThat(table.sampling("t").words())
        .isEqualTo("; separated, decimal comma, 300,000 rows at 1000 Hz");
    assertThat(table.column("ae")[299_999]).isEqualTo(299_999 % 17);
  }

  /** A real recording, rewritten as another laboratory would have it. */
  @Test
  void aRealRecordingIsTheSameInAnotherForm() throws IOException {
    Path real = Shared.data("public/newDF_TimeToFailure_from_3800_to_4100_WITHOUT_subwindows.csv");
    Request request = new Request(Map.of("file", real), "Time", 1, List.of("ShearStress", "Var_Ch1"), Map.of());
    TimedColumns known = new RecordingCsv().read(request);
    Files.write(file, ("\uFEFFsep=;\r\n" + Files.readString(real).replace(',', ';').replace('.', ','))
        .getBytes(StandardCharsets.UTF_16LE));
    TimedColumns other = new RecordingCsv().read(new Request(Map.of("file", file), "Time", 1,
        List.of("ShearStress", "Var_Ch1"), Map.of()));
    assertThat(other.times()).containsExactly(known.times());
    assertThat(other.column("ShearStress")).containsExactly(known.column("ShearStress"));
    assertThat(other.column("Var_Ch1")).containsExactly(known.column("Var_Ch1"));
  }
}
