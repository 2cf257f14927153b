package faultslip.experiment;

import faultslip.InterruptedWorkException;
import faultslip.ced.TrainingProgress;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All work of a campaign, or a part of it: tasks, each once and behind those that it goes on from. They are done by any
 * number of threads, here or by other processes that share the store, on as many machines.
 */
public final class TaskList {
  private final Map<String, Task> tasks = new LinkedHashMap<>();

  /** Tasks with all that they go on from. */
  public TaskList(Collection<? extends Task> wanted) {
    wanted.forEach(this::add);
  }

  private void add(Task task) {
    if (!tasks.containsKey(task.id())) {
      task.after().forEach(this::add);
      tasks.put(task.id(), task);
    }
  }

  /** Each behind those that it goes on from. */
  public List<Task> all() {
    return List.copyOf(tasks.values());
  }

  /**
   * Those of some ids, with all that they go on from.
   *
   * @throws ExperimentException if there is none of an id
   */
  public TaskList of(Collection<String> ids) {
    return new TaskList(ids.stream().map(id -> Optional.ofNullable(tasks.get(id)).orElseThrow(() ->
        new ExperimentException("No task '" + id + "' here: its settings, recordings or code have changed since it was "
            + "planned; plan again."))).toList());
  }

  /** How many tasks of a chain come before a task, at most: 0 for one that goes on from nothing. */
  public int depth(Task task) {
    return task.after().stream().mapToInt(before -> 1 + depth(before)).max().orElse(0);
  }

  /** Gradient steps to reckon with in the trainings that are not done yet. */
  public long stepsToCome() {
    return tasks.values().stream().mapToLong(Task::stepsToCome).sum();
  }

  /**
   * Does what is not done yet, the longest chain of trainings first. A task begins once those that it goes on from are
   * done; one that another process is at is left to it while there is something else to do.
   *
   * @param threads tasks at once, at least 1; changes no number
   * @param progress told how each training gets on, by name
   * @throws faultslip.FaultslipException if a task fails
   */
  public void perform(int threads, Function<String, TrainingProgress> progress) {
    Work work = new Work();
    ParallelJobs.all(threads, IntStream.range(0, threads).boxed().toList(), thread -> {
      for (Optional<Task> next = work.next(); next.isPresent(); next = work.next()) {
        Task task = next.get();
        boolean isPerformed = false;
        try {
          task.perform(progress.apply(task.title()));
          isPerformed = true;
        } finally {
          work.ended(task, isPerformed);
        }
      }
      return thread;
    });
  }

  private final class Work {
    private final Map<String, Long> stepsBehind = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private boolean hasFailed;

    Work() {
      // From the last to the first: the steps of the longest chain that begins with each.
      List<Task> all = all();
      for (int i = all.size() - 1; i >= 0; i--) {
        Task task = all.get(i);
        long behind = task.stepsToCome() + stepsBehind.getOrDefault(task.id(), 0L);
        stepsBehind.put(task.id(), behind);
        task.after().forEach(before -> stepsBehind.merge(before.id(), behind, Math::max));
        (task.isDone() ? done : waiting).add(task.id());
      }
    }

    /** The task to do next; waits until one can be done, and is empty once none is left. */
    synchronized Optional<Task> next() {
      try {
        while (!waiting.isEmpty() && !hasFailed) {
          Optional<Task> next = ready().filter(task -> !task.isTaken()).findFirst().or(() -> ready().findFirst());
          if (next.isPresent()) {
            waiting.remove(next.get().id());
            return next;
          }
          wait();
        }
        return Optional.empty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedWorkException("Interrupted; run it again to go on from there.");
      }
    }

    private Stream<Task> ready() {
      return tasks.values().stream().filter(task -> waiting.contains(task.id()))
          .filter(task -> task.after().stream().allMatch(before -> done.contains(before.id())))
          .sorted(Comparator.comparing((Task task) -> stepsBehind.get(task.id())).reversed());
    }

    synchronized void ended(Task task, boolean isPerformed) {
      hasFailed |= !isPerformed;
      done.add(task.id());
      notifyAll();
    }
  }
}
