package faultslip.app;

import faultslip.data.DataFetcher;
import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.DataResource;
import faultslip.data.FetchResult;
import faultslip.data.FileSource;
import faultslip.data.MirrorFolder;
import faultslip.data.TransferListener;
import faultslip.data.WebSource;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where data come from: an option shared by commands. */
final class DataSource {
  @Option(names = "--from", paramLabel = "DIR", defaultValue = "${env:FAULTSLIP_MIRROR}",
      description = "Take the files from this folder instead of the network (default: environment FAULTSLIP_MIRROR).")
  private Path mirror;

  /** Fetches a study's files into the data folder; files that are there and right are left alone. */
  List<FetchResult> fetch(String study) {
    List<DataResource> resources = DataManifest.ofProject().ofStudy(study);
    FileSource source = mirror == null ? new WebSource() : new MirrorFolder(mirror);
    return new DataFetcher(DataFolder.standard(), source, TransferListener.forConsole()).fetch(resources);
  }
}
