package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
  private static final ModelKey KEY = ModelKey.of("numbers").build();
  private static final double[][] ROWS = {{1.5, -0.0, Double.NaN, Double.MIN_VALUE}, {}, {Math.PI}};
  private static final List<Integer> LENGTHS = List.of(4, 0, 1);

  @TempDir private Path folder;

  @Test
  void numbersAreFoundOnceAndComeBackToTheBit() {
    ResultStore store = new ResultStore(folder.resolve("made when needed"));
    assertThat(store.get(KEY, LENGTHS, () -> ROWS)).isDeepEqualTo(ROWS);
    double[][] kept = store.get(KEY, LENGTHS, () -> fail("They are kept."));
    assertThat(bits(kept)).isEqualTo(bits(ROWS));
    kept[0][0] = 7;
    assertThat(store.get(KEY, LENGTHS, () -> fail("They are kept."))[0][0]).as("every caller has a copy").isEqualTo(1.5);
    assertThat(store.get(ModelKey.of("numbers").with("seed", 1).build(), List.of(1), () -> new double[][] {{4}}))
        .isDeepEqualTo(new double[][] {{4}});
  }

  @Test
  void whatFailsLeavesNothing() {
    ResultStore store = new ResultStore(folder);
    assertThatThrownBy(() -> store.get(KEY, LENGTHS, () -> {
      throw new IllegalStateException("killed");
    })).hasMessage("killed");
    assertThat(folder).isEmptyDirectory();
    assertThat(store.get(KEY, LENGTHS, () -> ROWS)).isDeepEqualTo(ROWS);
  }

  @Test
  void damagedFileIsOneClearLine() throws IOException {
    ResultStore store = new ResultStore(folder);
    store.get(KEY, LENGTHS, () -> ROWS);
    Path file = folder.resolve(KEY.abbreviated() + ".bin");
    byte[] bytes = Files.readAllBytes(file);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    byte[] huge = bytes.clone();
    huge[4] = 0x7f;
    byte[] oneRow = {0, 0, 0, 1, 0, 0, 0, 0};
    for (byte[] damaged : new byte[][] {new byte[4], oneRow, Arrays.copyOf(bytes, bytes.length - 1), {}, longer, huge}) {
      Files.write(file, damaged);
      Files.deleteIfExists(sum(file)); // as earlier versions kept them
      assertThatThrownBy(() -> store.get(KEY, LENGTHS, () -> ROWS)).isInstanceOf(CedException.class)
          .hasMessageContaining(file.toString()).hasMessageContaining("delete it").hasMessageNotContaining("\n");
    }
  }

  private static Path sum(Path file) {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }

  @Test
  void aFlippedBitIsNoticedAndItsNumbersFoundAnew() throws IOException {
    ResultStore store = new ResultStore(folder);
    store.get(KEY, LENGTHS, () -> ROWS);
    Path file = folder.resolve(KEY.abbreviated() + ".bin");
    byte[] bytes = Files.readAllBytes(file);
    for (int bit = 0; bit < 8 * bytes.length; bit += 7) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      assertThat(bits(store.get(KEY, LENGTHS, () -> ROWS))).as("bit %d", bit).isEqualTo(bits(ROWS));
      assertThat(file).hasBinaryContent(bytes);
    }
  }

  @Test
  void aFileWithoutASumIsReadAndGivenOne() throws IOException {
    ResultStore store = new ResultStore(folder);
    store.get(KEY, LENGTHS, () -> ROWS);
    Path sum = sum(folder.resolve(KEY.abbreviated() + ".bin"));
    String text = Files.readString(sum);
    Files.delete(sum);
    assertThat(bits(store.get(KEY, LENGTHS, () -> fail("It is there.")))).isEqualTo(bits(ROWS));
    assertThat(sum).content().isEqualTo(text).contains(KEY.digest());
  }

  private static long[][] bits(double[][] rows) {
    return Arrays.stream(rows).map(row -> Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).toArray())
        .toArray(long[][]::new);
  }
}
