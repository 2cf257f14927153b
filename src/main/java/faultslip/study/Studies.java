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
import faultslip.data.WebSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
