package faultslip.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.data.DataFetcher;
import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.DataResource;
import faultslip.data.FetchResult;
import faultslip.data.FileSource;
import faultslip.data.FileStatus;
import faultslip.data.KitFiles;
import faultslip.data.MirrorFolder;
import faultslip.data.Sha256;
import faultslip.data.TransferListener;
import faultslip.data.WebSource;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.study.RecordingReader.Raw;
import faultslip.study.StudyDescription.RecordingDescription;
import faultslip.study.StudyDescription.SimulationDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A study as its file defines it, found sound, before its recordings are fetched and read. */
public final class StudyDefinition {
  private final StudyDescription description;
  private final ObjectNode tree;
  private final MethodSettings method;
  private final Path folder;
  private final Map<String, Raw> beside;
  private final MethodFit fit;

  private StudyDefinition(StudyFile file, Path folder) {
    this.description = StudyReader.describe(file);
    this.tree = file.tree();
    this.folder = folder;
    StudyCheck check = new StudyCheck(file, description, DataManifest.ofProject(),
        new RecordingReader(DataFolder.standard(), folder));
    check.run();
    this.method = check.method();
    this.beside = check.read();
    this.fit = check.fit();
  }

  private StudyDefinition(StudyDefinition other, MethodSettings method) {
    this.description = other.description;
    this.tree = other.tree;
    this.folder = other.folder;
    this.beside = other.beside;
    this.fit = other.fit;
    this.method = method;
  }

  /**
   * Reads a study's file, and looks for all that can be wrong with it before its recordings are there.
   *
   * @throws StudyException naming file, line, key, value and remedy
   */
  public static StudyDefinition of(Path file) {
    return new StudyDefinition(StudyFile.read(file), file.toAbsolutePath().getParent());
  }

  static StudyDefinition ofKit(String study) {
    return new StudyDefinition(StudyFile.ofKit(study), Path.of(""));
  }

  /** The study's short name: "public". */
  public String name() {
    return description.study();
  }

  /** One line on it. */
  public String title() {
    return description.text().title();
  }

  /** The method with what the study changes of it. */
  public MethodSettings method() {
    return method;
  }

  /**
   * The study with settings changed as on the command line.
   *
   * @param assignments each {@code path.of.keys=value}
   * @throws faultslip.FaultslipException if one is unknown, or does not fit the study's recordings
   */
  public StudyDefinition changed(List<String> assignments) {
    MethodSettings changed = SettingsTree.changed(method, assignments);
    fit.require(changed);
    return new StudyDefinition(this, changed);
  }

  /**
   * The method in samples; empty if some of it is in cycles, whose length is not known before the recordings are read.
   */
  public Optional<SampledMethod> sampled() {
    return fit.require(method);
  }

  /** The files of the manifest that it needs, or can use. */
  public List<DataResource> resources() {
    DataManifest manifest = DataManifest.ofProject();
    return description.recordings().values().stream()
        .flatMap(recording -> recording.file().resources().values().stream())
        .distinct().map(manifest::resource).toList();
  }

  /**
   * Brings the study's files into the data folder; those that are there and right are left alone.
   *
   * @param mirror a folder to take them from instead of the network
   * @throws faultslip.FaultslipException if a file that is not optional cannot be had
   */
  public List<FetchResult> fetch(DataFolder data, Optional<Path> mirror, TransferListener listener) {
    FileSource elsewhere = mirror.<FileSource>map(MirrorFolder::new).orElseGet(WebSource::new);
    return new DataFetcher(data, new KitFiles(elsewhere), listener).fetch(resources());
  }

  /**
   * Brings the study's files into the data folder if one is missing or wrong without which it cannot be read: an
   * optional one that could not be had before is not asked for again.
   *
   * @throws faultslip.FaultslipException as {@link #fetch}
   */
  public void provide(DataFolder data, Optional<Path> mirror, TransferListener listener) {
    if (!data.verify(resources()).stream()
        .allMatch(status -> status.state() == FileStatus.State.OK || status.resource().optional())) {
      fetch(data, mirror, listener);
    }
  }

