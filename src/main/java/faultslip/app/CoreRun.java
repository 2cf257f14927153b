package faultslip.app;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.ced.NativeBackend;
import faultslip.ced.RecordingStandardisation;
import faultslip.evaluate.ResultRow;
import faultslip.evaluate.ResultTable;
import faultslip.experiment.Campaign;
import faultslip.experiment.Comparison;
import faultslip.experiment.MethodSettings;
import faultslip.figure.Figure1;
import faultslip.figure.Figure2;
import faultslip.figure.Figure3;
import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.split.SplitException;
import faultslip.study.Study;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import picocli.CommandLine.Option;

/** The core chain from recordings to table, figures and {@code results.json}: what several commands have in common. */
final class CoreRun {
  @Option(names = "--seeds", defaultValue = "5",
      description = "Trainings of each model, from different random weights (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(names = "--quick",
      description = "A few steps of everything, one seed: shows that it works, its numbers mean nothing.")
  private boolean quick;

  @Option(names = "--threads",
      description = "Trainings at once (default: the number of cores, at most 4); changes no number.")
  private Integer threads;

  private final Map<String, Double> stageSeconds = new LinkedHashMap<>();

  boolean isQuick() {
    return quick;
  }

  /** Whatever can be refused is refused before any work. */
  void refuseEarly(Path folder) {
    if (seeds < 1 || threads != null && threads < 1) {
      throw new FaultslipException("%d seeds, %d trainings at once asked for; give at least 1 of each."
          .formatted(seeds, threads == null ? 1 : threads));
    }
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", ""));
    } catch (IOException e) {
      throw new FaultslipException("Cannot write to the output folder " + folder.toAbsolutePath()
          + "; choose another with --out.", e);
    }
    NativeBackend.require();
  }

  /** Refuses a laboratory recording that is constant or too short for the chain, before any work. */
  void refuse(Recording laboratory) {
    MethodSettings settings = MethodSettings.standard();
    try {
      Split split = settings.laboratorySplit().of(laboratory);
      RecordingStandardisation.of(split.training(), settings.scalogram());
      settings.laboratoryAugmentation().of(split.training())
          .forEach(variation -> settings.laboratoryWindows().starts(variation.length()));
      settings.laboratoryValidation().starts(split.validation().length());
      settings.laboratoryWindows().starts(split.testing().length());
    } catch (SplitException e) {
      throw new SplitException("Recording '%s' of %d samples, split %s: %s"
          .formatted(laboratory.name(), laboratory.length(), settings.laboratorySplit(), e.getMessage()));
    }
  }

  /** Trains what the model store lacks, predicts, and writes everything into the folder. */
  void run(Study study, Path folder) {
    MethodSettings settings = quick ? MethodSettings.standard().quick() : MethodSettings.standard();
    int atOnce = threads != null ? threads : Math.min(4, Runtime.getRuntime().availableProcessors());
    Campaign campaign = new Campaign(study, settings, ModelStore.standard(),
        LongStream.range(0, quick ? 1 : seeds).boxed().toList(), Campaign.Progress.SILENT);
    stage("train", () -> train(campaign, atOnce));
    List<ResultRow> rows = stage("predict", campaign::rows);
    stage("figures", () -> figures(campaign, folder));
    ResultTable table = new ResultTable(rows);
    String markdown = table.markdown(Comparison::paperMape);
    write(folder.resolve("results.csv"), table.csv());
    write(folder.resolve("results.md"), markdown);
    ResultsFile.write(folder.resolve("results.json"), study, settings, rows, stageSeconds, atOnce);
    System.out.println(markdown);
    Comparison.of(table.summaries()).forEach(System.out::println);
    study.notes().forEach(System.out::println);
    System.out.println("Figures 1 to 3, results.json, results.csv and results.md are in " + folder + ".");
  }

  /** Does some work and keeps its wall time for the provenance. */
  <T> T stage(String name, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    stageSeconds.put(name, (System.nanoTime() - start) / 1e9);
    return result;
  }

  private static Void train(Campaign campaign, int atOnce) {
    try (CampaignProgress progress = new CampaignProgress(campaign.stepsToCome(), System.console() != null, System.err)) {
      campaign.train(atOnce, progress);
    }
    return null;
  }

  private static Void figures(Campaign campaign, Path folder) {
    Figure1.of(campaign).save(folder, "figure1");
    Figure2.of(campaign).save(folder, "figure2");
    Figure3.of(campaign).save(folder, "figure3");
    return null;
  }

  private static void write(Path file, String text) {
    AtomicFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
