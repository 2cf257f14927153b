package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beginnings of files go, and nothing else. */
class LeftBehindTest {
  @TempDir private Path store;
  private Path model;
  private Path beginning;

  @BeforeEach
  void leave() throws IOException {
    model = Files.createDirectories(store.resolve("lab-only-0123456789ab"));
    beginning = Files.writeString(model.resolve(nameOfABeginning()), "the first half of a check");
    for (String kept : List.of("network.zip", "checkpoint.zip", "lease", ".hidden", "p4581.csv.part")) {
      Files.writeString(model.resolve(kept), "kept");
      age(model.resolve(kept));
    }
  }

  // As it is called while it is being written.
  private String nameOfABeginning() {
    AtomicReference<String> name = new AtomicReference<>();
    Path file = model.resolve("checkpoint.zip");
    AtomicFile.write(file, stream -> {
      try (Stream<Path> all = Files.list(model)) {
        name.set(all.map(path -> path.getFileName().toString()).filter(each -> each.endsWith(".part")).findFirst()
            .orElseThrow());
      }
    });
    return name.get();
  }

  private static void age(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
  }

  @Test
  void whoWorksInAFolderAloneClearsIt() throws IOException {
    LeftBehind.inFolder(model);
    assertThat(beginning).doesNotExist();
    assertThat(model.toFile().list()).hasSize(5);
  }

  @Test
  void elsewhereWhatIsOldIsDead() throws IOException {
    LeftBehind.oldOnes(store);
    assertThat(beginning).as("somebody may be writing it").exists();
    age(beginning);
    LeftBehind.oldOnes(store);
    assertThat(beginning).doesNotExist();
    assertThat(model.toFile().list()).hasSize(5);
    LeftBehind.oldOnes(store.resolve("nowhere"));
  }
}
