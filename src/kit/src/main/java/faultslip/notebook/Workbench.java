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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a notebook works with. The environment can set what a notebook leaves open: see {@link Setting}.
 *
 * @param study it works on
 * @param campaign the experiments; what they need is trained when it is asked for, if the model store does not have it
 * @param figures the folder that they are saved in
 */
public record Workbench(Study study, Campaign campaign, Path figures) {

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
    String seeds = Setting.SEEDS.in(environment).orElse("1");
    if (!seeds.matches("[1-9][0-9]{0,2}")) {
      throw new FaultslipException(
          Setting.SEEDS.variable() + " is '" + seeds + "'; give a number of seeds, 1 to 999.");
    }
    DataFolder data = DataFolder.standard();
    Optional<Path> mirror = Setting.MIRROR.in(environment).map(Path::of);
    String named = studyName.isBlank() ? Setting.STUDY.in(environment).orElse("") : studyName;
    StudyDefinition definition =
        (named.isEmpty() ? Studies.standard(data, mirror, System.out::println) : Studies.of(named))
            .changed(Setting.SET.in(environment).stream().flatMap(String::lines).toList());
    definition.provide(data, mirror, System.out::println);
    Path figures = Setting.FIGURES.in(environment).map(Path::of)
        .orElseGet(() -> Studies.figures(kit().resolve("figures"), definition.name()));
    DataFile.requireWritable(figures, "set " + Setting.FIGURES.variable() + " to a folder that you may write to");
    Study study = definition.read(data);
    Campaign campaign = Campaign.of(study, new ModelStore(data.models()), Integer.parseInt(seeds),
        Boolean.parseBoolean(Setting.QUICK.in(environment).orElse("")),
        ProgressReport.inCell("Training", System.out)::training);
    System.out.println("Study '" + study.name() + "': " + study.simulation().recording()
        .name() + " to " + study.laboratory().recording().name() + ". " + campaign.remark());
    return new Workbench(study, campaign, figures);
  }

  // The notebook's folder or one above it; elsewhere the notebook's.
  private static Path kit() {
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, Objects::nonNull, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("data-manifest.json"))).findFirst().orElse(here);
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
    return CampaignFigure.named(id).draw(campaign).map(figure -> keep(figure, id));
  }
}
