package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferListenerTest {
  private static final byte[] CONTENT = "right".getBytes(StandardCharsets.UTF_8);

  @TempDir Path mirror;
  @TempDir Path data;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final List<DataResource> resources = List.of(Samples.resource("a.csv", CONTENT),
      Samples.resource("b.csv", CONTENT, URI.create("http://localhost:1/b.csv"), true));

  @Test
  void theLogTellsOfEachFileOnce() throws IOException {
    fetch(new TransferLog(out));
    assertThat(text()).isEqualToNormalizingNewlines("""
        Fetching a (5 bytes) from %s
        %s: copied
        Going on without 'b', which is optional: b.csv: not in mirror %s; put a copy of http://localhost:1/b.csv there, \
        or fetch from the network.
        """.formatted(mirror.resolve("a.csv"), data.resolve("tiny").resolve("a.csv"), mirror));
  }

  @Test
  void theBarShowsTheFileAndItsEnd() throws IOException {
    fetch(new TransferBar(out));
    assertThat(text()).contains("a ", "100%").contains("Going on without 'b'");
  }

  @Test
  void nothingIsSaidOfFilesAlreadyThere() throws IOException {
    fetch(TransferListener.SILENT);
    List<DataResource> there = resources.subList(0, 1);
    new DataFetcher(new DataFolder(data), new MirrorFolder(mirror), new TransferBar(out)).fetch(there);
    new DataFetcher(new DataFolder(data), new MirrorFolder(mirror), new TransferLog(out)).fetch(there);
    assertThat(text()).isEmpty();
  }

  private void fetch(TransferListener listener) throws IOException {
    Files.write(mirror.resolve("a.csv"), CONTENT);
    new DataFetcher(new DataFolder(data), new MirrorFolder(mirror), listener).fetch(resources);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
