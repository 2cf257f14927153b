package faultslip.study;

import faultslip.FaultslipException;
import faultslip.data.DataFetcher;
import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.DataResource;
import faultslip.data.FetchResult;
import faultslip.data.FileSource;
import faultslip.data.FileStatus;
import faultslip.data.KitFiles;
import faultslip.data.MirrorFolder;
import faultslip.data.TransferListener;
import faultslip.data.UnavailableException;
import faultslip.data.WebSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The studies by name. */
public final class Studies {
  /** Names of the studies there are. */
  public static final List<String> NAMES = List.of(PublicStudy.NAME, SyntheticStudy.NAME);

  private Studies() {}

  /**
   * Refuses a name that is none of a study, before anything is fetched or trained.
   *
   * @throws FaultslipException if there is no such study
   */
  public static void require(String name) {
    if (!NAMES.contains(name)) {
      throw new FaultslipException("Unknown study '" + name + "'; choose one of " + String.join(", ", NAMES) + ".");
    }
  }

  /**
   * How fast the recordings of a study are sampled.
   *
   * @throws FaultslipException if there is no such study
   */
  public static Sampling sampling(String name) {
    require(name);
    return name.equals(SyntheticStudy.NAME) ? Sampling.PAPER : Sampling.SLOW;
  }

  /**
   * Brings the files of a study into the data folder; those that are there and right are left alone.
   *
   * @param mirror a folder to take them from instead of the network
   * @throws FaultslipException if there is no such study, or a file that is not optional cannot be had
   */
  public static List<FetchResult> fetch(String name, DataFolder folder, Optional<Path> mirror, TransferListener listener) {
    require(name);
    FileSource elsewhere = mirror.<FileSource>map(MirrorFolder::new).orElseGet(WebSource::new);
    return new DataFetcher(folder, new KitFiles(elsewhere), listener).fetch(DataManifest.ofProject().ofStudy(name));
  }

  /**
   * The same, but only if a file is missing or wrong without which the study cannot be read: an optional one that could
   * not be had before is not asked for again.
   *
   * @throws FaultslipException as {@link #fetch}
   */
  public static void provide(String name, DataFolder folder, Optional<Path> mirror, TransferListener listener) {
    require(name);
    if (!folder.verify(DataManifest.ofProject().ofStudy(name)).stream().allMatch(status -> status.state() == FileStatus.State.OK || status.resource().optional())) {
      fetch(name, folder, mirror, listener);
    }
  }

  /** Whether the kit's own notebooks show what comes out of this study. */
  public static boolean isShown(String study) {
    return study.equals(PublicStudy.NAME);
  }

  /** Where a study's figures go: those of {@code public} into the folder itself, those of others into one of their name in it. */
  public static Path figures(Path folder, String study) {
    return isShown(study) ? folder : folder.resolve(study);
  }

  /**
   * The study to take where none is named: {@code public} if its files are there or can be fetched, else {@code synthetic},
   * which comes with the kit.
   *
   * @param mirror a folder to take files from instead of the network; what it lacks is not made up for
   * @param why told, in one line, why it is not {@code public}
   * @throws FaultslipException if there is a mirror that lacks files, or files are there that are wrong
   */
  public static String standard(DataFolder folder, Optional<Path> mirror, TransferListener listener, Consumer<String> why) {
    try {
      provide(PublicStudy.NAME, folder, mirror, listener);
      return PublicStudy.NAME;
    } catch (UnavailableException e) {
      if (mirror.isPresent()) {
        throw e;
      }
      why.accept("The recordings of the study '" + PublicStudy.NAME + "' cannot be had; going on with '" + SyntheticStudy.NAME
          + "', which comes with the kit. " + e.getMessage());
      return SyntheticStudy.NAME;
    }
  }

  /**
   * Reads a study whose files are in the data folder.
   *
   * @throws FaultslipException if there is no such study, or a file is missing or cannot be used
   */
  public static Study named(String name, DataFolder folder) {
    require(name);
    Map<String, String> hashes = new TreeMap<>();
    Path files = null;
    for (DataResource resource : DataManifest.ofProject().ofStudy(name)) {
      if (!resource.optional()) {
        files = folder.require(resource).getParent();
      }
      if (!resource.optional() || folder.check(resource).state() == FileStatus.State.OK) {
        hashes.put(resource.fileName(), resource.sha256());
      }
    }
    return name.equals(SyntheticStudy.NAME) ? SyntheticStudy.read(files, hashes) : PublicStudy.read(files, hashes);
  }
}
