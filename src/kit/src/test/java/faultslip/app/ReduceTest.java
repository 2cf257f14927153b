package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReduceTest {
  @TempDir private Path folder;

  @Test
  void aRecordBecomesATable() throws IOException {
    Path record = Files.writeString(folder.resolve("train.csv"), IntStream.range(0, 1000)
        .mapToObj(i -> i % 10 + "," + (2000 - i) / 1000.0 + "\n").collect(Collectors.joining("", "acoustic_data,time_to_failure\n", "")));
    Path out = folder.resolve("made/out.csv");
    CommandLineRun run = CommandLineRun.of("reduce", "lanl", record.toString(), "--rate", "10", "--window", "0.2", "--out", out.toString());
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).startsWith("train.csv: 1000 samples, 0 failures, 8 rows");
    // Of 0, 1, ..., 9 variance 8.25, mean square 28.5, and fourth moment 1.7757575... times the square of the variance.
    assertThat(Files.readAllLines(out)).hasSize(9)
        .startsWith("time,variance,rms,kurtosis,minus time to failure", "0.2,8.25,5.33853913,1.77575758,-1.8");
  }

  @Test
  void whatIsAskedWronglyIsOneLine() throws IOException {
    Path record = Files.writeString(folder.resolve("train.csv"), "x");
    refused("is what is to be reduced", "lanl", record.toString(), "--out", record.toString());
    refused("is a folder; name a file with --out", "lanl", record.toString(), "--out", folder.toString());
    refused("no such file", "lanl", folder.resolve("none").toString(), "--out", folder.resolve("out").toString());
    String[] biaxial = {"biaxial", folder.toString(), "--mechanical", "m", "--settings", "s", "--sync", "t", "--out",
        folder.resolve("out").toString(), "--value"};
    refused("--value is 'mean'; give rms, deviation or decimated", with(biaxial, "mean"));
    refused("0 files at once", with(biaxial, "rms", "--threads", "0"));
    refused("s: no such file", with(biaxial, "RMS"));
    refused("must end after it begins", with(biaxial, "rms", "--from", "2", "--to", "1"));
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static void refused(String part, String... arguments) {
    CommandLineRun run = CommandLineRun.of(with(new String[] {"reduce"}, arguments));
    assertThat(run.exitCode()).as(run.errors()).isEqualTo(1);
    assertThat(run.errors().strip().lines()).hasSize(1);
    assertThat(run.errors()).startsWith("faultslip: ").contains(part);
  }
}
