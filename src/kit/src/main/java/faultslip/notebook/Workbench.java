package faultslip.notebook;

import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.experiment.Campaign;
import faultslip.figure.CampaignFigure;
import faultslip.figure.Figure;
import faultslip.progress.ProgressReport;
import faultslip.study.Studies;
import faultslip.study.Study;
import faultslip.study.StudyDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a notebook works with: the study, the experiments on it, and the folder of its figures. The environment can set
 * what a notebook leaves open: see {@link Setting}.
 */
public final class Workbench {
  private final Study study;
  private final Campaign campaign;
  private final Path figures;

  /** What the environment can set for every notebook. */
  public enum Setting {
    /** Which study, by name or by its file ({@code public} if it can be had, else {@code synthetic}). */
    STUDY,
    /** Settings of the method changed, a line each: {@code training.simulation.steps=300}. */
    SET,
    /** From how many seeds at least (1); those that the model store has beyond them take part. */
    SEEDS,
    /** {@code true} for trainings of a few steps, whose numbers mean nothing. */
    QUICK,
    /** Where figures go ({@code figures} in the kit's folder, for other studies than {@code public} one in it). */
    FIGURES,
    /** A folder to take recordings from instead of the network. */
    MIRROR;

    /** Name of the environment variable: {@code FAULTSLIP_STUDY}. */
    public String variable() {
      return "FAULTSLIP_" + name();
    }

    private Optional<String> in(Map<String, String> environment) {
      return Optional.of(environment.getOrDefault(variable(), "").strip()).filter(value -> !value.isEmpty());
    }
  }

  private Workbench(Study study, Campaign campaign, Path figures) {
    this.study = study;
    this.campaign = campaign;
    this.figures = figures;
  }

  /**
   * Opens a study; its files are fetched if they are not there yet. Prints a line on what the numbers will stand on.
   *
   * @param studyName "" for the environment's, or else the one that can be had ({@link Studies#standard})
   * @throws FaultslipException if there is no such study, its files cannot be had, figures cannot be written, or the
   *     environment holds nonsense
   */
  public static Workbench open(String studyName) {
    return open(studyName, System.getenv());
  }

  static Workbench open(String studyName, Map<String, String> environment) {
    String named = studyName.isBlank() ? Setting.STUDY.in(environment).orElse("") : studyName;
    boolean quick = Boolean.parseBoolean(Setting.QUICK.in(environment).orElse("false"));
    String seeds = Setting.SEEDS.in(environment).orElse("1");
    if (!seeds.matches("[1-9][0-9]{0,2}")) {
      throw new FaultslipException(
          Setting.SEEDS.variable() + " is '" + seeds + "'; give a number of seeds, 1 to 999.");
    }
    Optional<Path> mirror = Setting.MIRROR.in(environment).map(Path::of);
    List<String> changes = Setting.SET.in(environment).stream().flatMap(String::lines).toList();
    StudyDefinition definition = definition(named, mirror, changes);
    Path figures = Setting.FIGURES.in(environment).map(Path::of).orElseGet(() -> figures(definition.name()));
    DataFile.requireWritable(figures, "set " + Setting.FIGURES.variable() + " to a folder that you may write to");
    Study study = definition.read(DataFolder.standard());
    Campaign campaign = Campaign.of(study, new ModelStore(DataFolder.standard().models()), Integer.parseInt(seeds),
        quick, ProgressReport.inCell("Training", System.out)::training);
    System.out.println("Study '" + study.name() + "': " + study.simulation().recording()
        .name() + " to " + study.laboratory().recording().name() + ". " + campaign.remark());
    return new Workbench(study, campaign, figures);
  }

  private static StudyDefinition definition(String named, Optional<Path> mirror, List<String> changes) {
    if (named.isEmpty()) {
      return Studies.standard(DataFolder.standard(), mirror, System.out::println).changed(changes);
    }
    StudyDefinition definition = Studies.of(named).changed(changes);
    definition.provide(DataFolder.standard(), mirror, System.out::println);
    return definition;
  }

  // In the kit's folder, which is the notebook's or one above it; elsewhere beside the notebook.
  private static Path figures(String study) {
    Path here = Path.of("").toAbsolutePath();
    Path kit = Stream.iterate(here, Objects::nonNull, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("data-manifest.json"))).findFirst().orElse(here);
    return Studies.figures(kit.resolve("figures"), study);
  }

  public Study study() {
    return study;
  }

  /** The experiments. What they need is trained when it is asked for, if the model store does not have it. */
  public Campaign campaign() {
    return campaign;
  }

  /**
   * Saves a figure as PNG and SVG, and gives it back to be shown.
   *
   * @param name of the files, without extension
   * @throws FaultslipException if they cannot be written
   */
  public Figure keep(Figure figure, String name) {
    figure.save(figures, name);
    return figure;
  }

  /**
   * Draws a figure that is registered as a {@link CampaignFigure}, saves it, and gives it back to be shown.
   *
   * @return empty if the study has nothing to show in it
   * @throws FaultslipException if there is no such figure, or its files cannot be written
   */
  public Optional<Figure> figure(String id) {
    return CampaignFigure.others().get(id).draw(campaign).map(figure -> keep(figure, id));
  }
}
