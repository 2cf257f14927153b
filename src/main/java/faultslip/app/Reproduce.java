package faultslip.app;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.ced.NativeBackend;
import faultslip.data.DataFolder;
import faultslip.evaluate.ResultRow;
import faultslip.evaluate.ResultTable;
import faultslip.experiment.Campaign;
import faultslip.experiment.Comparison;
import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentResult;
import faultslip.experiment.MethodSettings;
import faultslip.experiment.TransferChain;
import faultslip.study.Studies;
import faultslip.study.Study;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From nothing to the table and the figures: data, training, scores, figures, {@code results.json}. */
@Command(name = "reproduce", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Fetch the data, train, print the MAPE table next to the paper's, and write the figures and results.json.")
final class Reproduce implements Callable<Integer> {
  @Option(names = "--study", defaultValue = "public", description = "Which study (default: ${DEFAULT-VALUE}).")
  private String study;

  @Option(names = "--seeds", defaultValue = "5", description = "Trainings of each model, from different random weights (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(names = "--out", paramLabel = "DIR", description = "Where figures and results go (default: figures; with --quick: target/quick).")
  private Path out;

  @Option(names = "--quick", description = "A few steps of everything, one seed: shows that it works, its numbers mean nothing.")
  private boolean quick;

  @Option(names = "--threads", description = "Trainings at once (default: the number of cores, at most 4); changes no number.")
  private Integer threads;

  @Mixin
  private DataSource source;

  private final Map<String, Double> stageSeconds = new LinkedHashMap<>();

  @Override
  public Integer call() {
    Path folder = out != null ? out : Path.of(quick ? "target/quick" : "figures");
    refuseEarly(folder);
    List<Long> seedList = LongStream.range(0, quick ? 1 : seeds).boxed().toList();
    MethodSettings settings = quick ? MethodSettings.standard().quick() : MethodSettings.standard();
    int atOnce = threads != null ? threads : Math.min(4, Runtime.getRuntime().availableProcessors());

    stage("fetch", () -> source.fetch(study));
    Study data = stage("read", () -> Studies.named(study, DataFolder.standard()));
    TransferChain chain = new TransferChain(data, settings, new ModelStore(CacheFolder.models()));
    Campaign campaign = new Campaign(chain, seedList, atOnce);
    Map<Experiment, List<ExperimentResult>> results = stage("train and predict", () -> train(campaign));
    stage("figures", () -> CoreFigures.save(folder, chain, results, quick));

    List<ResultRow> rows = Campaign.rows(results);
    ResultTable table = new ResultTable(rows);
    String markdown = table.markdown(Comparison::paperMape);
    write(folder.resolve("results.csv"), table.csv());
    write(folder.resolve("results.md"), markdown);
    ResultsFile.write(folder.resolve("results.json"), data, settings, rows, stageSeconds, atOnce);
    System.out.println(markdown);
    Comparison.of(table.summaries()).forEach(System.out::println);
    System.out.println("Figures 1 to 3, results.json, results.csv and results.md are in " + folder + ".");
    return 0;
  }

  /** Whatever can be refused is refused before any work. */
  private void refuseEarly(Path folder) {
    Studies.require(study);
    if (seeds < 1 || threads != null && threads < 1) {
      throw new FaultslipException("%d seeds on %s threads asked for; give at least 1 of each.".formatted(seeds, threads));
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

  private static Map<Experiment, List<ExperimentResult>> train(Campaign campaign) {
    try (CampaignProgress progress = new CampaignProgress(campaign.stepsToCome(), System.console() != null, System.err)) {
      return campaign.run(progress);
    }
  }

  private <T> T stage(String name, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    stageSeconds.put(name, (System.nanoTime() - start) / 1e9);
    return result;
  }

  private static void write(Path file, String text) {
    AtomicFile.write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
