package faultslip.app;

import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.experiment.Campaign;
import faultslip.experiment.ResultRow;
import faultslip.figure.CampaignFigure;
import faultslip.kernel.NotebookRunner;
import faultslip.notebook.KitKernel;
import faultslip.progress.ProgressReport;
import faultslip.study.Studies;
import faultslip.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From nothing to the notebooks with their outputs, the table and the figures. */
@Command(name = "reproduce",
    description = "Fetch the data, train, run the notebooks, print the MAPE table next to the paper's, and write "
        + "figures and results.json.")
final class Reproduce implements Runnable {
  private static final String SIMULATOR = "10-the-simulator.ipynb";
  /** A notebook's extent in a report of progress: its cells are worth alike. */
  private static final long EXTENT = 1000;

  @Option(names = "--only", paramLabel = "NUMBER", split = ",",
      description = "Run these notebooks alone, for instance 05 or 02,03; they train what they need.")
  private List<String> only = List.of();

  @Option(names = "--html", paramLabel = "DIR",
      description = "Also write the notebooks as HTML pages into this folder, by nbconvert; the pages need no network.")
  private Optional<Path> html = Optional.empty();

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
  public void run() {
    source.require();
    List<Path> notebooks = KitFolder.notebooks(KitFolder.resolve("notebooks"), only);
    List<String> own = run.quick ? List.of("target") : List.of("target", "figures", "notebooks");
    (out != null ? Stream.of(out) : own.stream().map(KitFolder::resolve)).forEach(run::refuseEarly);
    Optional<NotebookPages> pages = html.map(folder -> {
      DataFile.requireWritable(folder, "choose another with --html");
      return NotebookPages.ofThisMachine();
    });
    run.stage("fetch", source::fetch);
    Study study = source.read();
    // The notebooks of the kit itself show one study.
    boolean isElsewhere = out != null || run.quick;
    boolean isShown = !isElsewhere && Studies.isShown(study.name());
    Path elsewhere = out != null ? out : KitFolder.resolve("target").resolve(run.quick ? "quick" : study.name());
    Path figures = isElsewhere ? elsewhere.resolve("figures")
        : Studies.figures(KitFolder.resolve("figures"), study.name());
    Path folder = isShown ? KitFolder.resolve("notebooks") : elsewhere.resolve("notebooks");
    boolean all = only.isEmpty();
    // Notebooks that are asked for alone train what they need, and nothing more.
    if (all && run.campaign(study).stepsToCome() > 0) {
      run.trainApart(source.environment());
    }
    Campaign campaign = run.campaign(study);
    // Before the notebooks, which then find every prediction in the store.
    List<ResultRow> rows = all ? run.rows(campaign) : List.of();
    Map<Path, Path> results = new LinkedHashMap<>();
    // The simulator's takes longest and waits for no other: first, so that the rest runs beside it. Its figures are the
    // same whatever the study: they stand once, beside those of the study that is shown.
    Stream.of(true, false).flatMap(first -> notebooks.stream().filter(each -> each.endsWith(SIMULATOR) == first))
        .filter(each -> !all || isElsewhere || isShown || !each.endsWith(SIMULATOR))
        .forEach(each -> results.put(each, folder.resolve(each.getFileName())));
    Map<String, String> environment = new HashMap<>(source.environment());
    environment.put("FAULTSLIP_SEEDS", String.valueOf(campaign.seeds().size()));
    environment.put("FAULTSLIP_QUICK", String.valueOf(run.quick));
    environment.put("FAULTSLIP_FIGURES", figures.toAbsolutePath().toString());
    run.stage("notebooks", () -> execute(results, environment));
    pages.ifPresent(writer -> writer.write(results.values().stream().sorted().toList(), html.get()));
    if (all) {
      CampaignFigure.others().all()
          .forEach(figure -> figure.draw(campaign).ifPresent(drawn -> drawn.save(figures, figure.id())));
      run.write(campaign, rows, figures);
    }
    System.out.println("Notebooks are in " + folder + ", figures and results in " + figures + ".");
  }

  /** Runs notebooks, told where each goes with its outputs. */
  private Map<Path, Path> execute(Map<Path, Path> notebooks, Map<String, String> environment) {
    // A kit of somebody else's may be read, and no more.
    Path kernel = Stream.of(KitFolder.resolve("target")).filter(Files::isWritable).findFirst()
        .orElseGet(() -> DataFolder.standard().models().toAbsolutePath().getParent()).resolve("kernel");
    try (ProgressReport report = ProgressReport.onConsole("Notebooks", EXTENT * notebooks.size())) {
      new NotebookRunner(KitKernel.spec(KitFolder.resolve("")), kernel, environment)
          .run(notebooks, run.threads, (notebook, ended, cells, text) -> {
            String last = text.strip().replaceFirst("(?s).*[\r\n]", "").strip();
            report.at(KitFolder.number(notebook), EXTENT * ended / cells, EXTENT,
                "cell " + Math.min(ended + 1, cells) + " of " + cells + (last.isEmpty() ? "" : " · " + last));
            if (ended == cells) {
              report.say(notebook.getFileName() + " has been run.");
            }
          });
    }
    return notebooks;
  }
}
