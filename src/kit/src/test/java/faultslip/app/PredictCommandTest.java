package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code predict} says of a file, and refuses before it trains. */
class PredictCommandTest {
  @TempDir Path folder;

  @Test
  void saysInWhatFormTheFileIs() throws IOException {
    // Nothing can be written below a file: refused after the recording was read, before anything is fetched.
    Path out = Files.createFile(folder.resolve("file")).resolve("out");
    Path file = folder.resolve("a|b<i>.csv");
    Files.writeString(file, "t;ae;mu\n" + IntStream.rangeClosed(1, 600)
        .mapToObj(i -> String.format(Locale.GERMANY, "%.3f;%.3f;%.3f", i / 0.12, 1 + 0.1 * (i % 7), 0.6 + 0.01 * (i % 5)))
        .collect(Collectors.joining("\n")) + "\n", StandardCharsets.UTF_16);
    CommandLineRun run = CommandLineRun.of("predict", file.toString(), "--time", "t", "--emission", "ae", "--fault",
        "mu", "--unit", "ms", "--study", "synthetic", "--out", out.toString());
    assertThat(run.output()).isEqualTo("a|b<i>.csv: ; separated, decimal comma, 600 rows at 120 Hz\n");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).contains("cannot write into this folder").doesNotContain("a|b<i>.csv");
  }

  @Test
  void refusesAbsurdValuesInTheInput() throws IOException {
    Path file = folder.resolve("own.csv");
    Files.writeString(file, "time,emission,fault\n0,1e300,0.6\n1,2,0.5\n2,3,0.6\n");
    CommandLineRun run = CommandLineRun.of("predict", file.toString(), "--study", "synthetic");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.errors()).startsWith("faultslip: " + file + ":2, column 'emission': 1.0E300 is no value");
  }

  @Test
  void refusesOptionsThatAFormatDoesNotHave() throws IOException {
    Path file = folder.resolve("own.csv");
    OwnFault.write(file, 20);
    assertThat(CommandLineRun.of("predict", file.toString(), "--option", "rate=3").errors())
        .isEqualTo("faultslip: Option 'rate' is unknown; format csv has separator, decimal, header, missing.\n");
    assertThat(CommandLineRun.of("predict", file.toString(), "--format", "fdem").errors())
        .startsWith("faultslip: Format fdem has files [Dx, Dy, Vx, Vy, slip-events], not one;");
    assertThat(CommandLineRun.of("predict", file.toString(), "--unit", "days").errors()).contains("days");
  }
}
