package faultslip.study;

import static faultslip.study.StudyException.made;
import static faultslip.study.StudyException.require;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.DataResource;
import faultslip.data.RecordingFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One recording as a study's file describes it; failures are those at its instrument's sampling (a simulation's: at the
 * reference rate).
 */
record RecordingDescription(String title, @JsonUnwrapped Source source, Time time, Optional<Quantity> from,
    Optional<Quantity> to, Emission emission, Fault fault, Instrument instrument, Optional<Failures> failures) {

  RecordingDescription {
    time = requireNonNullElse(time, new Time("", null));
    instrument = requireNonNullElse(instrument, new Instrument(Optional.empty(), Optional.empty()));
  }

  /** Where numbers are: a path beside the study's file, or resources of the manifest, by their role in the format. */
  record Source(String format, String resource, Map<String, String> resources, Optional<String> path,
      Optional<Recorded> recorded, Map<String, String> options) {
    Source {
      format = requireNonNullElse(format, "csv");
      resources = new LinkedHashMap<>(resources);
      if (resource != null) {
        resources.put("file", resource);
      }
    }

    /** The files of the manifest. */
    List<DataResource> ofManifest() {
      return resources.values().stream().map(DataManifest.ofProject()::resource).toList();
    }

    /** What lies beside the study's file, in its folder. */
    Map<String, Path> beside(Path folder) {
      return path.map(name -> Map.of("file", folder.resolve(name))).orElse(Map.of());
    }

    private void check(Path folder) {
      RecordingFormat known = made("format", "used", () -> RecordingFormat.named(format));
      boolean beside = path.isPresent();
      require(beside == resources.isEmpty(), "",
          "has %s; give either a path beside this file, or a resource of data-manifest.json.",
          beside ? "both a path and a resource" : "neither a path nor a resource");
      resources.forEach((role, name) -> made(role.equals("file") ? "resource" : "resources." + role, "used",
          () -> DataManifest.ofProject().resource(name)));
      Set<String> roles = beside ? Set.of("file") : resources.keySet();
      require(roles.equals(Set.copyOf(known.roles())), beside ? "path" : "resources",
          "is of %s; a recording of format %s has resources %s.", roles, format, known.roles());
      beside(folder).values().forEach(file -> require(Files.isRegularFile(file), "path",
          "is '%s', %s (%s); paths are relative to the study's file.", path.get(),
          Files.isDirectory(file) ? "a folder" : "which is not there", file.toAbsolutePath().normalize()));
      options.keySet().forEach(option -> require(known.options().contains(option), "options." + option,
          "is unknown; format %s has %s.", format,
          known.options().isEmpty() ? "no options" : String.join(", ", known.options())));
      require(beside || recorded.isPresent(), "recorded", "is missing; say rate and duration of the file, so that the "
          + "study can be checked before it is fetched.");
    }
  }

  /** What the whole file holds. */
  record Recorded(Quantity rate, Quantity duration) {}

  /** Column of the time; none in a format with a clock of its own. */
  record Time(String column, String unit) {
    Time {
      unit = requireNonNullElse(unit, "s");
    }
  }

  /** The acoustic emission, or the kinetic energy. */
  record Emission(List<String> columns, Optional<String> combine, String name, String unit, boolean logarithm) {
    Emission {
      name = requireNonNullElse(name, columns.get(0));
      unit = requireNonNullElse(unit, "");
    }
  }

  /** The state of the fault. */
  record Fault(String column, Optional<String> over, String name, String unit) {
    private static final String NUMBER = "[+-]?[0-9.].*";

    Fault {
      name = requireNonNullElse(name, column);
      unit = requireNonNullElse(unit, "");
    }

    /** The column it is divided by; what begins as a number does is none. */
    Optional<String> divisor() {
      return over.filter(text -> !text.matches(NUMBER));
    }

    /** The number it is divided by. */
    Optional<Quantity> stress() {
      return over.filter(text -> text.matches(NUMBER)).map(Quantity::of);
    }

    private void check() {
      made("fault.over", "used", this::stress).ifPresent(stress -> {
        require(stress.unit().equals(unit), "fault.over",
            "is '%s', but column '%s' is in %s; give it in the column's unit.", stress, column,
            unit.isEmpty() ? "no unit" : "'" + unit + "'");
        require(stress.value() > 0, "fault.over", "is %s; give a positive number.", stress);
      });
    }
  }

  /** How an instrument looks: trailing averages, else means over one sampling interval; at the recording's own rate. */
  record Instrument(Optional<Quantity> average, Optional<Quantity> rate) {}

  /** What counts as a failure. */
  record Failures(Quantity slope, Quantity apart) {}

  /**
   * Refuses what can be seen to be wrong before anything is fetched.
   *
   * @param folder that the path is relative to
   * @return the recording, if it lies there
   */
  Optional<RawRecording> check(Path folder) {
    source.check(folder);
    made("path", "used", () -> RecordingFormat.named(source.format).columns(source.beside(folder)))
        .ifPresent(this::requireColumns);
    from.ifPresent(begin -> to.ifPresent(end -> require(begin.seconds() < end.seconds(), "to",
        "is %s, not after 'from', %s; the part must end after it starts.", end, begin)));
    require(emission.columns.size() == 1 || emission.combine.isPresent(), "emission.columns",
        "has %d channels; say how they are combined: combine: mean, or combine: norm.", emission.columns.size());
    fault.check();
    Optional<RawRecording> raw = source.path.map(path ->
        made("", "read", () -> RawRecording.read(this, source.beside(folder))));
    double recorded = raw.map(RawRecording::extent).orElseGet(this::extent).rate().hertz();
    instrument.rate.ifPresent(rate -> RawRecording.wholePart("instrument.rate", rate, recorded));
    raw.ifPresent(there -> made("instrument", "used", there::recorded));
    return raw;
  }

  private void requireColumns(List<String> there) {
    Map<String, String> wanted = new LinkedHashMap<>();
    if (!time.column.isEmpty()) {
      wanted.put("time.column", time.column);
    }
    for (int i = 0; i < emission.columns.size(); i++) {
      wanted.put("emission.columns." + i, emission.columns.get(i));
    }
    wanted.put("fault.column", fault.column);
    fault.divisor().ifPresent(over -> wanted.put("fault.over", over));
    wanted.forEach((key, column) -> require(there.contains(column), key,
        "is '%s', which is no column of the file; there are %s.", column, String.join(", ", there)));
  }

  /** What is read of the file, as far as that can be said before. */
  Recorded extent() {
    Recorded whole = source.recorded.orElseThrow();
    return from.isEmpty() || to.isEmpty() ? whole
        : new Recorded(whole.rate, new Quantity(to.get().seconds() - from.get().seconds(), "s"));
  }

  /**
   * The recording itself.
   *
   * @param folder that the path is relative to
   * @throws faultslip.FaultslipException if a file is missing, damaged or does not fit the description
   */
  RawRecording read(DataFolder data, Path folder) {
    Map<String, Path> files = new HashMap<>(source.beside(folder));
    source.resources.forEach((role, name) -> files.put(role, data.require(DataManifest.ofProject().resource(name))));
    return RawRecording.read(this, files);
  }
}
