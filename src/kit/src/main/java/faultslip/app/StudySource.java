package faultslip.app;

import faultslip.data.DataFolder;
import faultslip.data.FetchResult;
import faultslip.data.TransferListener;
import faultslip.notebook.WorkbenchSetting;
import faultslip.study.Studies;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which study, and where its data come from: options that commands share. */
final class StudySource {
  @Option(names = "--study", description = "Which study: public, synthetic (default: public if it can be had, else synthetic).")
  private String study;

  @Option(names = "--from", paramLabel = "DIR", defaultValue = "${env:FAULTSLIP_MIRROR}",
      description = "Take the files from this folder instead of the network (default: environment FAULTSLIP_MIRROR).")
  private Path mirror;

  /** Refuses an unknown study. */
  void require() {
    if (study != null) {
      Studies.require(study);
    }
  }

  /** The study named, or the one that can be had; its files are fetched then. */
  String name() {
    if (study == null) {
      study = Studies.standard(DataFolder.standard(), Optional.ofNullable(mirror), TransferListener.forConsole(), System.err::println);
    }
    return study;
  }

  /** These options, as they were given. */
  List<String> options() {
    return mirror == null ? List.of("--study", name()) : List.of("--study", name(), "--from", mirror.toString());
  }

  /** What tells a notebook the same. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(Map.of(WorkbenchSetting.STUDY.variable(), name()));
    if (mirror != null) {
      environment.put(WorkbenchSetting.MIRROR.variable(), mirror.toAbsolutePath().toString());
    }
    return environment;
  }

  /** Fetches the study's files into the data folder; files that are there and right are left alone. */
  List<FetchResult> fetch() {
    return Studies.fetch(name(), DataFolder.standard(), Optional.ofNullable(mirror), TransferListener.forConsole());
  }

  /** The same, but asks for nothing if what the study needs is there. */
  void provide() {
    Studies.provide(name(), DataFolder.standard(), Optional.ofNullable(mirror), TransferListener.forConsole());
  }

  /** Reads the study from the data folder. */
  Study read() {
    return Studies.named(name(), DataFolder.standard());
  }
}
