package faultslip.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.data.DataFetcher;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest;
import faultslip.data.DataManifest.DataResource;
import faultslip.series.Recording;
import faultslip.study.RecordingReader.Raw;
import faultslip.study.Study.OtherRecordings;
import faultslip.study.Study.Simulation;
import faultslip.study.StudyDescription.RecordingDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A study as its file defines it, found sound, before its recordings are fetched and read. */
public final class StudyDefinition {
  private final StudyCheck check;
  private final MethodSettings method;

  private StudyDefinition(StudyCheck check, MethodSettings method) {
    this.check = check;
    this.method = method;
  }

  /**
   * Looks for all that can be wrong with a study before its recordings are there.
   *
   * @param folder that its paths are relative to
   * @throws StudyException naming file, line, key, value and remedy
   */
  static StudyDefinition of(StudyFile file, Path folder) {
    StudyCheck check = StudyCheck.of(file, new RecordingReader(DataFolder.standard(), folder));
    MethodSettings method = SettingsTree.changed(MethodSettings.standard(), check.study().method(),
        key -> file.where(key.isEmpty() ? "method" : "method." + key));
    try {
      check.fitting(method);
    } catch (StudyException e) {
      throw e.in(file);
    }
    return new StudyDefinition(check, method);
  }

  private StudyDescription description() {
    return check.study();
  }

  /** The study's short name: "public". */
  public String name() {
    return description().study();
  }

  public String title() {
    return description().title();
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
    check.fitting(changed);
    return new StudyDefinition(check, changed);
  }

  /**
   * The method in samples; empty if some of it is in cycles, whose length is not known before the recordings are read.
   */
  public Optional<SampledMethod> sampled() {
    return check.fitting(method);
  }

  /** The files of the manifest that it needs, or can use. */
  public List<DataResource> resources() {
    return resources(description().recordings().values().stream());
  }

  private static List<DataResource> resources(Stream<RecordingDescription> recordings) {
    return recordings.flatMap(recording -> recording.source().resources().values().stream())
        .map(DataManifest.ofProject()::resource).distinct().toList();
  }

  /**
   * Brings the study's files into the data folder; those that are there and right are left alone.
   *
   * @param mirror a folder to take them from instead of the network
   * @throws faultslip.FaultslipException if a file that is not optional cannot be had
   */
  public List<FileStatus> fetch(DataFolder data, Optional<Path> mirror, Consumer<String> told) {
    return new DataFetcher(data, mirror, told).fetch(resources());
  }

  /**
   * As {@link #fetch}, if a file is missing or wrong without which the study cannot be read: an optional one that could
   * not be had before is not asked for again.
   */
  public void provide(DataFolder data, Optional<Path> mirror, Consumer<String> told) {
    if (!isThere(data)) {
      fetch(data, mirror, told);
    }
  }

  /** Whether all files that it needs are in the data folder, and right. */
  public boolean isThere(DataFolder data) {
    return resources().stream().allMatch(resource -> resource.optional() || data.check(resource).isOk());
  }

  /**
   * Reads the study's recordings.
   *
   * @throws faultslip.FaultslipException if a file is missing or cannot be used, or the method's windows or scales do
   *     not fit
   */
  public Study read(DataFolder data) {
    List<String> notes = new ArrayList<>();
    List<Simulation> simulations = new ArrayList<>();
    description().simulations().forEach((name, simulation) -> {
      Raw raw = check.recording(simulation.recording(), data);
      notes.addAll(raw.remarks());
      List<Recording> rates = simulation.rates().isEmpty() ? List.of(raw.recorded())
          : simulation.rates().stream().map(rate -> raw.sampled(Optional.of(rate))).toList();
      int reference = simulation.reference().map(simulation.rates()::indexOf).orElse(0);
      simulations.add(new Simulation(name, rates.get(reference), rates, raw.criterion()));
    });
    notes.addAll(description().notes());
    Raw laboratory = check.recording(description().laboratory(), data);
    Study described = new Study(name(), simulations, laboratory.laboratory(), others(data), method,
        new Study.Sources(notes, hashes(data), Optional.of(check.file().tree())));
    described.sampled(); // refuses what does not fit
    return described.recurrence().stream().mapToObj(recurrence -> described.withMethod(method.inSeconds(recurrence)))
        .findFirst().orElse(described);
  }

  private OtherRecordings others(DataFolder data) {
    List<Raw> there = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : description().others().recordings()) {
      RecordingDescription recording = description().recordings().get(name);
      if (resources(Stream.of(recording)).stream()
          .allMatch(resource -> !resource.optional() || data.check(resource).isOk())) {
        there.add(check.recording(name, data));
      } else {
        missing.add(recording.title());
      }
    }
    // The one criterion of all: recordings of one experiment are looked at alike.
    return new OtherRecordings(there.stream().map(Raw::recorded).toList(),
        there.stream().findFirst().flatMap(Raw::criterion),
        missing.isEmpty() ? description().others().about() : "Second experiment: " + String.join(", ", missing)
            + " has not been fetched; ./faultslip fetch brings it where there is a network.");
  }

  private Map<String, String> hashes(DataFolder data) {
    Map<String, String> hashes = new TreeMap<>();
    resources().stream().filter(resource -> !resource.optional() || data.check(resource).isOk())
        .forEach(resource -> hashes.put(resource.fileName(), resource.sha256()));
    description().recordings().values().stream().flatMap(recording -> recording.source().path().stream())
        .forEach(path -> hashes.put(path, DataFile.sha256(check.reader().folder().resolve(path))));
    return hashes;
  }

  /** The study as a file that describes it, with every setting of its method. */
  public ObjectNode tree() {
    ObjectNode tree = check.file().tree().deepCopy();
    tree.set("method", SettingsTree.of(method));
    return tree;
  }
}
