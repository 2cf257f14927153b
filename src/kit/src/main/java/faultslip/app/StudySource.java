package faultslip.app;

import faultslip.data.DataFolder;
import faultslip.data.DataFolder.FileStatus;
import faultslip.notebook.Workbench;
import faultslip.study.MethodSettings;
import faultslip.study.SettingsTree;
import faultslip.study.Studies;
import faultslip.study.Study;
import faultslip.study.StudyDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which study, and where its data come from: options that commands share. */
final class StudySource {
  @Option(names = "--study", paramLabel = "NAME|FILE", defaultValue = "${env:FAULTSLIP_STUDY}",
      description = "Which study: public, synthetic, or a study file of your own (default: environment "
          + "FAULTSLIP_STUDY, else public if it can be had, else synthetic).")
  private String study = "";

  @Option(names = "--from", paramLabel = "DIR", defaultValue = "${env:FAULTSLIP_MIRROR}",
      description = "Take the files from this folder instead of the network (default: environment FAULTSLIP_MIRROR).")
  private Optional<Path> mirror = Optional.empty();

  @Option(names = "--set", paramLabel = "KEY=VALUE",
      description = "Change a setting of the method, for instance training.simulation.steps=300; may be given "
          + "several times.")
  private List<String> changes = List.of();

  private StudyDefinition definition;

  /** Refuses an unknown study, a study file that is not sound, or a setting that does not fit, before any work. */
  void require() {
    if (study.isBlank()) {
      SettingsTree.changed(MethodSettings.standard(), changes);
    } else if (definition == null) {
      definition = Studies.of(study).changed(changes);
    }
  }

  /** The study named, or the one that can be had; its files are fetched then. */
  StudyDefinition definition() {
    require();
    if (definition == null) {
      definition = Studies.standard(DataFolder.standard(), mirror, System.err::println).changed(changes);
    }
    return definition;
  }

  // As it was named: a file of one's own by its path.
  private String named() {
    return study.isBlank() ? definition().name()
        : Files.isRegularFile(Path.of(study)) ? Path.of(study).toAbsolutePath().toString() : study;
  }

  /** These options, as they were given. */
  List<String> options() {
    List<String> options = new ArrayList<>(List.of("--study", named()));
    mirror.ifPresent(folder -> options.addAll(List.of("--from", folder.toString())));
    changes.forEach(change -> options.addAll(List.of("--set", change)));
    return options;
  }

  /** What tells a notebook the same. */
  Map<String, String> environment() {
    return Map.of(Workbench.Setting.STUDY.variable(), named(),
        Workbench.Setting.SET.variable(), String.join("\n", changes),
        Workbench.Setting.MIRROR.variable(), mirror.map(folder -> folder.toAbsolutePath().toString()).orElse(""));
  }

  /** Fetches the study's files into the data folder; files that are there and right are left alone. */
  List<FileStatus> fetch() {
    return definition().fetch(DataFolder.standard(), mirror, System.err::println);
  }

  /** Fetches the study's files, but asks for nothing if what it needs is there. */
  void provide() {
    definition().provide(DataFolder.standard(), mirror, System.err::println);
  }

  /** Reads the study from the data folder, with the method as it was changed. */
  Study read() {
    return definition().read(DataFolder.standard());
  }
}
