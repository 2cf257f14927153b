package faultslip.study;

import faultslip.FaultslipException;
import faultslip.data.DataManifest;
import faultslip.data.RecordingFormat;
import faultslip.data.TextTable;
import faultslip.study.MethodFit.Extent;
import faultslip.study.RecordingReader.Raw;
import faultslip.study.StudyDescription.Emission;
import faultslip.study.StudyDescription.Fault;
import faultslip.study.StudyDescription.RecordingDescription;
import faultslip.study.StudyDescription.SimulationDescription;
import faultslip.study.StudyDescription.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What can be refused in a study before anything is fetched or trained, and what the schema cannot say: names that
 * stand for nothing, units that do not fit, rates above the recording's, windows and scales that do not fit the
 * recordings.
 */
final class StudyCheck {
  private final StudyFile file;
  private final StudyDescription study;
  private final RecordingReader reader;
  private final Map<String, Raw> read = new HashMap<>();

  /** @param reader of the recordings that lie beside the study's file */
  StudyCheck(StudyFile file, StudyDescription study, RecordingReader reader) {
    this.file = file;
    this.study = study;
    this.reader = reader;
  }

  /**
   * Looks for all of it.
   *
   * @return the method with what the study changes of it
   * @throws StudyException naming file, line, key, value and remedy of the first fault found
   */
  MethodSettings method() {
    study.recordings().forEach((name, recording) -> recording("recordings." + name, recording));
    titles();
    study.simulations().forEach((name, simulation) ->
        requireRecording("simulations." + name + ".recording", simulation.recording()));
    requireRecording("laboratory", study.laboratory());
    each("others.recordings", study.others().recordings(), this::requireRecording);
    MethodSettings method = SettingsTree.changed(MethodSettings.standard(), study.method(),
        key -> file.where(key.isEmpty() ? "method" : "method." + key));
    study.recordings().forEach(this::read);
    study.simulations().forEach((name, simulation) -> rates("simulations." + name, simulation));
    try {
      fit().require(method);
    } catch (StudyException e) {
      throw file.refusal(e.setting().isEmpty() ? "method" : "method." + e.setting(), e.what());
    }
    return method;
  }

  /** The recordings that lie beside the study's file, by name. */
  Map<String, Raw> read() {
    return Map.copyOf(read);
  }

  /** What the method must fit. */
  MethodFit fit() {
    RecordingDescription laboratory = study.recordings().get(study.laboratory());
    Optional<Study.Laboratory> there = Optional.ofNullable(read.get(study.laboratory()))
        .map(raw -> new Study.Laboratory(raw.recorded(), raw.criterion()));
    return new MethodFit(there.map(known -> Extent.of(known.recording()))
        .orElseGet(() -> Extent.of(laboratory, laboratory.instrument().rate())), there,
        there.isEmpty() && laboratory.failures().isPresent(),
        study.simulations().values().stream().flatMap(this::extents).toList());
  }

  private Stream<Extent> extents(SimulationDescription simulation) {
    RecordingDescription recording = study.recordings().get(simulation.recording());
    Extent whole = read.containsKey(simulation.recording())
        ? Extent.of(read.get(simulation.recording()).recording())
        : Extent.of(recording, recording.instrument().rate());
    return simulation.rates().isEmpty() ? Stream.of(whole)
        : simulation.rates().stream().map(rate -> new Extent(whole.title(), rate.hertz(), whole.seconds()));
  }

  private void recording(String key, RecordingDescription recording) {
    source(key, recording.source());
    require(!recording.source().format().equals("csv") || !recording.time().column().isEmpty(), key + ".time",
        "is missing; give the column of the time: {column: time, unit: s}.");
    columns(key, recording);
    recording.from().ifPresent(from -> recording.to().ifPresent(to -> require(from.seconds() < to.seconds(),
        key + ".to", "is %s, not after 'from', %s; the part must end after it starts.", to, from)));
    Emission emission = recording.emission();
    require(emission.columns().size() == 1 || emission.combine().isPresent(), key + ".emission.columns",
        "has %d channels; say how they are combined: combine: mean, or combine: norm.", emission.columns().size());
    Fault fault = recording.fault();
    in(key + ".fault.over", fault::stress).ifPresent(stress -> {
      require(stress.unit().equals(fault.unit()), key + ".fault.over",
          "is '%s', but column '%s' is in %s; give it in the column's unit.", stress, fault.column(),
          fault.unit().isEmpty() ? "no unit" : "'" + fault.unit() + "'");
      require(stress.value() > 0, key + ".fault.over", "is %s; give a positive number.", stress);
    });
    recording.source().recorded().ifPresent(recorded -> recording.instrument().rate()
        .ifPresent(rate -> wholePart(key + ".instrument.rate", rate, recorded.rate().hertz())));
  }

