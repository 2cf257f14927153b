package faultslip.app;

import faultslip.FaultslipException;
import faultslip.app.WorkPlan.Line;
import faultslip.experiment.Campaign;
import faultslip.experiment.Task;
import faultslip.experiment.TaskList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what there is to do of a campaign, for one process or for many. */
@Command(name = "plan", description = "List what is to be trained and predicted of a study, each task with those that "
    + "it goes on from. With --out as a plan that 'task' and 'submit' do: --set with several values, such as "
    + "training.simulation.steps=500,1000, plans each.")
final class Plan implements Runnable {
  @Option(names = "--out", paramLabel = "FILE", description = "Write a plan into this file, a line a job.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--group", paramLabel = "N", defaultValue = "1",
      description = "Trainings of a job (default: ${DEFAULT-VALUE}); what experiments make of a seed's models is one.")
  private int group;

  @Option(names = "--command", paramLabel = "COMMAND", description = "Plan this command, too, which goes on where it "
      + "was stopped: \"simulate gouge-a --out DIR\", or \"reduce lanl ...\"; may be given several times. Without "
      + "--study such commands alone.")
  private List<String> commands = List.of();

  @Mixin
  private CampaignRun run;

  @Mixin
  private StudySource source;

  private final List<Line> lines = new ArrayList<>();
  private int tasks;

  @Override
  public void run() {
    run.requireCounts();
    if (group < 1) {
      throw new FaultslipException(group + " trainings a job asked for; give at least 1.");
    }
    commands.forEach(command -> lines.add(new Line(0, OptionalInt.empty(), List.of(command.strip().split("\\s+")))));
    if (commands.isEmpty() || source.isNamed()) {
      List<StudySource> variants = source.variants();
      variants.forEach(StudySource::require);
      variants.forEach(this::plan);
    }
    System.out.printf(Locale.ROOT, "%d tasks and %d commands to do, in %d jobs.%n", tasks, commands.size(),
        lines.size());
    WorkPlan plan = new WorkPlan(lines);
    out.ifPresent(file -> {
      plan.write(file);
      System.out.println("Wrote " + file + ": ./faultslip submit --slurm --plan " + file + ", or line by line "
          + "./faultslip task --plan " + file + " --line 0");
    });
  }

  private void plan(StudySource variant) {
    Campaign campaign = run.campaign(variant.read());
    campaign.seeds().forEach(seed -> plan(variant, seed, campaign.tasksOf(seed)));
  }

  private void plan(StudySource variant, long seed, TaskList list) {
    List<Task> wanting = list.all().stream().filter(task -> !task.isDone()).toList();
    tasks += wanting.size();
    wanting.forEach(task -> System.out.printf(Locale.ROOT, "%-45s %s%s%s%n", task.id(), task.title(),
        task.stepsToCome() > 0 ? ", up to " + task.stepsToCome() + " steps" : "", after(task)));
    List<String> asked = Stream.concat(Stream.concat(Stream.of("task"), variant.arguments().stream()),
        Stream.of("--seed=" + seed, "--quick=" + run.quick)).toList();
    OptionalInt before = OptionalInt.empty();
    // Trainings by what they go on from; experiments, which take seconds, together when all of the seed are there.
    for (List<Task> same : wanting.stream().collect(Collectors.groupingBy(
        task -> task.stepsToCome() > 0 ? list.depth(task) : Integer.MAX_VALUE, TreeMap::new,
        Collectors.toList())).values()) {
      int stage = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).stage() + 1;
      int size = same.get(0).stepsToCome() > 0 ? group : same.size();
      for (int i = 0; i < same.size(); i += size) {
        Stream<String> ids = same.subList(i, Math.min(same.size(), i + size)).stream().map(Task::id);
        lines.add(new Line(stage, before, Stream.concat(asked.stream(), ids).toList()));
      }
      before = OptionalInt.of(stage);
    }
  }

  private static String after(Task task) {
    List<String> before = task.after().stream().filter(each -> !each.isDone()).map(Task::id).distinct().toList();
    return before.isEmpty() ? "" : ", after " + String.join(", ", before);
  }
}
