package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read back is what was written, to the last bit; what is no network is refused in one line. */
class SavedNetworkTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void comesBackBitForBit(boolean batchNormalisation) {
    CedArchitecture architecture = Tiny.architecture(batchNormalisation, 0.2);
    Ced network = Ced.train(architecture, Tiny.data(1), Tiny.settings(), 0, Optional.empty(), TrainingProgress.SILENT)
        .network();
    Path file = folder.resolve("new folder").resolve("network.zip");
    network.save(file);
    Ced loaded = Ced.load(file, architecture);
    assertThat(Bits.layers(loaded)).isEqualTo(Bits.layers(network));
    assertThat(Bits.of(loaded)).isEqualTo(Bits.of(network));
    float[] images = new float[3 * 16 * 16];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) Math.cos(0.3 * i);
    }
    assertThat(loaded.apply(images)).containsExactly(network.apply(images));
    assertThat(folder.resolve("new folder").toFile().list()).containsExactly("network.zip");
  }

  @Test
  void damagedFileIsRefused() throws IOException {
    Path file = folder.resolve("network.zip");
    Tiny.untrained(Tiny.PLAIN, 0).save(file);
    byte[] whole = Files.readAllBytes(file);
    refused(file, Arrays.copyOf(whole, whole.length / 2));
    refused(file, new byte[0]);
    refused(file, "not a network".getBytes(StandardCharsets.UTF_8));
    byte[] overwritten = whole.clone();
    Arrays.fill(overwritten, whole.length / 3, 2 * whole.length / 3, (byte) 7);
    refused(file, overwritten);
  }

  @Test
  void missingFileIsRefused() {
    Path file = folder.resolve("network.zip");
    assertThatThrownBy(() -> Ced.load(file, Tiny.PLAIN)).isInstanceOf(CedException.class)
        .hasMessageContaining(file.toString()).hasMessageNotContaining("\n");
  }

  @Test
  void networkOfAnotherArchitectureIsRefused() {
    Path file = folder.resolve("network.zip");
    Tiny.untrained(Tiny.PLAIN, 0).save(file);
    long parameters = Tiny.untrained(Tiny.PLAIN, 0).parameters();
    CedArchitecture wider = CedArchitecture.of(16, 16, List.of(2, 5)).withLatent(4, 2);
    assertThatThrownBy(() -> Ced.load(file, wider)).isInstanceOf(CedException.class)
        .hasMessageStartingWith(file + " holds " + parameters + " parameters, the architecture has ")
        .hasMessageEndingWith("; delete it to train anew.");
  }

  /** DL4J would deserialise it: nested sets whose hash takes for ever, or worse. */
  @Test
  @Timeout(60)
  void anEntryMoreThanTheKitWritesIsRefused() throws IOException {
    Path file = folder.resolve("network.zip");
    Tiny.untrained(Tiny.PLAIN, 0).save(file);
    Set<Object> nested = new HashSet<>();
    Set<Object> one = nested;
    Set<Object> other = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      Set<Object> first = new HashSet<>(Set.of("text"));
      Set<Object> second = new HashSet<>();
      one.addAll(List.of(first, second));
      other.addAll(List.of(first, second));
      one = first;
      other = second;
    }
    try (FileSystem zip = FileSystems.newFileSystem(file);
        ObjectOutputStream objects = new ObjectOutputStream(Files.newOutputStream(zip.getPath("preprocessor.bin")))) {
      objects.writeObject(nested);
    }
    assertThatThrownBy(() -> Ced.load(file, Tiny.PLAIN)).isInstanceOf(CedException.class)
        .hasMessage("Cannot read the network " + file + ": it holds 'preprocessor.bin', which no network of the kit "
            + "does; delete it to train anew.");
  }

  @Test
  void anEntryThatUnpacksToTooMuchIsRefused() throws IOException {
    Path file = folder.resolve("network.zip");
    Tiny.untrained(Tiny.PLAIN, 0).save(file);
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.write(zip.getPath("configuration.json"), new byte[100_000_000]);
    }
    assertThatThrownBy(() -> Ced.load(file, Tiny.PLAIN)).isInstanceOf(CedException.class)
        .hasMessageContaining("its 'configuration.json' is too long");
  }

  @Test
  void unwritablePlaceIsRefusedAndNothingIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("a file"), "in the way");
    assertThatThrownBy(() -> Tiny.untrained(Tiny.PLAIN, 0).save(file.resolve("network.zip")))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("Cannot write").hasMessageNotContaining("\n");
    assertThat(folder.toFile().list()).containsExactly("a file");
  }

  private static void refused(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    assertThatThrownBy(() -> Ced.load(file, Tiny.PLAIN)).isInstanceOf(CedException.class)
        .hasMessageStartingWith("Cannot read the network " + file).hasMessageEndingWith("; delete it to train anew.")
        .hasMessageNotContaining("\n");
  }
}
