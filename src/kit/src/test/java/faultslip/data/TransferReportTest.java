package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.progress.ProgressReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferReportTest {
  private static final byte[] CONTENT = "right".getBytes(StandardCharsets.UTF_8);

  @TempDir Path mirror;
  @TempDir Path data;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final List<DataResource> resources = List.of(Samples.resource("a.csv", CONTENT),
      Samples.resource("b.csv", CONTENT, URI.create("http://localhost:1/b.csv"), true));

  @Test
  void eachFileIsToldOfOnce() throws IOException {
    fetch(listener());
    assertThat(text()).isEqualToNormalizingNewlines("""
        Fetching a (5 bytes) from %s
        Going on without 'b', which is optional: b.csv: not in mirror %s; put a copy of http://localhost:1/b.csv there, \
        or fetch from the network.
        """.formatted(mirror.resolve("a.csv"), mirror));
  }

  @Test
  void anAttemptMoreIsARemarkNotAnotherStart() {
    TransferListener listener = listener();
    for (int attempt = 0; attempt < 2; attempt++) {
      listener.started(resources.get(0), "http://localhost/a.csv", OptionalLong.of(5));
      listener.progressed(2);
      listener.ended();
      listener.retrying(resources.get(0), "no bytes for 45 s");
    }
    assertThat(text()).isEqualToNormalizingNewlines("""
        Fetching a (5 bytes) from http://localhost/a.csv
        Fetching a again: no bytes for 45 s
        Fetching a again: no bytes for 45 s
        """);
  }

  @Test
  void nothingIsSaidOfFilesAlreadyThere() throws IOException {
    fetch(TransferListener.SILENT);
    List<DataResource> there = resources.subList(0, 1);
    new DataFetcher(new DataFolder(data), new MirrorFolder(mirror), listener()).fetch(there);
    assertThat(text()).isEmpty();
  }

  private TransferListener listener() {
    return new TransferReport(new ProgressReport("Fetching", 0, ProgressReport.Place.TERMINAL, out));
  }

  private void fetch(TransferListener listener) throws IOException {
    Files.write(mirror.resolve("a.csv"), CONTENT);
    new DataFetcher(new DataFolder(data), new MirrorFolder(mirror), listener).fetch(resources);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
