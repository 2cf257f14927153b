package faultslip.app;

import faultslip.FaultslipException;
import faultslip.data.DataFolder;
import faultslip.data.DataFolder.FileStatus;
import faultslip.study.MethodSettings;
import faultslip.study.Studies;
import faultslip.study.Study;
import faultslip.study.StudyDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which study, and where its data come from: options that commands share. */
final class StudySource {
  @Option(names = "--study", paramLabel = "NAME|FILE", defaultValue = "${env:FAULTSLIP_STUDY}",
      description = "Which study: one of ./faultslip study list, or a study file of your own (default: environment "
          + "FAULTSLIP_STUDY, else public if it can be had, else synthetic).")
  private String study = "";

  @Option(names = "--from", paramLabel = "DIR", defaultValue = "${env:FAULTSLIP_MIRROR}",
      description = "Take the files from this folder instead of the network (default: environment FAULTSLIP_MIRROR).")
  private Optional<Path> mirror = Optional.empty();

  @Option(names = "--set", paramLabel = "KEY=VALUE", split = "\n", defaultValue = "${env:FAULTSLIP_SET}",
      description = "Change a setting of the method, for instance training.simulation.steps=300; may be given "
          + "several times (default: environment FAULTSLIP_SET, a line each). With several values, as in a=1,2,3, "
          + "where a command does each.")
  private List<String> set = List.of();

  private StudyDefinition definition;

  private List<String> changes() {
    List<String> changes = set.stream().filter(change -> !change.isBlank()).toList();
    changes.stream().filter(change -> values(change).size() > 1).findFirst().ifPresent(change -> {
      throw new FaultslipException("--set " + change + ": several values, and one is to be done here; ./faultslip plan "
          + "and ./faultslip train take each.");
    });
    return changes;
  }

  /** This source once for each combination of the values that settings are given: as it is, if each has one. */
  List<StudySource> variants() {
    List<List<String>> all = List.of(List.of());
    for (String change : set) {
      all = all.stream().flatMap(before -> values(change).stream()
          .map(value -> Stream.concat(before.stream(), Stream.of(value)).toList())).toList();
    }
    return all.stream().map(changes -> {
      StudySource variant = new StudySource();
      variant.study = study;
      variant.mirror = mirror;
      variant.set = changes;
      return variant;
    }).toList();
  }

  // "a=1,2" is "a=1" and "a=2"; a list, a group or a text in quotes is one value.
  private static List<String> values(String change) {
    String[] parts = change.split("=", 2);
    return parts.length < 2 || !parts[1].contains(",") || parts[1].matches("\\s*[\\[{'\"].*") ? List.of(change)
        : Stream.of(parts[1].split(",")).map(value -> parts[0] + "=" + value.strip()).toList();
  }

  /** Whether a study has been named. */
  boolean isNamed() {
    return !study.isBlank();
  }

  /** What tells the same to a command, as arguments. */
  List<String> arguments() {
    return Stream.concat(Stream.of("--study=" + named()), changes().stream().map(change -> "--set=" + change)).toList();
  }

  /** Refuses an unknown study, a study file that is not sound, or a setting that does not fit, before any work. */
  void require() {
    if (study.isBlank()) {
      MethodSettings.standard().changed(changes());
    } else {
      definition();
    }
  }

  /** The study named, or the one that can be had; its files are fetched then. */
  private StudyDefinition definition() {
    if (definition == null) {
      definition = (study.isBlank() ? Studies.standard(DataFolder.standard(), mirror, System.err::println)
          : Studies.of(study)).changed(changes());
    }
    return definition;
  }

  // A file of one's own by its path.
  private String named() {
    return study.isBlank() ? definition().name()
        : Files.isRegularFile(Path.of(study)) ? Path.of(study).toAbsolutePath().toString() : study;
  }

  /** What tells the same to a notebook, or to a command in a process of its own. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(Map.of("FAULTSLIP_STUDY", named()));
    mirror.ifPresent(from -> environment.put("FAULTSLIP_MIRROR", from.toAbsolutePath().toString()));
    environment.put("FAULTSLIP_SET", String.join("\n", changes()));
    return environment;
  }

  /** Numbers of the notebooks to run: those asked for, else those that show the study; none for all. */
  List<String> notebooks(List<String> only) {
    return only.isEmpty() ? definition().notebooks() : only;
  }

  /** Fetches the study's files into the data folder; files that are there and right are left alone. */
  List<FileStatus> fetch() {
    return definition().fetch(DataFolder.standard(), mirror, System.err::println);
  }

  /** Reads the study, with the method as it was changed; its files are fetched if one that it needs is not there. */
  Study read() {
    definition().provide(DataFolder.standard(), mirror, System.err::println);
    return definition().read(DataFolder.standard());
  }
}
