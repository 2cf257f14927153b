package faultslip.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.FaultslipException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in files: what comes back is what was written, and what was not written by the kit does not come in. */
class PortableModelTest {
  private static final Map<String, Integer> ENTRIES =
      Map.of("README.md", 1 << 20, "model.json", 1 << 20, "weights.bin", 1 << 24);
  @TempDir Path folder;
  private Path file;
  private Map<String, byte[]> entries;

  @BeforeEach
  void write() {
    file = folder.resolve("small.faultslip.zip");
    SmallModel.of(0).write(file);
    entries = new HashMap<>(SealedZip.read(file, ENTRIES));
  }

  private static float[] images() {
    float[] images = new float[8 * 16];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) StrictMath.sin(i);
    }
    return images;
  }

  @Test
  void saysTheSameToTheLastBit() throws IOException {
    PortableModel model = SmallModel.of(0);
    PortableModel read = PortableModel.read(file);
    float[] images = images();
    assertThat(read.network().apply(images)).isEqualTo(model.network().apply(images));
    assertThat(read.description()).isEqualTo(model.description());
    Path again = folder.resolve("again.zip");
    read.write(again);
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void weightsOfFewerBitsAreSmallerAndSayNearlyTheSame() {
    PortableModel model = SmallModel.of(0);
    float[] images = images();
    float[] whole = model.network().apply(images);
    float[] rounded = model.rounded(12).network().apply(images);
    float largest = 0;
    for (float value : whole) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(rounded).isNotEqualTo(whole);
    // Each of a dozen layers may be off by half of the twelfth bit.
    assertThat(rounded).containsExactly(whole, within(12 * largest / (1 << 12)));
    Path small = folder.resolve("rounded.zip");
    model.rounded(12).write(small);
    assertThat(small.toFile().length()).isLessThan(file.toFile().length());
    assertThat(PortableModel.read(small).network().apply(images)).isEqualTo(rounded);
    assertThatThrownBy(() -> model.rounded(1)).isInstanceOf(ModelException.class).hasMessageContaining("1 significant");
  }

  @Test
  void namesComeOutRightInItsCard() {
    assertThat(PortableModel.read(file).card()).startsWith("# small \\| &lt;b&gt;model&lt;/b&gt;\n")
        .contains("| a\\|b&lt;i&gt;.csv | raw | 1.00 % | 0.50 | 2.00 % |", "## What it is not for");
  }

  @Test
  void whateverIsChangedIsNoticed() {
    for (String name : List.of("model.json", "weights.bin", "README.md")) {
      Map<String, byte[]> changed = unsealed();
      changed.get(name)[changed.get(name).length / 2] ^= 1;
      SealedZip.writeEntries(file, changed);
      refuses("not those that were sealed (sha256)");
    }
  }

  private Map<String, byte[]> unsealed() {
    Map<String, byte[]> all = new HashMap<>();
    SealedZip.entries(whole(), Map.of("README.md", 1 << 20, "model.json", 1 << 20, "weights.bin", 1 << 24,
        "SHA256SUMS", 1 << 12)).forEach((name, bytes) -> all.put(name, bytes.clone()));
    return all;
  }

  private Path whole() {
    Path other = folder.resolve("whole.zip");
    SealedZip.write(other, entries);
    return other;
  }

  @Test
  void unknownMissingAndLongEntriesAreRefused() throws IOException {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(object)) {
      stream.writeObject("anything");
    }
    Map<String, byte[]> more = new HashMap<>(entries);
    more.put("preprocessor.bin", object.toByteArray());
    SealedZip.write(file, more);
    refuses("it holds 'preprocessor.bin'; no model of the kit does");

    Map<String, byte[]> outside = new HashMap<>(entries);
    outside.put("../evil", new byte[1]);
    SealedZip.write(file, outside);
    refuses("it holds '../evil'");

    Map<String, byte[]> bomb = new HashMap<>(entries);
    bomb.put("README.md", new byte[(1 << 20) + 1]);
    SealedZip.write(file, bomb);
    refuses("its 'README.md' is longer than 1,048,576 bytes");

    Map<String, byte[]> less = new HashMap<>(entries);
    less.remove("weights.bin");
    SealedZip.write(file, less);
    refuses("it lacks [weights.bin]");
  }

  @Test
  void weightsThatAreNotTheNetworksAreRefusedThoughSealed() {
    byte[] weights = entries.get("weights.bin");
    replace("weights.bin", Arrays.copyOf(weights, weights.length - 4));
    refuses("its weights are not");
    byte[] endless = weights.clone();
    // The first and the second byte of the last number.
    endless[endless.length / 4 - 1] = 0x7f;
    endless[endless.length / 2 - 1] = (byte) 0xff;
    replace("weights.bin", endless);
    refuses("a weight is NaN");
  }

  @Test
  void descriptionsThatCannotBeAreRefused() {
    String json = new String(entries.get("model.json"), StandardCharsets.UTF_8);
    describe(json.replaceFirst("\\[ 2, 4 \\]", "[ 2, 100000 ]"));
    refuses("A network setting is 100000");
    describe(json.replaceFirst("\"kind\" : \"ced\"", "\"kind\" : \"java.lang.Runtime\""));
    refuses("java.lang.Runtime");
    describe(json.replaceFirst("\"width\" : 16", "\"width\" : 1000000"));
    refuses("a model of the kit has smaller ones");
    describe(json.replaceFirst("\"memory\"", "\"@class\" : \"javax.swing.JFrame\", \"memory\""));
    refuses("@class");
    describe("null");
    refuses("its description is empty");
    describe(json.substring(0, json.length() / 2));
    refuses("its description cannot be used");
  }

  private void describe(String json) {
    replace("model.json", json.getBytes(StandardCharsets.UTF_8));
  }

  private void replace(String name, byte[] bytes) {
    Map<String, byte[]> changed = new HashMap<>(entries);
    changed.put(name, bytes);
    SealedZip.write(file, changed);
  }

  private void refuses(String what) {
    assertThatThrownBy(() -> PortableModel.read(file)).isInstanceOf(FaultslipException.class)
        .hasMessageContaining(what).message().doesNotContain("\n");
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    Files.writeString(file, "nothing of the kind");
    refuses("cannot be read as a model");
    Files.delete(file);
    refuses("no such file");
  }
}
