package faultslip.study;

import faultslip.FaultslipException;
import faultslip.data.DataException;
import faultslip.data.DataManifest;
import faultslip.data.RecordingFormat;
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
import java.util.OptionalDouble;
import java.util.stream.Collectors;

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
  private final Path folder;

  /** @param folder that paths of recordings are relative to */
  StudyCheck(StudyFile file, StudyDescription study, DataManifest manifest, Path folder) {
    this.file = file;
    this.study = study;
    this.manifest = manifest;
    this.folder = folder;
  }

  /** @throws StudyException naming file, line, key, value and remedy of the first fault found */
  void run() {
    study.recordings().forEach((name, recording) -> recording("recordings." + name, recording));
    titles();
    study.parts().simulations().forEach((name, simulation) -> simulation("simulations." + name, simulation));
    requireRecording("laboratory", study.parts().laboratory());
    for (int i = 0; i < study.parts().others().recordings().size(); i++) {
      requireRecording("others.recordings." + i, study.parts().others().recordings().get(i));
    }
    MethodSettings method = method();
    fit(method);
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
    recording.instrument().average().ifPresent(average ->
        positive(key + ".instrument.average", in(key + ".instrument.average", average::seconds), average));
    recording.instrument().rate().ifPresent(rate -> rate(key + ".instrument.rate", rate, recording));
    recording.failures().ifPresent(failures -> {
      if (!(failures.slope().value() < 0) || !failures.slope().unit().replace(" ", "").endsWith("/s")) {
        throw file.refusal(key + ".failures.slope", "is '%s'; give a negative number per second: -0.05 /s."
            .formatted(failures.slope()));
      }
      in(key + ".failures.apart", failures.apart()::seconds);
    });
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
      Path there = folder.resolve(path);
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
  }

  private void over(String key, StudyDescription.Fault fault) {
    fault.over().filter(over -> over.matches("[+-]?[0-9.].*"))
        .map(over -> in(key + ".fault.over", () -> Quantity.of(over))).ifPresent(stress -> {
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

  private void simulation(String key, SimulationDescription simulation) {
    RecordingDescription recording = requireRecording(key + ".recording", simulation.recording());
    for (int i = 0; i < simulation.rates().size(); i++) {
      rate(key + ".rates." + i, simulation.rates().get(i), recording);
    }
    simulation.reference().ifPresent(reference -> {
      if (!simulation.rates().contains(reference)) {
        throw file.refusal(key + ".reference", "is %s, which is none of the rates %s; choose one of them."
            .formatted(reference, simulation.rates()));
      }
    });
  }

  private RecordingDescription requireRecording(String key, String name) {
    RecordingDescription recording = study.recordings().get(name);
    if (recording == null) {
      throw file.refusal(key, "is '%s', which is no recording here; there are %s."
          .formatted(name, String.join(", ", study.recordings().keySet())));
    }
    return recording;
  }

  private void rate(String key, Quantity rate, RecordingDescription recording) {
    double hertz = in(key, rate::hertz);
    positive(key, hertz, rate);
    recording.file().recorded().ifPresent(recorded -> {
      double ratio = recorded.rate().hertz() / hertz;
      if (ratio < 1 - ROUNDING) {
        throw file.refusal(key, "is %s, above the recording's %s; choose that or a whole part of it."
            .formatted(rate, recorded.rate()));
      }
      if (Math.abs(ratio / Math.rint(ratio) - 1) > ROUNDING) {
        throw file.refusal(
            key, "is %s, which is not a whole part of the recording's %s; choose 1/1, 1/2, 1/3, ... of it."
            .formatted(rate, recorded.rate()));
      }
    });
  }

  // Windows and scales against the laboratory's recording, as far as its length is known.
  private void fit(MethodSettings method) {
    RecordingDescription laboratory = study.recordings().get(study.parts().laboratory());
    Optional<Recorded> recorded = laboratory.file().recorded();
    Optional<Quantity> rate = laboratory.instrument().rate().or(() -> recorded.map(Recorded::rate));
    if (rate.isEmpty()) {
      return;
    }
    double hertz = rate.get().hertz();
    SampledMethod sampled;
    try {
      sampled = method.at(hertz, inCycles(method) ? OptionalDouble.of(1) : OptionalDouble.empty());
    } catch (FaultslipException e) {
      throw file.refusal("method", "cannot be used: " + e.getMessage());
    }
    if (inCycles(method)) {
      return; // How long a cycle is, only the recording tells.
    }
    Columns columns = laboratory.columns();
    double seconds = columns.from().isPresent() && columns.to().isPresent()
        ? columns.to().get().seconds() - columns.from().get().seconds()
        : recorded.map(r -> r.duration().seconds()).orElse(Double.POSITIVE_INFINITY);
    int width = sampled.transfer().network().width();
    int shortest = Math.min(method.splits().laboratory().train(), method.splits().laboratory().validation());
    double samples = seconds * hertz * shortest / 100;
    if (width > samples) {
      throw file.refusal("method.windows.length", ("is %s, %d samples at %s, but the shortest segment of the "
          + "laboratory's recording (%d %% of %s s) has %d; give shorter windows or a longer recording.")
          .formatted(method.windows().length(), width, rate.get(), shortest, (float) seconds, (int) samples));
    }
  }

  private static boolean inCycles(MethodSettings method) {
    return List.of(method.windows().length(), method.images().transfer().smallestScale(),
        method.images().transfer().largestScale(),
        method.images().laboratory().smallestScale(), method.images().laboratory().largestScale()).stream()
            .anyMatch(Quantity::isInCycles);
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

  private <T> T in(String key, java.util.function.Supplier<T> quantity) {
    try {
      return quantity.get();
    } catch (StudyException e) {
      throw file.refusal(key, "cannot be used: " + e.getMessage());
    }
  }
}
