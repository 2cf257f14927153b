package faultslip.notebook;

import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.FileStatus;
import faultslip.data.TransferListener;
import faultslip.experiment.Campaign;
import faultslip.figure.Figure;
import faultslip.study.Studies;
import faultslip.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a notebook works with: the study, the experiments on it, and the folder of its figures. The environment can set
 * what a notebook leaves open:
 *
 * <ul>
 *   <li>{@code FAULTSLIP_STUDY}: which study ({@code public})
 *   <li>{@code FAULTSLIP_SEEDS}: from how many seeds at least (1); those the model store has beyond them take part
 *   <li>{@code FAULTSLIP_QUICK}: {@code true} for trainings of a few steps, whose numbers mean nothing
 *   <li>{@code FAULTSLIP_FIGURES}: where figures go ({@code figures} in the kit's folder)
 *   <li>{@code FAULTSLIP_MIRROR}: a folder to take recordings from instead of the network
 * </ul>
 */
public final class Workbench {
  private final Study study;
  private final Campaign campaign;
  private final Path figures;

  private Workbench(Study study, Campaign campaign, Path figures) {
    this.study = study;
    this.campaign = campaign;
    this.figures = figures;
  }

  /**
   * Opens a study; its files are fetched if they are not there yet. Prints a line on what the numbers will stand on.
   *
   * @param studyName "" for the environment's, or else {@code public}
   * @throws FaultslipException if there is no such study, its files cannot be had, or the environment holds nonsense
   */
  public static Workbench open(String studyName) {
    return open(studyName, System.getenv());
  }

  static Workbench open(String studyName, Map<String, String> environment) {
    String name = studyName.isBlank() ? setting(environment, "FAULTSLIP_STUDY", "public") : studyName;
    boolean quick = Boolean.parseBoolean(setting(environment, "FAULTSLIP_QUICK", "false"));
    int seeds = seeds(setting(environment, "FAULTSLIP_SEEDS", "1"));
    fetch(name, environment);
    Study study = Studies.named(name, DataFolder.standard());
    Campaign campaign = Campaign.of(study, ModelStore.standard(), seeds, quick, new CellProgress(System.out));
    System.out.println("Study '" + name + "': " + study.simulation().name() + " to " + study.laboratory().name() + ". "
        + campaign.remark());
    return new Workbench(study, campaign, Path.of(setting(environment, "FAULTSLIP_FIGURES", figures().toString())));
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

  private static void fetch(String name, Map<String, String> environment) {
    Studies.require(name);
    DataFolder folder = DataFolder.standard();
    List<FileStatus> files = folder.verify(DataManifest.ofProject().ofStudy(name));
    if (files.stream().allMatch(FileStatus::acceptable)) {
      return;
    }
    String mirror = setting(environment, "FAULTSLIP_MIRROR", "");
    Studies.fetch(name, folder, mirror.isEmpty() ? Optional.empty() : Optional.of(Path.of(mirror)),
        TransferListener.forConsole());
  }

  private static int seeds(String text) {
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new FaultslipException("FAULTSLIP_SEEDS is '" + text + "'; give a number of seeds, 1 to 999.");
    }
    return Integer.parseInt(text);
  }

  private static String setting(Map<String, String> environment, String name, String otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? otherwise : value.strip();
  }

  // In the kit's folder, which is the notebook's or one above it; elsewhere beside the notebook.
  private static Path figures() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("data-manifest.json"))) {
      folder = folder.getParent();
    }
    return (folder == null ? Path.of("").toAbsolutePath() : folder).resolve("figures");
  }
}
