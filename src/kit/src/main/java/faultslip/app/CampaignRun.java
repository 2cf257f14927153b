package faultslip.app;

import com.sun.management.OperatingSystemMXBean;
import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.data.LeftBehind;
import faultslip.experiment.Campaign;
import faultslip.experiment.Comparison;
import faultslip.experiment.ResultRow;
import faultslip.experiment.TaskList;
import faultslip.experiment.Verdict;
import faultslip.progress.ProgressReport;
import faultslip.study.Study;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The experiments on a study from recordings to {@code results.json}: what several commands have in common. */
final class CampaignRun {
  /** In bytes, of the machine; where there is so much for each training, they take up to half of it. */
  private static final long MEMORY_FOR_A_TRAINING = 8L << 30;
  /** Has glibc keep what is freed: it takes time to have pages cleared that were given back and are wanted again. */
  private static final Map<String, String> KEEPING_MEMORY = Map.of("MALLOC_TRIM_THRESHOLD_", String.valueOf(1L << 40),
      "MALLOC_MMAP_MAX_", "0", "MALLOC_TOP_PAD_", String.valueOf(64 << 20), "MALLOC_ARENA_MAX", "1");

  @Option(names = "--seeds", defaultValue = "1",
      description = "Trainings of each model at least, from different random weights "
      + "(default: ${DEFAULT-VALUE}); what is trained already beyond them takes part.")
  private int seeds;

  @Option(names = "--quick",
      description = "A few steps of everything, one seed: shows that it works, its numbers mean nothing.")
  boolean quick;

  @Option(names = "--threads",
      description = "Trainings, and then notebooks, at once (default: the number of cores, at most 4); changes no "
          + "number.")
  int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final Map<String, Double> stageSeconds = new LinkedHashMap<>();

  /** Refuses no seeds, or no training at once. */
  void requireCounts() {
    if (seeds < 1 || threads < 1) {
      throw new FaultslipException("%d seeds, %d trainings at once asked for; give at least 1 of each."
          .formatted(seeds, threads));
    }
  }

  /** Whatever can be refused is refused before any work: counts, and a folder for results that cannot be written to. */
  void refuseEarly(Path folder) {
    requireCounts();
    DataFile.requireWritable(folder, "choose another with --out");
  }

  /** The experiments on a study, over the seeds asked for and those that the store has beyond them. */
  Campaign campaign(Study study) {
    return Campaign.of(study, new ModelStore(DataFolder.standard().models()), seeds, quick,
        training -> TrainingProgress.SILENT);
  }

  /** Trains and predicts what the model store lacks, of one study or of several; the experiments on each. */
  List<Campaign> train(List<Study> studies) {
    LeftBehind.oldOnes(DataFolder.standard().models());
    List<Campaign> campaigns = studies.stream().map(this::campaign).toList();
    campaigns.forEach(campaign -> campaign.cost(threads, Runtime.getRuntime().maxMemory())
        .ifPresent(System.err::println));
    return stage("train", () -> {
      TaskList tasks = new TaskList(campaigns.stream().flatMap(campaign -> campaign.tasks().all().stream()).toList());
      try (ProgressReport report = ProgressReport.onConsole("Training", tasks.stepsToCome())) {
        tasks.perform(threads, report::training);
      }
      return campaigns;
    });
  }

  /**
   * Trains in a process of its own, started as this one was: it takes the memory of the trainings with it when it ends,
   * and the notebooks that follow have room. The environment says which study.
   */
  void trainApart(Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + Main.PARENT + "=" + ProcessHandle.current().pid());
    boolean spare = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
        >= threads * MEMORY_FOR_A_TRAINING;
    if (spare) {
      command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0"); // the last one holds: no limit
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "train",
        "--seeds=" + seeds, "--threads=" + threads, "--quick=" + quick));
    ProcessBuilder trainings = new ProcessBuilder(command).inheritIO();
    trainings.environment().putAll(environment);
    if (spare) {
      trainings.environment().putAll(KEEPING_MEMORY);
    }
    stage("train", () -> ProgramRun.output("Training", trainings, "run the command again to go on from there."));
  }

  /** Predicts what the model store lacks; every result. */
  List<ResultRow> rows(Campaign campaign) {
    return stage("predict", () -> {
      try (ProgressReport report = ProgressReport.onConsole("Predicting")) {
        return campaign.rows(threads, (done, all) -> report.at("", done, all, done + " of " + all));
      }
    });
  }

  /** Writes the results into the folder, and prints the table. */
  void write(Campaign campaign, List<ResultRow> rows, Path folder) {
    String markdown = Comparison.markdown(rows);
    AtomicFile.write(folder.resolve("results.csv"), Comparison.scores(rows).write().toString("csv"));
    AtomicFile.write(folder.resolve("results.md"), markdown);
    new ResultsFile(folder.resolve("results.json")).write(campaign, rows, stageSeconds, threads);
    System.out.println(markdown);
    Verdict.all(rows).forEach(verdict -> System.out.println(verdict.line()));
    campaign.study().sources().notes().forEach(System.out::println);
  }

  /** Does some work and keeps its wall time for the provenance. */
  <T> T stage(String name, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    stageSeconds.put(name, (System.nanoTime() - start) / 1e9);
    return result;
  }
}
