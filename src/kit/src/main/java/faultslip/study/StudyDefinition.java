package faultslip.study;

import static faultslip.study.StudyException.made;
import static faultslip.study.StudyException.require;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.data.DataFetcher;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest.DataResource;
import faultslip.series.Recording;
import faultslip.split.SplitFractions;
import faultslip.study.RecordingDescription.Extent;
import faultslip.study.RecordingDescription.Raw;
import faultslip.study.Study.OtherRecordings;
import faultslip.study.Study.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A study as its file defines it, found sound, before its recordings are fetched and read. */
public final class StudyDefinition {
  /** Stands for the samples of a cycle whose length is not known yet, to look at all that does not hang on it. */
  private static final double SAMPLES_OF_SOME_CYCLE = 1000;

  private final StudyFile file;
  private final Description description;
  private final Map<String, Raw> beside;
  private final MethodSettings method;
  private final Optional<SampledMethod> sampled;

  /**
   * What the keys of the file say: those of {@code study.schema.json}, which says what each of them means, with what is
   * taken where one is left out. Recordings and simulations are by name.
   */
  record Description(String study, String title, List<String> notes, Map<String, RecordingDescription> recordings,
      Map<String, SimulationDescription> simulations, String laboratory, Others others, List<String> notebooks,
      JsonNode method) {
    Description {
      title = title.isEmpty() ? study : title;
      others = requireNonNullElse(others, new Others(List.of(), Optional.empty()));
      method = requireNonNullElse(method, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Refuses what can be seen to be wrong before anything is fetched, and what the schema cannot say: names that stand
     * for nothing, units that do not fit, rates above the recording's.
     *
     * @param folder that paths are relative to
     * @return the recordings that lie there, by name
     * @throws StudyException of the first key that is wrong
     */
    Map<String, Raw> check(Path folder) {
      Map<String, String> titles = new HashMap<>();
      Map<String, Raw> beside = new HashMap<>();
      recordings.forEach((name, recording) -> {
        made("recordings." + name, "used", () -> recording.check(folder)).ifPresent(raw -> beside.put(name, raw));
        String other = titles.putIfAbsent(recording.title(), name);
        require(other == null, "recordings." + name + ".title", "is '%s', as that of recording '%s'; results name "
            + "recordings by their titles: give another.", recording.title(), other);
      });
      simulations.forEach((name, simulation) -> {
        String key = "simulations." + name;
        requireRecording(key + ".recording", simulation.recording());
        List<Quantity> rates = simulation.rates();
        simulation.recordings().filter(recordings::containsKey).forEach(recording -> {
          double recorded = extent(recording, beside).rate().hertz();
          for (int i = 0; i < rates.size(); i++) {
            RecordingDescription.wholePart(key + ".rates." + i, rates.get(i), recorded);
          }
        });
        for (int i = 0; i < simulation.beside().size(); i++) {
          requireRecording(key + ".beside." + i, simulation.beside().get(i));
        }
        simulation.reference().ifPresent(reference -> require(rates.contains(reference), key + ".reference",
            "is %s, which is none of the rates %s; choose one of them.", reference, rates));
      });
      requireRecording("laboratory", laboratory);
      for (int i = 0; i < others.recordings().size(); i++) {
        requireRecording("others.recordings." + i, others.recordings().get(i));
      }
      return beside;
    }

    private void requireRecording(String key, String name) {
      require(recordings.containsKey(name), key, "is '%s', which is no recording here; there are %s.", name,
          String.join(", ", recordings.keySet()));
    }

    /** What a recording holds, by those that have been read, or else as it is said to be. */
    Extent extent(String recording, Map<String, Raw> beside) {
      return beside.containsKey(recording) ? beside.get(recording).extent() : recordings.get(recording).extent();
    }

    private Quantity rate(String recording, Map<String, Raw> beside) {
      return recordings.get(recording).instrument().rate().orElse(extent(recording, beside).rate());
    }
  }

  /** A simulation to learn from: at the recording's own rate if there are none, and tested at the first of them. */
  record SimulationDescription(String recording, List<String> beside, List<Quantity> rates,
      Optional<Quantity> reference) {

    Stream<String> recordings() {
      return Stream.concat(Stream.of(recording), beside.stream());
    }
  }

  /** Laboratory recordings that models are applied to unchanged. */
  record Others(List<String> recordings, Optional<String> about) {}

  private StudyDefinition(StudyFile file, Description description, Map<String, Raw> beside, MethodSettings method) {
    this.file = file;
    this.description = description;
    this.beside = beside;
    this.method = method;
    this.sampled = fitting();
  }

  /**
   * Looks for all that can be wrong with a study before its recordings are there, and that the schema cannot say: names
   * that stand for nothing, units that do not fit, rates above the recording's, windows longer than a segment.
   *
   * @throws StudyException naming file, line, key, value and remedy of the first fault found
   */
  static StudyDefinition of(StudyFile file) {
    try {
      Description description = file.description();
      Map<String, Raw> beside = description.check(file.folder());
      MethodSettings method = MethodSettings.standard().changed(description.method(),
          key -> file.where(key.isEmpty() ? "method" : "method." + key));
      return made("method", "used", () -> new StudyDefinition(file, description, beside, method));
    } catch (StudyException e) {
      throw e.in(file);
    }
  }

  /** The study's short name: "public". */
  public String name() {
    return description.study();
  }

  public String title() {
    return description.title();
  }

  /** Numbers of the kit's notebooks that show it; none if all do. */
  public List<String> notebooks() {
    return description.notebooks();
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
    return new StudyDefinition(file, description, beside, method.changed(assignments));
  }

  /**
   * The method in samples; empty if some of it is in cycles, whose length is not known before the recordings are read.
   */
  public Optional<SampledMethod> sampled() {
    return sampled;
  }

  private Optional<SampledMethod> fitting() {
    String laboratory = description.laboratory();
    double hertz = description.rate(laboratory, beside).hertz();
    if (!beside.containsKey(laboratory) && description.recordings().get(laboratory).failures().isPresent()
        && !method.inSeconds(1).equals(method)) {
      method.inSeconds(SAMPLES_OF_SOME_CYCLE / hertz).at(hertz);
      return Optional.empty();
    }
    SplitFractions split = method.splits().laboratory();
    SampledMethod fitting = method.at(hertz, !beside.containsKey(laboratory) ? OptionalDouble.empty()
        : made("splits.laboratory", "used", () -> laboratory(beside.get(laboratory)).recurrence(split)));
    requireSegments(fitting, laboratory, hertz, split);
    description.simulations().values().forEach(simulation -> simulation.recordings().forEach(recording ->
        requireSegments(fitting, recording, simulation.rates().stream().mapToDouble(Quantity::hertz).min()
            .orElse(description.rate(recording, beside).hertz()), method.splits().simulation())));
    return Optional.of(fitting);
  }

  private void requireSegments(SampledMethod fitting, String recording, double hertz, SplitFractions split) {
    double seconds = description.extent(recording, beside).duration().seconds();
    int width = fitting.transfer().network().width();
    int shortest = Math.min(split.train(), split.validation());
    // Half a sample for what rounding takes from a duration.
    double samples = (seconds * hertz + 0.5) * shortest / 100 - split.gap();
    require(width <= samples, "windows.length", "is %s, %d samples, but the shortest segment of '%s' (%d %% of %s s at "
        + "%s Hz) has %d; give shorter windows or a longer recording.", method.windows().length(), width,
        description.recordings().get(recording).title(), shortest, (float) seconds, (float) hertz, (int) samples);
  }

  /** The files of the manifest that it needs, or can use. */
  public List<DataResource> resources() {
    return description.recordings().keySet().stream().flatMap(name -> ofRecording(name).stream()).distinct().toList();
  }

  private List<DataResource> ofRecording(String name) {
    return description.recordings().get(name).source().ofManifest();
  }

  /**
   * Brings the study's files into the data folder; those that are there and right are left alone.
   *
   * @param mirror a folder to take them from instead of the network
   * @throws faultslip.FaultslipException if a file that is not optional cannot be had; if it must be given, before any
   *     is fetched
   */
  public List<FileStatus> fetch(DataFolder data, Optional<Path> mirror, Consumer<String> told) {
    needed().forEach(name -> description.recordings().get(name).source().lacking(data).ifPresent(file -> {
      throw this.file.refusal("recordings." + name + ".given", "is %s, which is not there, and cannot be fetched: %s"
          .formatted(file.in(data).toAbsolutePath().normalize(), file.how()));
    }));
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

  /** In what form each recording beside the file was found, a line each. */
  public List<String> forms() {
    return beside.entrySet().stream().sorted(Map.Entry.comparingByKey())
        .map(found -> found.getKey() + ": " + found.getValue().words()).toList();
  }

  /** Whether all files that it needs are in the data folder, and right. */
  public boolean isThere(DataFolder data) {
    Set<DataResource> needed = needed().flatMap(name -> ofRecording(name).stream()).collect(Collectors.toSet());
    return needed().allMatch(name -> description.recordings().get(name).source().lacking(data).isEmpty())
        && resources().stream().allMatch(resource ->
            (resource.optional() && !needed.contains(resource)) || data.check(resource).isOk());
  }

  // Recordings without which there is no study.
  private Stream<String> needed() {
    return Stream.concat(Stream.of(description.laboratory()),
        description.simulations().values().stream().flatMap(SimulationDescription::recordings));
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
    description.simulations().forEach((name, simulation) -> {
      List<Simulation> all = simulation.recordings().map(recording -> {
        Raw raw = raw(recording, data);
        notes.addAll(raw.remarks());
        List<Recording> rates = simulation.rates().isEmpty() ? List.of(raw.recorded())
            : simulation.rates().stream().map(rate -> raw.sampled(Optional.of(rate))).toList();
        int reference = simulation.reference().map(simulation.rates()::indexOf).orElse(0);
        return new Simulation(name, rates.get(reference), rates, raw.criterion());
      }).toList();
      Simulation first = all.get(0);
      simulations.add(new Simulation(name, first.recording(), first.rates(), first.criterion(),
          all.subList(1, all.size())));
    });
    notes.addAll(description.notes());
    Study described = new Study(name(), simulations, laboratory(raw(description.laboratory(), data)), others(data),
        method, new Study.Sources(notes, hashes(data), Optional.of(file.tree())));
    described.sampled(); // refuses what does not fit
    return described.recurrence().isEmpty() ? described
        : described.withMethod(method.inSeconds(described.recurrence().getAsDouble()));
  }

  private static Study.Laboratory laboratory(Raw raw) {
    return new Study.Laboratory(raw.recorded(), raw.criterion());
  }

  private Raw raw(String recording, DataFolder data) {
    return beside.containsKey(recording) ? beside.get(recording)
        : description.recordings().get(recording).read(data, file.folder());
  }

  private OtherRecordings others(DataFolder data) {
    Map<Boolean, List<String>> byPresence = description.others().recordings().stream()
        .collect(Collectors.partitioningBy(name -> description.recordings().get(name).source().lacking(data).isEmpty()
            && ofRecording(name).stream().allMatch(resource -> !resource.optional() || data.check(resource).isOk())));
    List<Raw> there = byPresence.get(true).stream().map(name -> raw(name, data)).toList();
    String missing = byPresence.get(false).stream().map(name -> description.recordings().get(name).title())
        .collect(Collectors.joining(", "));
    return new OtherRecordings(there.stream().map(StudyDefinition::laboratory).toList(),
        missing.isEmpty() ? description.others().about().orElse(OtherRecordings.NONE.remark())
            : "Second experiment: " + missing
            + " is not in the data folder; ./faultslip fetch brings what can be fetched.");
  }

  private Map<String, String> hashes(DataFolder data) {
    Map<String, String> hashes = new TreeMap<>();
    resources().stream().filter(resource -> !resource.optional() || data.check(resource).isOk())
        .forEach(resource -> hashes.put(resource.fileName(), resource.sha256()));
    description.recordings().values().stream().flatMap(recording -> recording.source().path().stream())
        .forEach(path -> hashes.put(path, DataFile.sha256(file.folder().resolve(path))));
    description.recordings().values().stream().map(RecordingDescription::source)
        .filter(source -> source.lacking(data).isEmpty()).flatMap(source -> source.given().stream()).distinct()
        .forEach(given -> hashes.put(given.path(), DataFile.sha256(given.in(data))));
    return hashes;
  }

  /** The study as a file that describes it, with every setting of its method. */
  public ObjectNode tree() {
    ObjectNode tree = file.tree().deepCopy();
    tree.set("method", method.tree());
    return tree;
  }
}
