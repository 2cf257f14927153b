package faultslip.app;

import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.experiment.Campaign;
import faultslip.experiment.ResultRow;
import faultslip.figure.CampaignFigure;
import faultslip.kernel.NotebookRunner;
import faultslip.notebook.KitKernel;
import faultslip.notebook.Workbench;
import faultslip.progress.ProgressReport;
import faultslip.study.Studies;
import faultslip.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
    List<String> own = run.isQuick() ? List.of("target") : List.of("target", "figures", "notebooks");
    (out != null ? Stream.of(out) : own.stream().map(KitFolder::resolve)).forEach(run::refuseEarly);
    Optional<NotebookPages> pages = html.map(folder -> {
      DataFile.requireWritable(folder, "choose another with --html");
      return NotebookPages.ofThisMachine();
    });
    run.stage("fetch", source::fetch);
    Study study = source.read();
    boolean all = only.isEmpty();
    // Notebooks that are asked for alone train what they need, and nothing more.
    if (all && run.campaign(study).stepsToCome() > 0) {
      run.trainApart(source);
    }
    Campaign campaign = run.campaign(study);
    // Before the notebooks, which then find every prediction in the store.
    List<ResultRow> rows = all ? run.rows(campaign) : List.of();
    Map<Path, Path> results = run.stage("notebooks", () -> execute(notebooks, campaign.seeds().size()));
    pages.ifPresent(writer -> writer.write(results.values().stream().sorted().toList(), html.get()));
    if (all) {
      CampaignFigure.others().all()
          .forEach(figure -> figure.draw(campaign).ifPresent(drawn -> drawn.save(figures(), figure.id())));
      run.write(campaign, rows, figures());
    }
    System.out.println("Notebooks are in " + notebooks() + ", figures and results in " + figures() + ".");
  }

  /** Runs notebooks; where each is with its outputs. */
  private Map<Path, Path> execute(List<Path> notebooks, int seeds) {
    Map<Path, Path> results = new LinkedHashMap<>();
    // The simulator's takes longest and waits for no other: first, so that the rest runs beside it.
    notebooks.stream().filter(this::isRun).sorted(Comparator.comparing(notebook -> !notebook.endsWith(SIMULATOR)))
        .forEach(notebook -> results.put(notebook, notebooks().resolve(notebook.getFileName())));
    Map<String, String> environment = new HashMap<>(source.environment());
    environment.put(Workbench.Setting.SEEDS.variable(), String.valueOf(seeds));
    environment.put(Workbench.Setting.QUICK.variable(), String.valueOf(run.isQuick()));
    environment.put(Workbench.Setting.FIGURES.variable(), figures().toAbsolutePath().toString());
    try (ProgressReport report = ProgressReport.onConsole("Notebooks", EXTENT * results.size())) {
      Map<Path, ProgressReport.Part> parts = new HashMap<>();
      new NotebookRunner(KitKernel.spec(KitFolder.resolve("")), kernelFolder(), environment)
          .run(results, run.atOnce(), (notebook, ended, cells, text) -> {
            ProgressReport.Part part =
                parts.computeIfAbsent(notebook, begun -> report.part(KitFolder.number(begun)));
            String last = text.strip().replaceFirst("(?s).*[\r\n]", "").strip();
            part.at(EXTENT * ended / cells, EXTENT,
                "cell " + Math.min(ended + 1, cells) + " of " + cells + (last.isEmpty() ? "" : " · " + last));
            if (ended == cells) {
              report.say(notebook.getFileName() + " has been run.");
            }
          });
    }
    return results;
  }

  // A kit of somebody else's may be read, and no more.
  private static Path kernelFolder() {
    Path built = KitFolder.resolve("target");
    return (Files.isWritable(built) ? built : DataFolder.standard().models().toAbsolutePath().getParent())
        .resolve("kernel");
  }

  // The simulator's figures are the same whatever the study: they stand once, beside those of the study that is shown.
  private boolean isRun(Path notebook) {
    return !only.isEmpty() || isElsewhere() || Studies.isShown(source.definition().name())
        || !notebook.endsWith(SIMULATOR);
  }

  private boolean isElsewhere() {
    return out != null || run.isQuick();
  }

  private Path figures() {
    return isElsewhere() ? elsewhere("figures")
        : Studies.figures(KitFolder.resolve("figures"), source.definition().name());
  }

  // The notebooks of the kit show the study public.
  private Path notebooks() {
    return !isElsewhere() && Studies.isShown(source.definition().name())
        ? KitFolder.resolve("notebooks") : elsewhere("notebooks");
  }

  private Path elsewhere(String name) {
    String of = run.isQuick() ? "quick" : source.definition().name();
    return out != null ? out.resolve(name) : KitFolder.resolve("target/" + of + "/" + name);
  }
}