  /**
   * Reads the study's recordings.
   *
   * @throws faultslip.FaultslipException if a file is missing or cannot be used, or the method's windows or scales do
   *     not fit
   */
  public Study read(DataFolder data) {
    RecordingReader reader = new RecordingReader(data, folder);
    List<String> notes = new ArrayList<>();
    List<Simulation> simulations = new ArrayList<>();
    description.parts().simulations().forEach((name, simulation) -> {
      Raw raw = raw(reader, simulation.recording());
      notes.addAll(raw.remarks());
      simulations.add(simulation(name, simulation, raw));
    });
    notes.addAll(description.text().notes());
    String laboratory = description.parts().laboratory();
    Study described = new Study(name(), simulations,
        new Study.Laboratory(raw(reader, laboratory).recorded(), criterion(recording(laboratory))),
        others(reader, data), method, new Study.Sources(notes, hashes(data), Optional.of(tree)));
    OptionalDouble recurrence = described.recurrence();
    described.sampled(); // refuses what is in cycles if their length is not known
    Study study = recurrence.isPresent() ? described.withMethod(method.inSeconds(recurrence.getAsDouble())) : described;
    study.requireCycle();
    return study;
  }

  private Simulation simulation(String name, SimulationDescription simulation, Raw raw) {
    Optional<FailureCriterion> criterion = criterion(recording(simulation.recording()));
    if (simulation.rates().isEmpty()) {
      return new Simulation(name, raw.recorded(), List.of(raw.recorded()), criterion);
    }
    List<Recording> rates = simulation.rates().stream().map(rate -> raw.sampled(Optional.of(rate))).toList();
    int reference = simulation.reference().map(simulation.rates()::indexOf).orElse(0);
    return new Simulation(name, rates.get(reference), rates, criterion);
  }

  private OtherRecordings others(RecordingReader reader, DataFolder data) {
    List<String> all = description.parts().others().recordings();
    List<String> there = all.stream().filter(name -> isThere(recording(name), data)).toList();
    String missing = all.stream().filter(name -> !there.contains(name)).map(name -> recording(name).title())
        .collect(Collectors.joining(", "));
    String about = description.parts().others().about();
    // The one criterion of all: recordings of one experiment are looked at alike.
    return new OtherRecordings(there.stream().map(name -> raw(reader, name).recorded()).toList(),
        there.stream().findFirst().map(this::recording).flatMap(StudyDefinition::criterion),
        missing.isEmpty() ? about : "Second experiment: " + missing
            + " has not been fetched; ./faultslip fetch brings it where there is a network.");
  }

  private static boolean isThere(RecordingDescription recording, DataFolder data) {
    return recording.file().resources().values().stream().map(DataManifest.ofProject()::resource)
        .allMatch(resource -> !resource.optional() || data.check(resource).state() == FileStatus.State.OK);
  }

  private Map<String, String> hashes(DataFolder data) {
    Map<String, String> hashes = new TreeMap<>();
    resources().stream().filter(resource -> !resource.optional() || data.check(resource).state() == FileStatus.State.OK)
        .forEach(resource -> hashes.put(resource.fileName(), resource.sha256()));
    description.recordings().values().stream().flatMap(recording -> recording.file().path().stream())
        .forEach(path -> hashes.put(path, Sha256.of(folder.resolve(path))));
    return hashes;
  }

  private RecordingDescription recording(String recording) {
    return description.recordings().get(recording);
  }

  private Raw raw(RecordingReader reader, String recording) {
    return beside.containsKey(recording) ? beside.get(recording) : reader.read(recording(recording));
  }

  static Optional<FailureCriterion> criterion(RecordingDescription recording) {
    return recording.failures()
        .map(failures -> new FailureCriterion(failures.slope().value(), failures.apart().seconds()));
  }

  /** What it consists of, a line each, for people. */
  public List<String> lines() {
    Map<String, String> roles = new LinkedHashMap<>();
    description.parts().simulations()
        .forEach((name, simulation) -> roles.merge(simulation.recording(), "simulation " + name
        + (simulation.rates().isEmpty() ? "" : ", learned from at " + simulation.rates()), (a, b) -> a + "; " + b));
    roles.merge(description.parts().laboratory(), "laboratory", (a, b) -> a + "; " + b);
    description.parts().others().recordings().forEach(other -> roles.merge(other, "other", (a, b) -> a + "; " + b));
    Stream<String> recordings =
        description.recordings().entrySet().stream().map(entry -> "  %s: %s (%s)".formatted(entry.getKey(),
        entry.getValue().title(), roles.getOrDefault(entry.getKey(), "not used")));
    return Stream.concat(Stream.of(name() + ": " + title(), "Recordings:"), recordings).toList();
  }
}
