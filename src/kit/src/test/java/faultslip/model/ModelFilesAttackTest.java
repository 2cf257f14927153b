package faultslip.model;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import faultslip.FaultslipException;
import faultslip.testing.Attack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** Models that somebody has sent: what is no model is refused in a line, also where its seals were made anew. */
class ModelFilesAttackTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final List<String> ENTRIES = List.of("model.json", "weights.bin", "README.md");
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("sent.faultslip.zip");
  }

  @Test
  void damagedFiles() throws IOException {
    SmallModel.of(0).write(file);
    byte[] whole = Files.readAllBytes(file);
    Attack attack = new Attack("mutated models");
    Random random = attack.random();
    for (int i = 0; i < Attack.count(150); i++) {
      Files.write(file, Attack.mutated(whole, random));
      attack.tried(failure(i));
    }
    attack.end();
  }

  @Test
  void lyingFilesWhoseSealsAreRight() {
    SmallModel.of(0).write(file);
    Map<String, byte[]> whole = SealedZip.read(file,
        Map.of("model.json", 1 << 20, "weights.bin", 1 << 24, "README.md", 1 << 20));
    Attack attack = new Attack("mutated models, sealed anew");
    Random random = attack.random();
    for (int i = 0; i < Attack.count(150); i++) {
      Map<String, byte[]> entries = new HashMap<>(whole);
      // Of a description much can be wrong, of numbers little.
      String name = ENTRIES.get(random.nextInt(4) % ENTRIES.size());
      entries.put(name, Attack.mutated(whole.get(name), random));
      SealedZip.write(file, entries);
      attack.tried(failure(i));
    }
    attack.end();
  }

  private String failure(int number) {
    try {
      assertTimeoutPreemptively(LONGEST, () -> PortableModel.read(file).card());
      return "";
    } catch (FaultslipException e) {
      return e.getMessage().contains("\n") ? number + ": more than a line: " + e.getMessage() : "";
    } catch (AssertionFailedError e) {
      return number + ": " + e.getMessage() + ", " + e.getCause();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return number + ": " + e + " at " + List.of(e.getStackTrace()).subList(0, 5);
    }
  }
}
