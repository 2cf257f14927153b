package faultslip.attack;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.testing.Attack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign that is killed again and again, or whose disk is full, ends with the bits of one that is left in peace. */
class KillsAttackTest {
  @TempDir private static Path folder;
  private static Path study;
  private static Map<String, String> undisturbed;

  @BeforeAll
  static void train() throws IOException, InterruptedException {
    study = MadeUpFault.write(folder);
    assertThat(start("undisturbed", "unlimited").waitFor()).as(said("undisturbed")).isZero();
    undisturbed = bits("undisturbed");
    assertThat(undisturbed).hasSizeGreaterThan(40);
  }

  private static Process start(String store, String largest) throws IOException {
    ProcessBuilder command = new ProcessBuilder("sh", "-c", "ulimit -f " + largest + "; exec \"$@\"", "sh",
        System.getProperty("java.home") + "/bin/java", "-Xmx600m", "-cp", System.getProperty("java.class.path"),
        "-Dorg.bytedeco.javacpp.maxphysicalbytes=3800m", "faultslip.app.Main", "train", "--study=" + study, "--threads=2",
        "--set=training.simulation.steps=60", "--set=training.laboratory.steps=60", "--set=training.latentSpace.steps=60")
        .redirectErrorStream(true).redirectOutput(folder.resolve(store + ".txt").toFile());
    command.environment().put("FAULTSLIP_MODELS", folder.resolve(store).toString());
    command.environment().remove("FAULTSLIP_SET");
    return command.start();
  }

  private static String said(String store) throws IOException {
    return Files.readString(folder.resolve(store + ".txt"));
  }

  /** Sums of the numbers of models, and of what they predict, by file. */
  private static Map<String, String> bits(String store) throws IOException {
    Map<String, String> bits = new TreeMap<>();
    Path root = folder.resolve(store);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        String name = root.relativize(file).toString();
        if (name.endsWith(".bin")) {
          bits.put(name, new DigestUtils("SHA-256").digestAsHex(file));
        } else if (name.endsWith("network.zip")) {
          try (ZipFile zip = new ZipFile(file.toFile());
              InputStream numbers = zip.getInputStream(new ZipEntry("coefficients.bin"))) {
            bits.put(name, new DigestUtils("SHA-256").digestAsHex(numbers));
          }
        }
      }
    }
    return bits;
  }

  @Test
  void killedAgainAndAgain() throws IOException, InterruptedException {
    Attack attack = new Attack("kills of a campaign");
    Random random = attack.random();
    for (int i = 0; i < Attack.count(5); i++) {
      Process process = start("killed", "unlimited");
      boolean hasEnded = process.waitFor(2000 + random.nextInt(10_000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      attack.tried(!hasEnded || process.exitValue() == 0 ? "" : said("killed"));
      if (hasEnded) {
        try (Stream<Path> files = Files.list(folder.resolve("killed"))) {
          // Once more, from a model less.
          Path model = files.filter(file -> file.getFileName().toString().startsWith("simulation-")).findAny()
              .orElseThrow();
          Files.deleteIfExists(model.resolve("history.json"));
        }
      }
    }
    assertThat(start("killed", "unlimited").waitFor()).as(said("killed")).isZero();
    assertThat(bits("killed")).isEqualTo(undisturbed);
    try (Stream<Path> files = Files.walk(folder.resolve("killed"))) {
      assertThat(files.map(file -> file.getFileName().toString())).as("left behind, models that are done aside")
          .noneMatch(name -> name.equals("lease") || name.equals("checkpoint.zip"));
    }
    attack.end();
  }

  @Test
  void aDiskThatIsFull() throws IOException, InterruptedException {
    Attack attack = new Attack("files that a full disk cuts");
    Random random = attack.random();
    for (int i = 0; i < Attack.count(2); i++) {
      // In blocks of 512 bytes: a network takes some hundred thousand bytes.
      Process process = start("full", String.valueOf(20 + random.nextInt(500)));
      int exit = process.waitFor();
      List<String> lines = said("full").lines().filter(line -> line.startsWith("faultslip: ")).toList();
      boolean isTold = exit == 0 || (exit == 1 && lines.size() == 1 && lines.get(0).contains("Cannot write"));
      attack.tried(isTold && !said("full").contains("\tat ") ? "" : exit + ": " + said("full"));
    }
    assertThat(start("full", "unlimited").waitFor()).as(said("full")).isZero();
    assertThat(bits("full")).isEqualTo(undisturbed);
    attack.end();
  }
}
