package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.series.Recording;
import faultslip.wavelet.DerivativeOfGaussian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model is trained once, by whoever comes first, and never taken for another. */
class ModelStoreTest {
  @TempDir Path folder;
  private final AtomicInteger trainings = new AtomicInteger();

  @Test
  void isTrainedOnceThenLoadedBitForBit() {
    TrainedNetwork first = new ModelStore(folder).get(key(1), Tiny.PLAIN, this::train);
    TrainedNetwork second = new ModelStore(folder).get(key(1), Tiny.PLAIN, this::train);
    assertThat(trainings).hasValue(1);
    assertThat(Bits.of(second.network())).isEqualTo(Bits.of(first.network()));
    assertThat(second.history()).isEqualTo(first.history());
    new ModelStore(folder).get(key(2), Tiny.PLAIN, this::train);
    assertThat(trainings).hasValue(2);
  }

  @Test
  void requestsAtTheSameTimeTrainOnce() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      CyclicBarrier together = new CyclicBarrier(4);
      List<Future<List<Integer>>> jobs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        jobs.add(executor.submit(() -> {
          together.await();
          return Bits.of(new ModelStore(folder).get(key(1), Tiny.PLAIN, this::train).network());
        }));
      }
      List<Integer> bits = jobs.get(0).get();
      for (Future<List<Integer>> job : jobs) {
        assertThat(job.get()).isEqualTo(bits);
      }
    } finally {
      executor.shutdownNow();
    }
    assertThat(trainings).hasValue(1);
  }

  @Test
  void failedTrainingLeavesNoModelButItsCheckpoint() {
    ModelStore store = new ModelStore(folder);
    assertThatThrownBy(() -> store.get(key(1), Tiny.PLAIN, checkpoint -> {
      write(checkpoint.orElseThrow());
      throw new IllegalStateException("killed");
    })).hasMessage("killed");
    assertThat(store.has(key(1))).isFalse();
    store.get(key(1), Tiny.PLAIN, checkpoint -> {
      assertThat(checkpoint.orElseThrow()).hasContent("half way");
      return train(checkpoint);
    });
    assertThat(store.has(key(1))).isTrue();
    assertThat(folder.resolve(key(1).abbreviated()).resolve("checkpoint.zip")).doesNotExist();
  }

  @Test
  void unwritableStoreIsOneClearLine() throws IOException {
    Path file = Files.writeString(folder.resolve("models"), "a file in the way");
    assertThatThrownBy(() -> new ModelStore(file).get(key(1), Tiny.PLAIN, this::train)).isInstanceOf(CedException.class)
        .hasMessageContaining(file.toString()).hasMessageContaining("choose another folder")
        .hasMessageNotContaining("\n");
    assertThat(trainings).as("refused before the work").hasValue(0);
  }

  @Test
  void damagedModelIsOneClearLine() throws IOException {
    ModelStore store = new ModelStore(folder);
    store.get(key(1), Tiny.PLAIN, this::train);
    Path model = folder.resolve(key(1).abbreviated());
    Files.delete(model.resolve("network.zip.sha256")); // as earlier versions kept them
    Files.delete(model.resolve("history.json.sha256"));
    Files.writeString(model.resolve("network.zip"), "damaged");
    TrainedNetwork damaged = store.get(key(1), Tiny.PLAIN, this::train);
    assertThatThrownBy(damaged::network).isInstanceOf(CedException.class)
        .hasMessageContaining("network.zip").hasMessageContaining("delete it").hasMessageNotContaining("\n");
    Files.delete(model.resolve("history.json.sha256"));
    Files.writeString(model.resolve("history.json"), "{\n\"damaged\"");
    assertThatThrownBy(() -> store.get(key(1), Tiny.PLAIN, this::train)).isInstanceOf(CedException.class)
        .hasMessageContaining("history.json").hasMessageContaining("delete it").hasMessageNotContaining("\n");
    for (String other : List.of("null", "{}", "{\"validations\":[],\"bestStep\":9,\"bestLoss\":1,\"steps\":-5,"
        + "\"seconds\":1}")) {
      Files.writeString(model.resolve("history.json"), other);
      assertThatThrownBy(() -> store.get(key(1), Tiny.PLAIN, this::train)).as(other).isInstanceOf(CedException.class)
          .hasMessageContaining("history.json").hasMessageContaining("delete it").hasMessageNotContaining("\n");
    }
  }

  @Test
  void whatIsNotWhatWasTrainedIsTrainedAnew() throws IOException {
    ModelStore store = new ModelStore(folder);
    List<Integer> bits = Bits.of(store.get(key(1), Tiny.PLAIN, this::train).network());
    for (String name : List.of("network.zip", "history.json", "network.zip.sha256", "history.json.sha256")) {
      Path file = folder.resolve(key(1).abbreviated()).resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= (byte) 0x81; // no UTF-8, either
      Files.write(file, bytes);
      trainings.set(0);
      assertThat(Bits.of(store.get(key(1), Tiny.PLAIN, this::train).network())).as(name).isEqualTo(bits);
      assertThat(trainings).as(name).hasValue(1);
    }
    store.get(key(1), Tiny.PLAIN, this::train);
    assertThat(trainings).as("and then kept").hasValue(1);
  }

  @Test
  void aModelWithoutSumsIsReadAndGivenThem() throws IOException {
    ModelStore store = new ModelStore(folder);
    store.get(key(1), Tiny.PLAIN, this::train);
    Path model = folder.resolve(key(1).abbreviated());
    for (String name : List.of("network.zip.sha256", "history.json.sha256")) {
      Files.delete(model.resolve(name));
    }
    store.get(key(1), Tiny.PLAIN, this::train).network();
    assertThat(trainings).hasValue(1);
    for (String name : List.of("network.zip.sha256", "history.json.sha256")) {
      assertThat(model.resolve(name)).content().contains(key(1).digest());
    }
  }

  @Test
  void everySampleSettingAndSeedIsInTheKey() {
    Recording recording = Tiny.recording(1, 50);
    List<ModelKey> keys = new ArrayList<>(List.of(key(1), key(2),
        ModelKey.of("m").with("recording", recording).build(), ModelKey.of("n").with("recording", recording).build(),
        ModelKey.of("m").with("recording", recording.slice(1, 50)).build(),
        ModelKey.of("m").with("recording", new Recording("swapped", recording.fault(), recording.emission())).build(),
        ModelKey.of("m").with("scalogram", scalogram(2)).build(), ModelKey.of("m").with("scalogram", scalogram(4))
        .build(),
        ModelKey.of("m").with("training", Tiny.settings()).build(),
        ModelKey.of("m").with("training", Tiny.settings().withSteps(9)).build(),
        ModelKey.of("m").with("architecture", Tiny.architecture(false, 0)).build(),
        ModelKey.of("m").with("architecture", Tiny.architecture(false, 0.1)).build()));
    for (int i = 0; i < 50; i++) {
      double[] emission = recording.emission().values();
      double[] fault = recording.fault().values();
      emission[i] = Math.nextUp(emission[i]);
      keys.add(ModelKey.of("m").with("recording", Tiny.recording("x", emission, fault)).build());
      fault[i] = Math.nextUp(fault[i]);
      keys.add(ModelKey.of("m").with("recording", Tiny.recording("x", recording.emission().values(), fault)).build());
    }
    assertThat(keys).extracting(ModelKey::digest).doesNotHaveDuplicates()
        .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    assertThat(keys).extracting(ModelKey::abbreviated).doesNotHaveDuplicates();
    // The same again is the same key; a name is not part of it.
    assertThat(ModelKey.of("m").with("recording", Tiny.recording(1, 50)).build()).isEqualTo(keys.get(2));
    assertThat(ModelKey.of("m").with("recording", new Recording("renamed", recording.emission(), recording.fault()))
        .build())
        .isEqualTo(keys.get(2));
  }

  @Test
  void aChangedAlgorithmGivesAnotherKey() {
    assertThat(ModelKey.of("m", Ced.REVISION).with("seed", 1).build())
        .isEqualTo(ModelKey.of("m").with("seed", 1).build());
    assertThat(ModelKey.of("m", Ced.REVISION + 1).with("seed", 1).build().digest())
        .isNotEqualTo(ModelKey.of("m").with("seed", 1).build().digest());
  }

  @Test
  void settingsWithoutATextOfTheirOwnAreRefused() {
    assertThatThrownBy(() -> ModelKey.of("m").with("network", new Object())).isInstanceOf(CedException.class)
        .hasMessageContaining("'network'").hasMessageContaining("java.lang.Object");
    assertThatThrownBy(() -> ModelKey.of("m").with("filters", new int[] {1})).isInstanceOf(CedException.class);
  }

  private static ScalogramSettings scalogram(int order) {
    return new ScalogramSettings(new DerivativeOfGaussian(order), 1, 8, 16, Tiny.SCALOGRAM.padding());
  }

  private static ModelKey key(long seed) {
    return ModelKey.of("tiny").with("seed", seed).build();
  }

  private TrainedNetwork train(Optional<Path> checkpoint) {
    int seed = trainings.incrementAndGet();
    List<TrainingHistory.Validation> validations = List.of(new TrainingHistory.Validation(10, 0.1 + 0.2));
    return new TrainedNetwork(Tiny.untrained(Tiny.PLAIN, seed),
        new TrainingHistory(validations, 10, 0.1 + 0.2, 10, 1.5));
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "half way");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