  private void source(String key, Source source) {
    RecordingFormat format = in(key + ".format", () -> RecordingFormat.named(source.format()));
    boolean beside = source.path().isPresent();
    require(beside == source.resources().isEmpty(), key,
        "has %s; give either a path beside this file, or a resource of data-manifest.json.",
        beside ? "both a path and a resource" : "neither a path nor a resource");
    source.resources().forEach((role, resource) -> in(key + (role.equals("file") ? ".resource" : ".resources." + role),
        () -> DataManifest.ofProject().resource(resource)));
    Set<String> roles = beside ? Set.of("file") : source.resources().keySet();
    require(roles.equals(Set.copyOf(format.roles())), key + (beside ? ".path" : ".resources"),
        "is of %s; a recording of format %s has resources %s.", roles, format.id(), format.roles());
    source.path().map(path -> reader.folder().resolve(path).toAbsolutePath().normalize()).ifPresent(path ->
        require(Files.isRegularFile(path), key + ".path", "is '%s', %s (%s); paths are relative to the study's file.",
            source.path().get(), Files.isDirectory(path) ? "a folder" : "which is not there", path));
    source.options().keySet().forEach(option -> require(format.options().contains(option), key + ".options." + option,
        "is unknown; format %s has %s.", format.id(),
        format.options().isEmpty() ? "no options" : String.join(", ", format.options())));
    require(beside || source.recorded().isPresent(), key + ".recorded", "is missing; say rate and duration of the "
        + "file, so that the study can be checked before it is fetched.");
  }

  private void columns(String key, RecordingDescription recording) {
    Map<String, Path> files = recording.source().path().map(path -> Map.of("file", reader.folder().resolve(path)))
        .orElse(Map.of());
    in(key + ".path", () -> RecordingFormat.named(recording.source().format()).columns(files)).ifPresent(names -> {
      if (!recording.time().column().isEmpty()) {
        requireColumn(key + ".time.column", recording.time().column(), names);
      }
      each(key + ".emission.columns", recording.emission().columns(), (at, column) -> requireColumn(at, column, names));
      requireColumn(key + ".fault.column", recording.fault().column(), names);
      recording.fault().divisor().ifPresent(over -> requireColumn(key + ".fault.over", over, names));
    });
  }

  private void requireColumn(String key, String column, List<String> names) {
    require(names.contains(column), key, "is '%s', which is no column of the file; there are %s.", column,
        String.join(", ", names));
  }

  private void requireRecording(String key, String name) {
    require(study.recordings().containsKey(name), key, "is '%s', which is no recording here; there are %s.", name,
        String.join(", ", study.recordings().keySet()));
  }

  private void titles() {
    Map<String, String> seen = new HashMap<>();
    study.recordings().forEach((name, recording) -> {
      String other = seen.putIfAbsent(recording.title(), name);
      require(other == null, "recordings." + name + ".title", "is '%s', as that of recording '%s'; results name "
          + "recordings by their titles: give another.", recording.title(), other);
    });
  }

  // Recordings beside the file are read at once: nothing has to be fetched for them.
  private void read(String name, RecordingDescription recording) {
    String key = "recordings." + name;
    if (recording.source().path().isEmpty()) {
      return;
    }
    try {
      read.put(name, reader.read(recording));
    } catch (FaultslipException e) {
      throw file.refusal(key, "cannot be read: " + e.getMessage());
    }
    Raw raw = read.get(name);
    recording.instrument().rate().ifPresent(rate ->
        wholePart(key + ".instrument.rate", rate, raw.recording().clock().frequency()));
    in(key + ".instrument", raw::recorded);
  }

  private void rates(String key, SimulationDescription simulation) {
    double recorded = read.containsKey(simulation.recording())
        ? read.get(simulation.recording()).recording().clock().frequency()
        : study.recordings().get(simulation.recording()).source().recorded().orElseThrow().rate().hertz();
    each(key + ".rates", simulation.rates(), (at, rate) -> wholePart(at, rate, recorded));
    simulation.reference().ifPresent(reference -> require(simulation.rates().contains(reference), key + ".reference",
        "is %s, which is none of the rates %s; choose one of them.", reference, simulation.rates()));
  }

  private void wholePart(String key, Quantity rate, double recorded) {
    in(key, () -> RecordingReader.wholePart(rate, recorded));
  }

  private void require(boolean holds, String key, String what, Object... values) {
    if (!holds) {
      throw file.refusal(key, TextTable.text(what, values));
    }
  }

  private <T> T in(String key, Supplier<T> value) {
    try {
      return value.get();
    } catch (FaultslipException e) {
      throw file.refusal(key, "cannot be used: " + e.getMessage());
    }
  }

  private static <T> void each(String key, List<T> items, BiConsumer<String, T> check) {
    for (int i = 0; i < items.size(); i++) {
      check.accept(key + "." + i, items.get(i));
    }
  }
}
