package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.ced.TrainingProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each task is done once, behind those that it goes on from, and what can be done beside each other is. */
@Timeout(60)
class TaskListTest {
  private final List<String> begun = Collections.synchronizedList(new ArrayList<>());
  private final List<String> ended = Collections.synchronizedList(new ArrayList<>());

  private final class Made implements Task {
    private final String id;
    private final long steps;
    private final List<Made> after;
    private boolean isTaken;
    private Runnable work = () -> { };

    Made(String id, long steps, Made... after) {
      this.id = id;
      this.steps = steps;
      this.after = List.of(after);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String title() {
      return id;
    }

    @Override
    public List<Made> after() {
      return after;
    }

    @Override
    public long stepsToCome() {
      return isDone() ? 0 : steps;
    }

    @Override
    public boolean isDone() {
      return ended.contains(id);
    }

    @Override
    public boolean isTaken() {
      return isTaken;
    }

    @Override
    public void perform(TrainingProgress progress) {
      assertThat(ended).as(id).containsAll(after.stream().map(Made::id).toList());
      begun.add(id);
      work.run();
      ended.add(id);
    }
  }

  private static void perform(int threads, Task... wanted) {
    new TaskList(List.of(wanted)).perform(threads, title -> TrainingProgress.SILENT);
  }

  @Test
  void whatATaskGoesOnFromIsDoneFirstAndOnce() {
    Made root = new Made("root", 5);
    Made grown = new Made("grown", 3, root);
    Made other = new Made("other", 1, root);
    Made last = new Made("last", 0, grown, other);
    for (int threads : new int[] {1, 2, 8}) {
      begun.clear();
      ended.clear();
      perform(threads, last, other, grown);
      assertThat(ended).containsExactlyInAnyOrder("root", "grown", "other", "last");
      assertThat(ended.get(0)).isEqualTo("root");
      assertThat(ended.get(3)).isEqualTo("last");
    }
    perform(2, last);
    assertThat(ended).as("all done before").hasSize(4);
  }

  @Test
  void theLongestChainBeginsFirst() {
    Made shortOne = new Made("short", 10);
    Made root = new Made("root", 2);
    perform(1, shortOne, new Made("grown", 9, root));
    assertThat(begun).containsExactly("root", "short", "grown");
  }

  @Test
  void chainsAreDoneBesideEachOther() throws InterruptedException {
    CountDownLatch together = new CountDownLatch(2);
    Made one = new Made("one", 1);
    Made two = new Made("two", 1);
    for (Made each : List.of(one, two)) {
      each.work = () -> {
        together.countDown();
        try {
          assertThat(together.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      };
    }
    perform(2, one, two);
  }

  @Test
  void whatAnotherProcessIsAtIsLeftToItWhileThereIsElseToDo() {
    Made taken = new Made("taken", 100);
    taken.isTaken = true;
    perform(1, taken, new Made("free", 1), new Made("free too", 2));
    assertThat(begun).containsExactly("free too", "free", "taken");
  }

  @Test
  void aFailureEndsItAndWhatGoesOnFromItIsNotDone() {
    Made failing = new Made("failing", 9);
    failing.work = () -> {
      throw new ExperimentException("diverged");
    };
    Made grown = new Made("grown", 1, failing);
    for (int threads : new int[] {1, 3}) {
      assertThatThrownBy(() -> perform(threads, grown, new Made("other" + threads, 1)))
          .isInstanceOf(ExperimentException.class).hasMessage("diverged");
    }
    assertThat(begun).doesNotContain("grown");
  }

  @Test
  void tasksAreFoundByTheirNames() {
    Made root = new Made("root", 5);
    TaskList all = new TaskList(List.of(new Made("grown", 3, root), new Made("other", 1)));
    assertThat(all.of(List.of("grown")).all()).extracting(Task::id).containsExactly("root", "grown");
    assertThat(all.depth(all.all().get(1))).isEqualTo(1);
    assertThat(all.stepsToCome()).isEqualTo(9);
    assertThatThrownBy(() -> all.of(List.of("gone"))).isInstanceOf(ExperimentException.class)
        .hasMessageContaining("'gone'").hasMessageContaining("plan again");
  }
}
