package faultslip.study;

import faultslip.FaultslipException;
import faultslip.data.DataException;
import faultslip.data.DataManifest;
import faultslip.data.RecordingFormat;
import faultslip.study.MethodFit.Extent;
import faultslip.study.RecordingReader.Raw;
import faultslip.study.StudyDescription.Columns;
import faultslip.study.StudyDescription.Recorded;
import faultslip.study.StudyDescription.RecordingDescription;
import faultslip.study.StudyDescription.SimulationDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be refused in a study before anything is fetched, read or trained: names that stand for nothing, units that
 * do not fit, rates above the recording's, windows and scales that do not fit the recordings.
 */
final class StudyCheck {
  /** Rates are taken as whole parts of the recording's if they are so to this part. */
  private static final double ROUNDING = 0.01;

  private final StudyFile file;
  private final StudyDescription study;
  private final DataManifest manifest;
  private final RecordingReader reader;
  private final Map<String, Raw> read = new HashMap<>();

  /** @param reader of the recordings that lie beside the study's file */
  StudyCheck(StudyFile file, StudyDescription study, DataManifest manifest, RecordingReader reader) {
    this.file = file;
    this.study = study;
    this.manifest = manifest;
    this.reader = reader;
  }

  /** @throws StudyException naming file, line, key, value and remedy of the first fault found */
  void run() {
    study.recordings().forEach((name, recording) -> recording("recordings." + name, recording));
    titles();
    study.parts().simulations().forEach((name, simulation) ->
        requireRecording("simulations." + name + ".recording", simulation.recording()));
    requireRecording("laboratory", study.parts().laboratory());
    for (int i = 0; i < study.parts().others().recordings().size(); i++) {
      requireRecording("others.recordings." + i, study.parts().others().recordings().get(i));
    }
    MethodSettings method = method();
    study.recordings().forEach(this::read);
    study.parts().simulations().forEach((name, simulation) -> rates("simulations." + name, simulation));
    try {
      fit().require(method);
    } catch (StudyException e) {
      throw file.refusal("method" + e.setting().map(setting -> "." + setting).orElse(""), e.what());
    }
  }

  /** The recordings that lie beside the study's file, by name. */
  Map<String, Raw> read() {
    return Map.copyOf(read);
  }

  /** What the method must fit. */
  MethodFit fit() {
    String laboratory = study.parts().laboratory();
    RecordingDescription description = study.recordings().get(laboratory);
    Optional<Study.Laboratory> recording = Optional.ofNullable(read.get(laboratory))
        .map(raw -> new Study.Laboratory(raw.recorded(), StudyDefinition.criterion(description)));
    List<Extent> simulations = study.parts().simulations().values().stream().flatMap(simulation -> {
      List<Quantity> rates = simulation.rates();
      Extent whole = extent(simulation.recording(), study.recordings().get(simulation.recording()).instrument().rate());
      return rates.isEmpty() ? Stream.of(whole) : rates.stream()
          .map(rate -> new Extent(whole.title(), rate.hertz(), whole.seconds()));
    }).toList();
    return new MethodFit(recording.map(Study.Laboratory::recording).map(Extent::of).orElseGet(() ->
        extent(laboratory, description.instrument().rate())), recording,
        recording.isEmpty() && description.failures().isPresent(), simulations);
  }

  private Extent extent(String name, Optional<Quantity> rate) {
    if (read.containsKey(name)) {
      return Extent.of(read.get(name).recording());
    }
    RecordingDescription recording = study.recordings().get(name);
    Recorded recorded = recording.file().recorded().orElseThrow();
    Columns columns = recording.columns();
    double seconds = columns.from().isPresent() && columns.to().isPresent()
        ? columns.to().get().seconds() - columns.from().get().seconds()
        : recorded.duration().seconds();
    return new Extent(recording.title(), rate.orElse(recorded.rate()).hertz(), seconds);
  }

  /** The method with what the study changes of it. */
  MethodSettings method() {
    return SettingsTree.changed(MethodSettings.standard(), study.method(),
        key -> file.where(key.isEmpty() ? "method" : "method." + key));
  }

