package faultslip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole, or not at all. */
class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void whoIsInterruptedKeepsWhatWasDone() {
    Path file = folder.resolve("new").resolve("kept.txt");
    Thread.currentThread().interrupt();
    AtomicFile.write(file, "so far");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasContent("so far");
  }

  @Test
  void whatFailsLeavesWhatWasThere() throws IOException {
    Path file = folder.resolve("kept.txt");
    AtomicFile.write(file, "before");
    assertThatThrownBy(() -> AtomicFile.write(file, stream -> {
      stream.write(1);
      throw new IOException("no space");
    })).isInstanceOf(FaultslipException.class).hasMessageContaining("no space");
    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.part");
  }
}
