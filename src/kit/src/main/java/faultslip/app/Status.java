package faultslip.app;

import faultslip.data.DataFile;
import faultslip.experiment.Task;
import faultslip.study.Study;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how a plan gets on. */
@Command(name = "status", description = "Tell how a plan gets on: what is done of it, what somebody is at, and what "
    + "Slurm says of its jobs. Exit code 0 if all is done, 3 if not.")
final class Status implements Callable<Integer> {
  private static final int NOT_YET = 3;

  @Option(names = "--plan", paramLabel = "FILE", required = true, description = "What 'plan' has written.")
  private Path plan;

  @Override
  public Integer call() {
    Map<List<String>, Study> read = new HashMap<>();
    Map<String, List<Task>> byVariant = new LinkedHashMap<>();
    for (WorkPlan.Line line : WorkPlan.read(plan).lines()) {
      List<String> command = line.command();
      if (command.get(0).equals("task")) {
        DoTask asked = CommandLine.populateCommand(new DoTask(),
            command.subList(1, command.size()).toArray(String[]::new));
        byVariant.computeIfAbsent(asked.variant(), variant -> new ArrayList<>()).addAll(asked.tasks(read).all());
      }
    }
    boolean isDone = true;
    for (Map.Entry<String, List<Task>> variant : byVariant.entrySet()) {
      Map<String, Task> each = new LinkedHashMap<>();
      variant.getValue().forEach(task -> each.put(task.id(), task));
      long done = each.values().stream().filter(Task::isDone).count();
      long taken = each.values().stream().filter(task -> !task.isDone() && task.isTaken()).count();
      System.out.printf(Locale.ROOT, "%s: %d of %d tasks done, %d being trained%n", variant.getKey(), done, each.size(),
          taken);
      isDone &= done == each.size();
    }
    queue().forEach((state, count) -> System.out.println("Slurm: " + count + " " + state));
    return isDone ? 0 : NOT_YET;
  }

  // Jobs that Slurm has forgotten have ended.
  private Map<String, Long> queue() {
    Path jobs = Submit.jobs(plan);
    if (!Files.exists(jobs)) {
      return Map.of();
    }
    String numbers = DataFile.text(jobs, text -> new BufferedReader(text).lines().collect(Collectors.joining(",")));
    return ProgramRun.outputIfAny("squeue", "--noheader", "--array", "--jobs=" + numbers, "--format=%T").lines()
        .map(line -> line.strip().toLowerCase(Locale.ROOT)).filter(line -> line.matches("[a-z_]+"))
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }
}