  private void recording(String key, RecordingDescription recording) {
    source(key, recording);
    Columns columns = recording.columns();
    boolean timed = recording.file().format().equals("csv");
    if (timed && columns.time().column().isEmpty()) {
      throw file.refusal(key + ".time", "is missing; give the column of the time: {column: time, unit: s}.");
    }
    inside(key + ".from", columns.from().map(from -> in(key + ".from", from::seconds)));
    inside(key + ".to", columns.to().map(to -> in(key + ".to", to::seconds)));
    if (columns.from().isPresent() && columns.to().isPresent()
        && columns.from().get().seconds() >= columns.to().get().seconds()) {
      throw file.refusal(key + ".to", "is %s, not after 'from', %s; the part must end after it starts."
          .formatted(columns.to().get(), columns.from().get()));
    }
    if (columns.emission().columns().size() > 1 && columns.emission().combine().isEmpty()) {
      throw file.refusal(key + ".emission.columns", ("has %d channels; say how they are combined: combine: mean, or "
          + "combine: norm.").formatted(columns.emission().columns().size()));
    }
    over(key, columns.fault());
    recording.instrument().average().ifPresent(average -> positive(key + ".instrument.average",
        in(key + ".instrument.average", average::seconds), average));
    recording.instrument().rate().ifPresent(rate -> rate(key + ".instrument.rate", rate, recordedRate(recording)));
    recording.failures().ifPresent(failures -> {
      if (!(failures.slope().value() < 0) || !failures.slope().unit().replace(" ", "").endsWith("/s")) {
        throw file.refusal(key + ".failures.slope", "is '%s'; give a negative number per second: -0.05 /s."
            .formatted(failures.slope()));
      }
      if (in(key + ".failures.apart", failures.apart()::seconds) < 0) {
        throw file.refusal(key + ".failures.apart", "is '%s'; give 0 s or more.".formatted(failures.apart()));
      }
    });
  }

  // Recordings beside the file are read at once: nothing has to be fetched for them.
  private void read(String name, RecordingDescription recording) {
    String key = "recordings." + name;
    if (recording.file().path().isEmpty()) {
      return;
    }
    Raw raw;
    try {
      raw = reader.read(recording);
    } catch (FaultslipException e) {
      throw file.refusal(key, "cannot be read: " + e.getMessage());
    }
    read.put(name, raw);
    recording.instrument().rate().ifPresent(rate -> rate(key + ".instrument.rate", rate, rateOf(raw)));
    try {
      raw.recorded();
    } catch (FaultslipException e) {
      throw file.refusal(key + ".instrument", "cannot be used: " + e.getMessage());
    }
  }

  private void columns(String key, RecordingDescription recording, RecordingFormat format) {
    Map<String, Path> files = recording.file().path().map(path -> Map.of("file", reader.folder().resolve(path)))
        .orElse(Map.of());
    Optional<List<String>> there;
    try {
      there = format.columns(files);
    } catch (DataException e) {
      throw file.refusal(key + ".path", "cannot be used: " + e.getMessage());
    }
    Columns columns = recording.columns();
    there.ifPresent(names -> {
      if (!columns.time().column().isEmpty()) {
        column(key + ".time.column", columns.time().column(), names);
      }
      for (int i = 0; i < columns.emission().columns().size(); i++) {
        column(key + ".emission.columns." + i, columns.emission().columns().get(i), names);
      }
      column(key + ".fault.column", columns.fault().column(), names);
      columns.fault().over().filter(over -> !Quantity.isWritten(over))
          .ifPresent(over -> column(key + ".fault.over", over, names));
    });
  }

  private void column(String key, String column, List<String> names) {
    if (!names.contains(column)) {
      throw file.refusal(key, "is '%s', which is no column of the file; there are %s."
          .formatted(column, String.join(", ", names)));
    }
  }

  private void source(String key, RecordingDescription recording) {
    StudyDescription.Source source = recording.file();
    Map<String, RecordingFormat> formats =
        RecordingFormat.all().stream().collect(Collectors.toMap(RecordingFormat::id, f -> f));
    RecordingFormat format = formats.get(source.format());
    if (format == null) {
      throw file.refusal(key + ".format", "is '%s'; there are %s."
          .formatted(source.format(), String.join(", ", formats.keySet().stream().sorted().toList())));
    }
    if (source.path().isPresent() != source.resources().isEmpty()) {
      throw file.refusal(key, "has %s; give either a path beside this file, or a resource of data-manifest.json."
          .formatted(
          source.path().isPresent() ? "both a path and a resource" : "neither a path nor a resource"));
    }
    source.resources().forEach((role, resource) -> {
      String at = key + (role.equals("file") ? ".resource" : ".resources." + role);
      if (!format.roles().contains(role)) {
        throw file.refusal(at, "is unknown; a recording of format %s has %s."
            .formatted(format.id(), String.join(", ", format.roles())));
      }
      try {
        manifest.resource(resource);
      } catch (DataException e) {
        throw file.refusal(at, "is '%s': %s".formatted(resource, e.getMessage()));
      }
    });
    if (source.path().isEmpty() && !source.resources().keySet().containsAll(format.roles())) {
      throw file.refusal(key + ".resources", "are %s; a recording of format %s has %s."
          .formatted(source.resources().keySet(), format.id(), String.join(", ", format.roles())));
    }
    source.path().ifPresent(path -> {
      Path there = reader.folder().resolve(path);
      if (!Files.isRegularFile(there)) {
        throw file.refusal(key + ".path", "is '%s', %s (%s); paths are relative to the study's file.".formatted(path,
            Files.isDirectory(there) ? "a folder" : "which is not there", there.toAbsolutePath().normalize()));
      }
    });
    source.options().keySet().stream().filter(option -> !format.options().contains(option)).findFirst()
        .ifPresent(option -> {
      throw file.refusal(key + ".options." + option, "is unknown; format %s has %s.".formatted(format.id(),
          format.options().isEmpty() ? "no options" : String.join(", ", format.options())));
    });
    if (source.path().isEmpty() && source.recorded().isEmpty()) {
      throw file.refusal(key + ".recorded", "is missing; say rate and duration of the file, so that the study can be "
          + "checked before it is fetched.");
    }
    source.recorded().ifPresent(recorded -> {
      positive(key + ".recorded.rate", in(key + ".recorded.rate", recorded.rate()::hertz), recorded.rate());
      positive(key + ".recorded.duration", in(key + ".recorded.duration", recorded.duration()::seconds),
          recorded.duration());
    });
    columns(key, recording, format);
  }

