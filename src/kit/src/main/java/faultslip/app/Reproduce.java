package faultslip.app;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.experiment.Campaign;
import faultslip.experiment.ResultRow;
import faultslip.figure.CampaignFigure;
import faultslip.kernel.NotebookFile;
import faultslip.kernel.NotebookRunner;
import faultslip.notebook.KitKernel;
import faultslip.progress.ProgressReport;
import faultslip.study.Studies;
import faultslip.study.Study;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
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
          + "with --quick: target/quick; target/public and so on where these have fewer seeds than those there).")
  private Path out;

  @Option(names = "--replace",
      description = "Write over figures and results of more seeds than these, too (default: those of fewer seeds go to "
          + "target, in a folder named as the study).")
  private boolean replace;

  @Mixin
  private CampaignRun run;

  @Mixin
  private StudySource source;

  @Override
  public void run() {
    source.require();
    KitFolder.notebooks(KitFolder.resolve("notebooks"), only); // refuses numbers of none before any work
    List<String> own = run.quick ? List.of("target") : List.of("target", "figures", "notebooks");
    (out != null ? Stream.of(out) : own.stream().map(KitFolder::resolve)).forEach(run::refuseEarly);
    Optional<NotebookPages> pages = html.map(folder -> {
      DataFile.requireWritable(folder, "choose another with --html");
      return NotebookPages.ofThisMachine();
    });
    run.stage("fetch", source::fetch);
    Study study = source.read();
    List<Path> notebooks = KitFolder.notebooks(KitFolder.resolve("notebooks"), source.notebooks(only));
    // Refuses what is no notebook before any training.
    notebooks.forEach(NotebookFile::read);
    // The notebooks of the kit itself show one study.
    Campaign before = run.campaign(study);
    boolean isElsewhere = out != null || run.quick || (!replace && hasFewerSeeds(before));
    boolean isShown = !isElsewhere && Studies.isShown(study.name());
    Path elsewhere = out != null ? out : KitFolder.resolve("target").resolve(run.quick ? "quick" : study.name());
    Path figures = isElsewhere ? elsewhere.resolve("figures")
        : Studies.figures(KitFolder.resolve("figures"), study.name());
    Path folder = isShown ? KitFolder.resolve("notebooks") : elsewhere.resolve("notebooks");
    boolean all = only.isEmpty();
    // Notebooks that are asked for alone train what they need, and nothing more.
    if (all && before.stepsToCome() > 0) {
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
      run.stage("figures", () -> {
        CampaignFigure.others().all()
            .forEach(figure -> figure.draw(campaign).ifPresent(drawn -> drawn.save(figures, figure.id())));
        return figures;
      });
      run.write(campaign, rows, figures);
      if (!isElsewhere) {
        new NumbersInText(KitFolder.resolve("README.md")).update();
      }
    }
    System.out.println("Notebooks are in " + folder + ", figures and results in " + figures + ".");
  }

  // What took hours on many seeds is not lost to a run of minutes.
  private static boolean hasFewerSeeds(Campaign campaign) {
    int kept = new ResultsFile(Studies.figures(KitFolder.resolve("figures"), campaign.study().name())
        .resolve("results.json")).seeds();
    int seeds = campaign.seeds().size();
    if (seeds < kept) {
      System.out.printf(Locale.ROOT, "Seeds: %d, and figures hold results of %d, which stay; --seeds %d makes as many, "
          + "--replace writes over them.%n", seeds, kept, kept);
    }
    return seeds < kept;
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

  /**
   * Writes notebooks as HTML pages by the nbconvert of this machine, a command to which options are added. Pages lie
   * beside a copy of MathJax and need no network; their links to each other lead to pages.
   */
  record NotebookPages(List<String> nbconvert) {
    private static final String FORMULAS = "mathjax.js";
    // What nbconvert's pages tell MathJax 2 in their own words.
    private static final String FORMULA_SETTINGS =
        "window.MathJax = {tex: {inlineMath: [['$', '$'], ['\\\\(', '\\\\)']], processEscapes: true, tags: 'ams'}};\n";

    /** @throws FaultslipException if there is no nbconvert */
    static NotebookPages ofThisMachine() {
      return Stream.of(List.of("jupyter", "nbconvert"), List.of("python3", "-m", "nbconvert"))
          .filter(command -> !ProgramRun.outputIfAny(with(command, "--version").toArray(String[]::new)).isEmpty())
          .findFirst().map(NotebookPages::new)
          .orElseThrow(() -> new FaultslipException("--html needs nbconvert, and neither 'jupyter nbconvert' "
              + "nor 'python3 -m nbconvert' runs here; environment/install --jupyter brings it to Debian, pip install "
              + "nbconvert elsewhere."));
    }

    private static List<String> with(List<String> command, String... arguments) {
      return Stream.concat(command.stream(), Stream.of(arguments)).toList();
    }

    /** Writes a page for each notebook, named as the notebook but ending in {@code .html}. */
    void write(List<Path> notebooks, Path folder) {
      List<String> command = new ArrayList<>(with(nbconvert, "--to", "html", "--log-level", "ERROR",
          "--output-dir", folder.toAbsolutePath().toString(),
          // Nothing in these notebooks asks for these two, which would come from elsewhere.
          "--HTMLExporter.require_js_url=", "--HTMLExporter.jquery_url=",
          "--HTMLExporter.mathjax_url=" + FORMULAS, "--HTMLExporter.embed_images=True"));
      notebooks.forEach(notebook -> command.add(notebook.toAbsolutePath().toString()));
      ProgramRun.output("nbconvert", new ProcessBuilder(command).redirectErrorStream(true),
          "are its packages of one version?");
      List<String> names =
          notebooks.stream().map(file -> file.getFileName().toString().replaceFirst("\\.ipynb$", "")).toList();
      try {
        for (String name : names) {
          Path page = folder.resolve(name + ".html");
          AtomicFile.write(page, Files.readString(page)
              .replaceAll("href=\"(" + String.join("|", names) + ")\\.ipynb", "href=\"$1.html"));
        }
        AtomicFile.write(folder.resolve(FORMULAS), mathJax());
      } catch (IOException e) {
        throw new FaultslipException("nbconvert has not written every page, or a jar lacks MathJax: " + e.getMessage()
            + "; try 'jupyter nbconvert --to html'.", e);
      }
    }

    private static String mathJax() throws IOException {
      String version = resource("META-INF/maven/org.webjars.npm/mathjax/pom.properties").lines()
          .filter(line -> line.startsWith("version=")).findFirst().orElseThrow().substring("version=".length());
      return FORMULA_SETTINGS + resource("META-INF/resources/webjars/mathjax/" + version + "/es5/tex-svg-full.js");
    }

    private static String resource(String name) throws IOException {
      return IOUtils.resourceToString(name, StandardCharsets.UTF_8, NotebookPages.class.getClassLoader());
    }
  }
}
