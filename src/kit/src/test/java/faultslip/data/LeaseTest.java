package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.InterruptedWorkException;
import faultslip.data.Lease.Holder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One at a time, whoever asks, and nobody waits for the dead. */
class LeaseTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("model").resolve("lease");
  }

  @Test
  void oneAtATimeHoldsIt() throws Exception {
    AtomicInteger holding = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> jobs = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        jobs.add(threads.submit(() -> {
          try (Lease lease = Lease.take(file(), "no remedy")) {
            most.accumulateAndGet(holding.incrementAndGet(), Math::max);
            Thread.sleep(5);
            holding.decrementAndGet();
          }
          return null;
        }));
      }
      for (Future<?> job : jobs) {
        job.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most).hasValue(1);
    assertThat(folder.resolve("model")).isEmptyDirectory();
  }

  @Test
  void thatOfAnEndedProcessIsTakenOver() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Holder own = Holder.ofThisProcess();
    leave(new Holder(own.machine(), ended.pid(), "-", 0, "unique"));
    assertThat(Lease.isHeld(file())).isFalse();
    try (Lease lease = Lease.take(file(), "no remedy")) {
      assertThat(Lease.isHeld(file())).isTrue();
    }
    assertThat(Lease.isHeld(file())).isFalse();
  }

  @Test
  void thatOfAnotherMachineIsTakenOverWhenNobodyTouchesIt() throws Exception {
    leave(new Holder("elsewhere/0", 1, "-", 0, "unique"));
    assertThat(Lease.isHeld(file())).isTrue();
    long start = System.nanoTime();
    try (Lease lease = Lease.take(file(), "no remedy", Duration.ofSeconds(1))) {
      assertThat(System.nanoTime() - start).isGreaterThan(Duration.ofSeconds(1).toNanos());
    }
    leave(new Holder("elsewhere/0", 1, "-", 0, "unique"));
    Thread waiting = new Thread(() -> assertThatThrownBy(() -> Lease.take(file(), "no remedy"))
        .isInstanceOf(InterruptedWorkException.class));
    waiting.start();
    waiting.join(500);
    assertThat(waiting.isAlive()).as("it waits").isTrue();
    waiting.interrupt();
    waiting.join();
  }

  /** As when a training is interrupted in a notebook, and run again. */
  @Test
  void whoIsInterruptedGivesItBack() {
    Lease lease = Lease.take(file(), "no remedy");
    Thread.currentThread().interrupt();
    lease.close();
    assertThatThrownBy(() -> Lease.take(file(), "no remedy")).isInstanceOf(InterruptedWorkException.class);
    assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aJobThatIsStartedAnewDoesNotWaitForItself() {
    Holder before = new Holder("lost/0", 17, "42_3", 0, "one");
    assertThat(before.isGoneFor(new Holder("other/0", 18, "42_3", 1, "two"))).isTrue();
    assertThat(before.isGoneFor(new Holder("other/0", 18, "42_3", 0, "two"))).as("two processes of one job").isFalse();
    assertThat(before.isGoneFor(new Holder("other/0", 18, "42_4", 1, "two"))).isFalse();
    assertThat(new Holder("lost/0", 17, "-", 0, "one").isGoneFor(new Holder("other/0", 18, "-", 1, "two"))).isFalse();
    assertThat(Holder.of(before.text())).contains(before);
    assertThat(Holder.of("")).isEmpty();
  }

  @Test
  void whereNothingCanBeWrittenIsOneLineWithTheRemedy() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("models"), "a file");
    assertThatThrownBy(() -> Lease.take(inTheWay.resolve("lease"), "choose another folder"))
        .isInstanceOf(DataException.class).hasMessageContaining(inTheWay.toString())
        .hasMessageContaining("choose another folder").hasMessageNotContaining("\n");
  }

  private void leave(Holder holder) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), holder.text());
  }
}