  private void over(String key, StudyDescription.Fault fault) {
    fault.over().filter(Quantity::isWritten).map(over -> in(key + ".fault.over", () -> Quantity.of(over)))
        .ifPresent(stress -> {
      if (!stress.unit().equals(fault.unit())) {
        throw file.refusal(key + ".fault.over", "is '%s', but column '%s' is in %s; give it in the column's unit."
            .formatted(stress, fault.column(), fault.unit().isEmpty() ? "no unit" : "'" + fault.unit() + "'"));
      }
      positive(key + ".fault.over", stress.value(), stress);
    });
  }

  private void titles() {
    Map<String, String> seen = new HashMap<>();
    study.recordings().forEach((name, recording) -> {
      String other = seen.put(recording.title(), name);
      if (other != null) {
        throw file.refusal("recordings." + name + ".title", ("is '%s', as that of recording '%s'; results name "
            + "recordings by their titles: give another.").formatted(recording.title(), other));
      }
    });
  }

  private void rates(String key, SimulationDescription simulation) {
    Optional<Quantity> recorded = Optional.ofNullable(read.get(simulation.recording())).flatMap(StudyCheck::rateOf)
        .or(() -> recordedRate(study.recordings().get(simulation.recording())));
    for (int i = 0; i < simulation.rates().size(); i++) {
      rate(key + ".rates." + i, simulation.rates().get(i), recorded);
    }
    simulation.reference().ifPresent(reference -> {
      if (!simulation.rates().contains(reference)) {
        throw file.refusal(key + ".reference", "is %s, which is none of the rates %s; choose one of them."
            .formatted(reference, simulation.rates()));
      }
    });
  }

  private void requireRecording(String key, String name) {
    if (!study.recordings().containsKey(name)) {
      throw file.refusal(key, "is '%s', which is no recording here; there are %s."
          .formatted(name, String.join(", ", study.recordings().keySet())));
    }
  }

  private static Optional<Quantity> rateOf(Raw raw) {
    return Optional.of(new Quantity((float) raw.recording().clock().frequency(), "Hz"));
  }

  private static Optional<Quantity> recordedRate(RecordingDescription recording) {
    return recording.file().recorded().map(Recorded::rate);
  }

  private void rate(String key, Quantity rate, Optional<Quantity> recorded) {
    double hertz = in(key, rate::hertz);
    positive(key, hertz, rate);
    recorded.ifPresent(whole -> {
      double ratio = whole.hertz() / hertz;
      if (ratio < 1 - ROUNDING) {
        throw file.refusal(key, "is %s, above the recording's %s; choose that or a whole part of it."
            .formatted(rate, whole));
      }
      if (Math.abs(ratio / Math.rint(ratio) - 1) > ROUNDING) {
        throw file.refusal(key, ("is %s, which is not a whole part of the recording's %s; choose 1/1, 1/2, 1/3, ... "
            + "of it.").formatted(rate, whole));
      }
    });
  }

  private void inside(String key, Optional<Double> time) {
    time.filter(seconds -> seconds < 0).ifPresent(seconds -> {
      throw file.refusal(key, "is %s s; give a time of the recording, 0 or above.".formatted(seconds));
    });
  }

  private void positive(String key, double value, Quantity written) {
    if (!(value > 0)) {
      throw file.refusal(key, "is %s; give a positive number.".formatted(written));
    }
  }

  private <T> T in(String key, Supplier<T> quantity) {
    try {
      return quantity.get();
    } catch (StudyException e) {
      throw file.refusal(key, "cannot be used: " + e.getMessage());
    }
  }
}
