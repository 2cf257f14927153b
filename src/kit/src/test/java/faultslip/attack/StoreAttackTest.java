package faultslip.attack;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.experiment.Campaign;
import faultslip.experiment.ResultRow;
import faultslip.experiment.StickSlip;
import faultslip.study.Study;
import faultslip.testing.Attack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored is what was made, or is made anew; and who trains on and on does not grow. */
class StoreAttackTest {
  private static final String[] EXPERIMENTS = {"lab-only", "zero-shot", "cross-trained", "baseline-linear"};
  private static final long GROWTH = 150L << 20;
  @TempDir private Path folder;

  private Campaign campaign(Study study, long... seeds) {
    return Campaign.of(study, new ModelStore(folder), LongStream.of(seeds).boxed().toList(), false,
        training -> TrainingProgress.SILENT);
  }

  /** Bits turned, files cut, emptied, overwritten or taken away: of every kind that a store holds. */
  @Test
  void aFileThatIsNotWhatWasMadeIsMadeAnew() throws IOException {
    Study study = StickSlip.study();
    List<ResultRow> made = campaign(study, 0).rows(EXPERIMENTS);
    Attack attack = new Attack("damage of a file in a store");
    Random random = attack.random();
    for (int i = 0; i < Attack.count(30); i++) {
      Path file = anyFile(random);
      byte[] whole = Files.readAllBytes(file);
      byte[] bytes = Attack.mutated(whole, random);
      if (random.nextInt(8) == 0 || Arrays.equals(bytes, whole)) {
        Files.delete(file);
      } else {
        Files.write(file, bytes);
      }
      String which = file.getParent().getFileName() + "/" + file.getFileName();
      try {
        attack.tried(campaign(study, 0).rows(EXPERIMENTS).equals(made) ? "" : which + ": other results");
      } catch (FaultslipException e) {
        attack.tried(which + ": " + e.getMessage());
        Files.write(file, whole);
      }
    }
    attack.end();
  }

  private Path anyFile(Random random) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(file -> Files.isRegularFile(file)).sorted().toList();
      assertThat(all).hasSizeGreaterThan(10);
      return all.get(random.nextInt(all.size()));
    }
  }

  @Test
  void memoryIsFlatOverManyTrainings() {
    Attack attack = new Attack("trainings in one process, whose memory stays");
    int count = Math.max(30, Attack.count(40));
    long before = 0;
    for (int seed = 0; seed < count; seed++) {
      campaign(StickSlip.study(), seed).trained("lab-only", seed);
      if (seed == 20) {
        before = Pointer.physicalBytes();
      }
      attack.tried("");
    }
    System.gc();
    assertThat(Pointer.physicalBytes() - before).isLessThan(GROWTH);
    attack.end();
  }
}
