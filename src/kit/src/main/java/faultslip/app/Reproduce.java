package faultslip.app;

import faultslip.experiment.Campaign;
import faultslip.experiment.ResultRow;
import faultslip.figure.CampaignFigure;
import faultslip.kernel.NotebookRunner;
import faultslip.notebook.KitKernel;
import faultslip.notebook.WorkbenchSetting;
import faultslip.progress.ProgressReport;
import faultslip.study.Studies;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From nothing to the notebooks with their outputs, the table and the figures. */
@Command(name = "reproduce", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Fetch the data, train, run the notebooks, print the MAPE table next to the paper's, and write "
        + "figures and results.json.")
final class Reproduce implements Callable<Integer> {
  private static final String SIMULATOR = "10-the-simulator.ipynb";

  @Option(names = "--only", paramLabel = "NUMBER", split = ",",
      description = "Run these notebooks alone, for instance 05 or 02,03; they train what they need.")
  private List<String> only = List.of();

  @Option(names = "--html", paramLabel = "DIR",
      description = "Also write the notebooks as HTML pages into this folder, by nbconvert; the pages need no network.")
  private Path html;

  @Option(names = "--out", paramLabel = "DIR",
      description = "Where figures and results go, and the notebooks with their outputs (default: figures and "
          + "notebooks of the kit itself for the study public, figures/synthetic and target/synthetic for synthetic; "
          + "with --quick: target/quick).")
  private Path out;

  @Mixin
  private CampaignRun run;

  @Mixin
  private StudySource source;

  @Override
  public Integer call() {
    source.require();
    List<Path> notebooks = Notebooks.in(KitFolder.resolve("notebooks"), only);
    run.refuseEarly(out != null ? out : KitFolder.resolve("target"));
    Optional<NotebookPages> pages = Optional.ofNullable(html).map(folder -> {
      OutputFolder.require(folder, "--html");
      return NotebookPages.ofThisMachine();
    });
    run.stage("fetch", source::fetch);
    Path figures = figures();
    boolean all = only.isEmpty();
    Study study = source.read();
    // Notebooks that are asked for alone train what they need, and nothing more.
    if (all && run.campaign(study).stepsToCome() > 0) {
      run.perform("train", new TrainingProcess(options())::run);
    }
    Campaign campaign = run.campaign(study);
    Map<Path, Path> results = new LinkedHashMap<>();
    notebooks.stream().filter(this::isRun)
        .forEach(notebook -> results.put(notebook, notebooks().resolve(notebook.getFileName())));
    // Before the notebooks, which then find every prediction in the store.
    List<ResultRow> rows = all ? run.rows(campaign) : List.of();
    run.perform("notebooks", () -> execute(results, figures, campaign.seeds().size()));
    pages.ifPresent(writer -> writer.write(List.copyOf(results.values()), html));
    if (all) {
      CampaignFigure.others()
          .forEach(figure -> figure.draw(campaign).ifPresent(drawn -> drawn.save(figures, figure.id())));
      run.write(campaign, rows, figures);
    }
    System.out.println("Notebooks are in " + notebooks() + ", figures and results in " + figures + ".");
    return 0;
  }

  // The simulator's figures are the same whatever the study: they stand once, beside those of the study that is shown.
  private boolean isRun(Path notebook) {
    return !only.isEmpty() || out != null || run.isQuick() || Studies.isShown(source.name())
        || !notebook.endsWith(SIMULATOR);
  }

  private List<String> options() {
    return Stream.concat(run.options().stream(), source.options().stream()).toList();
  }

  private void execute(Map<Path, Path> results, Path figures, int seeds) {
    // The simulator's takes longest and waits for no other: first, so that the rest runs beside it.
    Map<Path, Path> ordered = new LinkedHashMap<>();
    results.keySet().stream().sorted(Comparator.comparing(notebook -> !notebook.endsWith(SIMULATOR)))
        .forEach(notebook -> ordered.put(notebook, results.get(notebook)));
    Map<String, String> environment = new HashMap<>(source.environment());
    environment.put(WorkbenchSetting.SEEDS.variable(), String.valueOf(seeds));
    environment.put(WorkbenchSetting.QUICK.variable(), String.valueOf(run.isQuick()));
    environment.put(WorkbenchSetting.FIGURES.variable(), figures.toAbsolutePath().toString());
    long extent = (long) results.size() * NotebookProgress.NOTEBOOK;
    try (ProgressReport report = ProgressReport.onConsole("Notebooks", extent)) {
      new NotebookRunner(KitKernel.spec(KitFolder.resolve("")), KitFolder.resolve("target/kernel"), environment)
          .run(ordered, run.atOnce(), new NotebookProgress(results.size(), report));
    }
  }

  private Path figures() {
    return out != null || run.isQuick()
        ? elsewhere("figures") : Studies.figures(KitFolder.resolve("figures"), source.name());
  }

  // The notebooks of the kit show the study public.
  private Path notebooks() {
    return out != null || run.isQuick() || !Studies.isShown(source.name())
        ? elsewhere("notebooks") : KitFolder.resolve("notebooks");
  }

  private Path elsewhere(String name) {
    return out != null
        ? out.resolve(name) : KitFolder.resolve("target/" + (run.isQuick() ? "quick" : source.name()) + "/" + name);
  }
}
