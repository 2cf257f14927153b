package faultslip.app;

import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.ced.NativeBackend;
import faultslip.ced.TrainingProgress;
import faultslip.data.DataFolder;
import faultslip.experiment.Campaign;
import faultslip.experiment.TaskList;
import faultslip.progress.ProgressReport;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does a part of a campaign's work. */
@Command(name = "task", description = "Do tasks that 'plan' lists, by their names, with what they go on from; or a "
    + "line of a plan. What is done already is not done again; what another process is at is waited for.")
final class DoTask implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "TASK", description = "Names of tasks.")
  private List<String> ids = List.of();

  @Option(names = "--plan", paramLabel = "FILE", description = "A plan, of which a line is to be done.")
  private Optional<Path> plan = Optional.empty();

  @Option(names = "--line", paramLabel = "NUMBER", description = "Which one, from 0.")
  private int line = -1;

  @Option(names = "--seed", paramLabel = "SEED", description = "Of the tasks named (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--quick", description = "Of a quick run.")
  private boolean quick;

  @Option(names = "--threads", description = "Tasks at once (default: ${DEFAULT-VALUE}); changes no number.")
  private int threads = 1;

  @Mixin
  private StudySource source;

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new FaultslipException(threads + " tasks at once asked for; give at least 1.");
    }
    if (plan.isPresent() == ids.isEmpty()) {
      if (plan.isPresent()) {
        return Main.run(WorkPlan.read(plan.get()).line(line).command().toArray(String[]::new));
      }
      NativeBackend.require();
      TaskList tasks = tasks(new HashMap<>());
      try (ProgressReport report = ProgressReport.onConsole("Training", tasks.stepsToCome())) {
        tasks.perform(threads, report::training);
      }
      return 0;
    }
    throw new FaultslipException("Name tasks, or a plan and one of its lines: ./faultslip plan lists them.");
  }

  /** The tasks; studies that have been read already are taken from a map. */
  TaskList tasks(Map<List<String>, Study> read) {
    source.require();
    Study study = read.computeIfAbsent(source.arguments(), asked -> source.read());
    return Campaign.of(study, new ModelStore(DataFolder.standard().models()), List.of(seed), quick,
        training -> TrainingProgress.SILENT).tasks().of(ids);
  }

  /** The settings that they are of, in words. */
  String variant() {
    return String.join(" ", source.arguments()) + (quick ? " --quick" : "");
  }
}
