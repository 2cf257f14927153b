package faultslip.study;

import faultslip.data.DataException.UnavailableException;
import faultslip.data.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The studies there are: those that come with the kit, by name, and those of one's own, by file. */
public final class Studies {
  /** The study that the kit's own notebooks show, and the one that needs no network. */
  static final String SHOWN = "public";
  static final String OFFLINE = "synthetic";
  private static final List<String> KIT = List.of(SHOWN, "p4677", "simulated-faults", "paper", "p4679", OFFLINE);

  private Studies() {}

  /** Those that come with the kit. */
  public static List<StudyDefinition> ofKit() {
    return KIT.stream().map(Studies::of).toList();
  }

  /**
   * The study of a name, or of a file of one's own.
   *
   * @param nameOrFile "public", or a path that ends with {@code .yaml} or {@code .yml}
   * @throws StudyException if there is none, or its file is not sound
   */
  public static StudyDefinition of(String nameOrFile) {
    if (KIT.contains(nameOrFile)) {
      return StudyDefinition.of(StudyFile.ofKit(nameOrFile));
    }
    if (nameOrFile.matches("(?i).*(\\.ya?ml|/.*)") || Files.isRegularFile(Path.of(nameOrFile))) {
      return StudyDefinition.of(StudyFile.read(Path.of(nameOrFile)));
    }
    throw new StudyException("Unknown study '%s'; choose one of %s, or a study file of your own (.yaml)."
        .formatted(nameOrFile, String.join(", ", KIT)));
  }

  /** A study file to fill in, as text. */
  public static String template() {
    return StudyFile.resource("template.yaml");
  }

  /** Whether the kit's own notebooks show what comes out of this study. */
  public static boolean isShown(String study) {
    return study.equals(SHOWN);
  }

  /** Where a study's figures go: into the folder itself if it is shown, else into one of its name in it. */
  public static Path figures(Path folder, String study) {
    return isShown(study) ? folder : folder.resolve(study);
  }

  /**
   * The study to take where none is named: {@code public} if its files are there or can be fetched, else
   * {@code synthetic}, which comes with the kit.
   *
   * @param mirror a folder to take files from instead of the network; what it lacks is not made up for
   * @param told what is fetched, and in one line, why it is not {@code public}
   * @throws faultslip.FaultslipException if there is a mirror that lacks files, or files are there that are wrong
   */
  public static StudyDefinition standard(DataFolder folder, Optional<Path> mirror, Consumer<String> told) {
    try {
      StudyDefinition shown = of(SHOWN);
      shown.provide(folder, mirror, told);
      return shown;
    } catch (UnavailableException e) {
      if (mirror.isPresent()) {
        throw e;
      }
      told.accept("The recordings of the study '" + SHOWN + "' cannot be had; going on with '" + OFFLINE
          + "', which comes with the kit. " + e.getMessage());
      return of(OFFLINE);
    }
  }

  /**
   * Reads a study whose files are in the data folder.
   *
   * @throws faultslip.FaultslipException as {@link #of} and {@link StudyDefinition#read}
   */
  public static Study read(String nameOrFile, DataFolder folder) {
    return of(nameOrFile).read(folder);
  }
}
