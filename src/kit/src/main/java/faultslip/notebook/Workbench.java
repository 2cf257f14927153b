package faultslip.notebook;

import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.experiment.Campaign;
import faultslip.figure.CampaignFigure;
import faultslip.figure.Figure;
import faultslip.gouge.SimulationProgress;
import faultslip.progress.ProgressReport;
import faultslip.study.Studies;
import faultslip.study.Study;
import faultslip.study.StudyDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a notebook works with: a study, the experiments on it, which train what they need when it is asked for, unless
 * the model store has it, and the folder that figures are saved in.
 */
public record Workbench(Study study, Campaign campaign, Path figures) {

  /**
   * Opens a study, "" for the environment's, or else the one that can be had ({@link Studies#standard}); its files are
   * fetched if they are not there yet. Prints a line on what the numbers will stand on. A {@link FaultslipException} if
   * the study or its files cannot be had, figures cannot be written, or the environment holds nonsense.
   *
   * <p>What a notebook leaves open, the environment can set: FAULTSLIP_STUDY by name or file; FAULTSLIP_SET, settings
   * of the method, a line each; FAULTSLIP_SEEDS, from how many seeds at least (1), those that the model store has
   * beyond them take part; FAULTSLIP_QUICK, {@code true} for trainings of a few steps, whose numbers mean nothing;
   * FAULTSLIP_MIRROR, a folder to take recordings from instead of the network; FAULTSLIP_FIGURES, where figures go
   * ({@code figures} in the kit's folder, for other studies than {@code public} one in it).
   */
  public static Workbench open(String studyName) {
    return open(studyName, System.getenv());
  }

  static Workbench open(String studyName, Map<String, String> environment) {
    Function<String, Optional<String>> set = name -> Optional.of(
        environment.getOrDefault("FAULTSLIP_" + name, "").strip()).filter(value -> !value.isEmpty());
    String seeds = set.apply("SEEDS").orElse("1");
    if (!seeds.matches("[1-9][0-9]{0,2}")) {
      throw new FaultslipException("FAULTSLIP_SEEDS is '" + seeds + "'; give a number of seeds, 1 to 999.");
    }
    DataFolder data = DataFolder.standard();
    Optional<Path> mirror = set.apply("MIRROR").map(Path::of);
    Optional<String> named = studyName.isBlank() ? set.apply("STUDY") : Optional.of(studyName);
    StudyDefinition definition =
        named.map(Studies::of).orElseGet(() -> Studies.standard(data, mirror, System.out::println))
            .changed(set.apply("SET").stream().flatMap(String::lines).toList());
    definition.provide(data, mirror, System.out::println);
    Path figures = set.apply("FIGURES").map(Path::of)
        .orElseGet(() -> Studies.figures(kit().resolve("figures"), definition.name()));
    DataFile.requireWritable(figures, "set FAULTSLIP_FIGURES to a folder that you may write to");
    Study study = definition.read(data);
    Campaign campaign = Campaign.of(study, new ModelStore(data.models()), Integer.parseInt(seeds),
        Boolean.parseBoolean(set.apply("QUICK").orElse("")), ProgressReport.inCell("Training", System.out)::training);
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

  /** Shows below a cell how a simulation of a fault gets on, and how long it will still take. */
  public SimulationProgress simulating(String fault) {
    ProgressReport report = ProgressReport.inCell("Simulating", System.out);
    return (done, all) -> report.at(fault, done, all);
  }

  /** Saves a figure as PNG and SVG, under a name without extension, and gives it back to be shown. */
  public Figure keep(Figure figure, String name) {
    figure.save(figures, name);
    return figure;
  }

  /**
   * Draws a figure that is registered as a {@link CampaignFigure}, saves it, and gives it back to be shown; empty if
   * the study has nothing to show in it. A {@link FaultslipException} if there is none, or its files cannot be written.
   */
  public Optional<Figure> figure(String id) {
    return CampaignFigure.others().get(id).draw(campaign).map(figure -> keep(figure, id));
  }
}
