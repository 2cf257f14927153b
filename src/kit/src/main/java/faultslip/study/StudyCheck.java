package faultslip.study;

import faultslip.FaultslipException;
import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.RecordingFormat;
import faultslip.data.TextTable;
import faultslip.split.SplitFractions;
import faultslip.study.RecordingReader.Raw;
import faultslip.study.StudyDescription.Emission;
import faultslip.study.StudyDescription.Fault;
import faultslip.study.StudyDescription.RecordingDescription;
import faultslip.study.StudyDescription.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What can be refused in a study before anything is fetched or trained, and what the schema cannot say: names that
 * stand for nothing, units that do not fit, rates above the recording's, windows and scales that do not fit the
 * recordings.
 */
record StudyCheck(StudyFile file, StudyDescription study, RecordingReader reader, Map<String, Raw> read) {
  /** Stands for the samples of a cycle whose length is not known yet, to look at all that does not hang on it. */
  private static final double SAMPLES_OF_SOME_CYCLE = 1000;

  /**
   * Looks for all of it but for the method.
   *
   * @param reader of the recordings that lie beside the study's file
   * @throws StudyException naming file, line, key, value and remedy of the first fault found
   */
  static StudyCheck of(StudyFile file, RecordingReader reader) {
    StudyCheck check = new StudyCheck(file, file.description(), reader, new HashMap<>());
    check.require();
    return check;
  }

  private void require() {
    Map<String, String> titles = new HashMap<>();
    study.recordings().forEach((name, recording) -> {
      String key = "recordings." + name;
      recording(key, recording);
      String other = titles.putIfAbsent(recording.title(), name);
      require(other == null, key + ".title", "is '%s', as that of recording '%s'; results name recordings by their "
          + "titles: give another.", recording.title(), other);
    });
    study.simulations().forEach((name, simulation) ->
        requireRecording("simulations." + name + ".recording", simulation.recording()));
    requireRecording("laboratory", study.laboratory());
    each("others.recordings", study.others().recordings(), this::requireRecording);
    study.recordings().forEach((name, recording) -> {
      String key = "recordings." + name;
      if (recording.source().path().isPresent()) {
        try {
          read.put(name, reader.read(recording));
        } catch (FaultslipException e) {
          throw file.refusal(key, "cannot be read: " + e.getMessage());
        }
      }
      recording.instrument().rate().ifPresent(rate -> wholePart(key + ".instrument.rate", rate, name));
      Optional.ofNullable(read.get(name)).ifPresent(raw -> in(key + ".instrument", raw::recorded));
    });
    study.simulations().forEach((name, simulation) -> {
      String key = "simulations." + name;
      each(key + ".rates", simulation.rates(), (at, rate) -> wholePart(at, rate, simulation.recording()));
      simulation.reference().ifPresent(reference -> require(simulation.rates().contains(reference),
          key + ".reference", "is %s, which is none of the rates %s; choose one of them.", reference,
          simulation.rates()));
    });
  }

  /** A recording, read; those that lie beside the study's file have been before, for nothing has to be fetched. */
  Raw recording(String name, DataFolder data) {
    return read.containsKey(name) ? read.get(name)
        : new RecordingReader(data, reader.folder()).read(study.recordings().get(name));
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

  private void wholePart(String key, Quantity rate, String recording) {
    in(key, () -> RecordingReader.wholePart(rate, recorded(recording)));
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

  /**
   * Refuses settings that do not fit.
   *
   * @return the method in samples; empty if some of it is in cycles, whose length is not known yet
   * @throws StudyException naming the setting
   */
  Optional<SampledMethod> fitting(MethodSettings method) {
    RecordingDescription laboratory = study.recordings().get(study.laboratory());
    double hertz = laboratory.instrument().rate().map(Quantity::hertz).orElse(recorded(study.laboratory()));
    boolean toCome = !read.containsKey(study.laboratory()) && laboratory.failures().isPresent();
    if (toCome && !method.inSeconds(1).equals(method)) {
      method.inSeconds(SAMPLES_OF_SOME_CYCLE / hertz).at(hertz);
      return Optional.empty();
    }
    SampledMethod sampled = method.at(hertz, recurrence(method.splits().laboratory()));
    requireSegments(sampled, study.laboratory(), hertz, method.splits().laboratory());
    study.simulations().values().forEach(simulation -> {
      Optional<Quantity> own = study.recordings().get(simulation.recording()).instrument().rate();
      List<Quantity> rates = simulation.rates().isEmpty() ? own.stream().toList() : simulation.rates();
      double lowest = rates.stream().mapToDouble(Quantity::hertz).min().orElse(recorded(simulation.recording()));
      requireSegments(sampled, simulation.recording(), lowest, method.splits().simulation());
    });
    return Optional.of(sampled);
  }

  /** Samples a second that a recording's file holds. */
  private double recorded(String recording) {
    return read.containsKey(recording) ? read.get(recording).recording().clock().frequency()
        : study.recordings().get(recording).source().recorded().orElseThrow().rate().hertz();
  }

  private OptionalDouble recurrence(SplitFractions split) {
    try {
      return read.containsKey(study.laboratory()) ? read.get(study.laboratory()).laboratory().recurrence(split)
          : OptionalDouble.empty();
    } catch (FaultslipException e) {
      throw new StudyException("splits.laboratory", "is %s: %s".formatted(split, e.getMessage()), e);
    }
  }

  private void requireSegments(SampledMethod sampled, String recording, double hertz, SplitFractions split) {
    RecordingDescription described = study.recordings().get(recording);
    double seconds = read.containsKey(recording)
        ? read.get(recording).recording().length() * read.get(recording).recording().clock().interval()
        : described.to().isPresent() && described.from().isPresent()
        ? described.to().get().seconds() - described.from().get().seconds()
        : described.source().recorded().orElseThrow().duration().seconds();
    int width = sampled.transfer().network().width();
    int shortest = Math.min(split.train(), split.validation());
    // Half a sample for what rounding takes from a duration.
    double samples = (seconds * hertz + 0.5) * shortest / 100;
    if (width > samples) {
      throw new StudyException("windows.length", ("is %s, %d samples, but the shortest segment of '%s' "
          + "(%d %% of %s s at %s Hz) has %d; give shorter windows or a longer recording.")
          .formatted(sampled.settings().windows().length(), width, described.title(), shortest,
          (float) seconds, (float) hertz, (int) samples), null);
    }
  }
}
