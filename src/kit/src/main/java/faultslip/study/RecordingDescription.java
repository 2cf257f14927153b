package faultslip.study;

import static faultslip.study.StudyException.made;
import static faultslip.study.StudyException.require;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.DataManifest.DataResource;
import faultslip.data.RecordingFormat;
import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.data.RegularSampling;
import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One recording as a study's file describes it: columns, the part taken, channels put together, one stress over
 * another, and the instrument it is looked at through. Failures are those at the instrument's sampling (a simulation's:
 * at the reference rate).
 */
record RecordingDescription(String title, @JsonUnwrapped Source source, Time time, Optional<Quantity> from,
    Optional<Quantity> to, Emission emission, Fault fault, Instrument instrument, Optional<Failures> failures) {
  private static final double ROUNDING = 0.01;

  RecordingDescription {
    time = requireNonNullElse(time, new Time("", ""));
    instrument = requireNonNullElse(instrument, new Instrument(Optional.empty(), Optional.empty()));
  }

  /**
   * Where numbers are: a path beside the study's file, one given into the data folder, or resources of the manifest, by
   * their role in the format.
   */
  record Source(String format, String resource, Map<String, String> resources, Optional<String> path,
      Optional<Given> given, Optional<Extent> recorded, Map<String, String> options) {
    Source {
      format = !format.isEmpty() ? format : path.map(name -> RecordingFormat.of(Path.of(name)).id()).orElse("csv");
      resources = new LinkedHashMap<>(resource.isEmpty() ? resources : Map.of("file", resource));
    }

    /** The files of the manifest. */
    List<DataResource> ofManifest() {
      return resources.values().stream().map(DataManifest.ofProject()::resource).toList();
    }

    /** The file that must be given, unless it is there. */
    Optional<Given> lacking(DataFolder data) {
      return given.filter(file -> !Files.isRegularFile(file.in(data)));
    }

    // What lies beside the study's file.
    private Map<String, Path> beside(Path folder) {
      return path.map(name -> Map.of("file", folder.resolve(name))).orElse(Map.of());
    }

    private void check(Path folder) {
      RecordingFormat known = made("format", "used", () -> RecordingFormat.named(format));
      boolean beside = path.isPresent() || given.isPresent();
      require(beside == resources.isEmpty() && (path.isEmpty() || given.isEmpty()), "",
          "has %s; give either a path beside this file, or a resource of data-manifest.json.", !beside
          ? "neither a path nor a resource" : given.isPresent() ? "another source than the file given"
          : "both a path and a resource");
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
    }
  }

  /**
   * A file that nobody can fetch, and everybody who has the recording can make: where it goes in the data folder, and
   * how it is made.
   */
  record Given(String path, String how) {

    /** Where it is. */
    Path in(DataFolder data) {
      return data.root().resolve(path);
    }
  }

  /** What a file, or what is read of it, holds. */
  record Extent(Quantity rate, Quantity duration) {}

  /** Column of the time; none in a format with a clock of its own. Its unit is seconds where there is none. */
  record Time(String column, String unit) {}

  /** The acoustic emission, or the kinetic energy. */
  record Emission(List<String> columns, Optional<String> combine, String name, String unit, boolean logarithm) {
    Emission {
      name = name.isEmpty() ? columns.get(0) : name;
    }

    private double[] of(TimedColumns table) {
      List<double[]> channels = columns.stream().map(table::column).toList();
      boolean norm = channels.size() > 1 && combine.equals(Optional.of("norm"));
      boolean squared = norm || combine.equals(Optional.of("mean-square"));
      return IntStream.range(0, table.times().length).mapToDouble(i -> {
        double sum = channels.stream().mapToDouble(channel -> squared ? channel[i] * channel[i] : channel[i])
            .reduce(0, Double::sum);
        return norm ? Math.sqrt(sum) : sum / channels.size();
      }).toArray();
    }
  }

  /** The state of the fault. */
  record Fault(String column, Optional<String> over, String name, String unit) {
    private static final String NUMBER = "[+-]?[0-9.].*";

    Fault {
      name = name.isEmpty() ? column : name;
    }

    // The column it is divided by; what begins as a number does is none.
    private Optional<String> divisor() {
      return over.filter(text -> !text.matches(NUMBER));
    }

    private Optional<Quantity> stress() {
      return over.filter(text -> text.matches(NUMBER)).map(Quantity::of);
    }

    private double[] of(TimedColumns table) {
      double[] values = table.column(column);
      Optional<double[]> divisors = divisor().map(table::column);
      double constant = stress().map(Quantity::value).orElse(1.0);
      Arrays.setAll(values, i -> values[i] / divisors.map(divisor -> divisor[i]).orElse(constant));
      return values;
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

  /**
   * How an instrument looks: trailing averages, else means over one sampling interval; at the recording's own rate.
   * Averages of so many samples of the rate it is looked at with show at half that rate a fault of half the pace.
   */
  record Instrument(Optional<Quantity> average, Optional<Quantity> rate) {}

  /** What counts as a failure. */
  record Failures(Quantity slope, Quantity apart) {}

  /**
   * Refuses what can be seen to be wrong before anything is fetched.
   *
   * @param folder that the path is relative to
   * @return the recording, if it lies there
   */
  Optional<Raw> check(Path folder) {
    source.check(folder);
    Map<String, Path> beside = source.beside(folder);
    made("path", "used", () -> RecordingFormat.named(source.format)
        .columns(beside, source.options)).ifPresent(this::requireColumns);
    from.ifPresent(begin -> to.ifPresent(end -> require(begin.seconds() < end.seconds(), "to",
        "is %s, not after 'from', %s; the part must end after it starts.", end, begin)));
    require(emission.columns.size() == 1 || emission.combine.isPresent(), "emission.columns",
        "has %d channels; say how they are combined: combine: mean, or combine: norm.", emission.columns.size());
    fault.check();
    Optional<Raw> raw = source.path.map(path -> made("", "read", () -> read(beside)));
    double recorded = raw.map(Raw::extent).orElseGet(this::extent).rate().hertz();
    instrument.rate.ifPresent(rate -> wholePart("instrument.rate", rate, recorded));
    raw.ifPresent(there -> made("instrument", "used", there::recorded));
    return raw;
  }

  private void requireColumns(List<String> there) {
    Map<String, String> wanted = new LinkedHashMap<>(time.column.isEmpty() ? Map.of()
        : Map.of("time.column", time.column));
    IntStream.range(0, emission.columns.size())
        .forEach(i -> wanted.put("emission.columns." + i, emission.columns.get(i)));
    wanted.put("fault.column", fault.column);
    fault.divisor().ifPresent(over -> wanted.put("fault.over", over));
    wanted.forEach((key, column) -> require(there.contains(column), key,
        "is '%s', which is no column of the file; there are %s.", column, String.join(", ", there)));
  }

  /**
   * How many samples of a recording make one at a rate.
   *
   * @param key that gives the rate
   * @param recorded samples a second of the recording
   * @throws StudyException if the rate is above the recording's, or not a whole part of it
   */
  static int wholePart(String key, Quantity rate, double recorded) {
    double ratio = recorded / rate.hertz();
    require(ratio >= 1 - ROUNDING && Math.abs(ratio / Math.rint(ratio) - 1) <= ROUNDING, key, "cannot be used: %s is "
        + "not a whole part of the recording's %s; choose 1/1, 1/2, 1/3, ... of it.", rate,
        new Quantity((float) recorded, "Hz"));
    return (int) Math.rint(ratio);
  }

  /** What will be read, as far as that can be said before. */
  Extent extent() {
    Extent whole = source.recorded.orElseThrow();
    return from.isEmpty() || to.isEmpty() ? whole
        : new Extent(whole.rate, new Quantity(to.get().seconds() - from.get().seconds(), "s"));
  }

  /**
   * The recording itself.
   *
   * @param folder that the path is relative to
   * @throws faultslip.FaultslipException if a file is missing, damaged or does not fit the description
   */
  Raw read(DataFolder data, Path folder) {
    Map<String, Path> files = new HashMap<>(source.beside(folder));
    source.resources.forEach((role, name) -> files.put(role, data.require(DataManifest.ofProject().resource(name))));
    source.given.ifPresent(file -> files.put("file", file.in(data)));
    return read(files);
  }

  private Raw read(Map<String, Path> files) {
    List<String> seen = Stream.concat(emission.columns.stream(), Stream.of(fault.column)).toList();
    TimedColumns table = RecordingFormat.named(source.format).read(new RecordingFormat.Request(files, time.column,
        new Quantity(1, time.unit.isEmpty() ? "s" : time.unit).seconds(),
        Stream.concat(seen.stream(), fault.divisor().stream()).distinct().toList(), source.options));
    // Where an instrument samples as fast as was recorded, its clock is the one: written times have few digits.
    double recorded = 1 / RegularSampling.recordedInterval(table.times());
    RegularSampling sampling = new RegularSampling(table, time.column, number(from, Quantity::seconds),
        number(to, Quantity::seconds),
        number(instrument.rate.filter(rate -> Math.abs(recorded / rate.hertz() - 1) < ROUNDING), Quantity::hertz));
    seen.forEach(sampling::requireVariation);
    if (emission.logarithm) {
      emission.columns.forEach(sampling::requirePositive);
    }
    fault.divisor().ifPresent(sampling::requirePositive);
    return new Raw(this, new Recording(title,
        new Series(emission.name, emission.unit, sampling.clock(), sampling.apply(emission.of(table))),
        new Series(fault.name, fault.over.isPresent() ? "" : fault.unit, sampling.clock(),
            sampling.apply(fault.of(table)))), table.remarks(), sampling.words());
  }

  private static OptionalDouble number(Optional<Quantity> quantity, ToDoubleFunction<Quantity> number) {
    return quantity.stream().mapToDouble(number).findFirst();
  }

  /** A recording before an instrument has looked at it, its emission before the logarithm; remarks of its format. */
  record Raw(RecordingDescription description, Recording recording, List<String> remarks, String words) {

    /** Its rate and its length in time. */
    Extent extent() {
      return new Extent(new Quantity(recording.clock().frequency(), "Hz"),
          new Quantity(recording.length() * recording.clock().interval(), "s"));
    }

    /** What counts as a failure in it; empty where that is not known. */
    Optional<FailureCriterion> criterion() {
      return description.failures.map(known -> new FailureCriterion(known.slope.value(), known.apart.seconds()));
    }

    /** The recording as its instrument gives it. */
    Recording recorded() {
      return sampled(description.instrument.rate);
    }

    /** The recording at a rate of the instrument that is a whole part of its own, or at its own. */
    Recording sampled(Optional<Quantity> rate) {
      int block = rate.map(hertz -> wholePart("instrument.rate", hertz, recording.clock().frequency())).orElse(1);
      UnaryOperator<Series> averaged = series -> description.instrument.average.map(average -> trailing(series,
          (int) Math.max(1, average.isInSamples() ? Math.round(average.value()) * block
              : Math.round(average.seconds() * series.clock().frequency())), block))
          .orElseGet(() -> block == 1 ? series : series.blockMeans(block));
      Recording seen = new Recording(recording.name(), averaged.apply(recording.emission()),
          averaged.apply(recording.fault()));
      return description.emission.logarithm ? seen.withLogarithmOfEmission() : seen;
    }
  }

  /**
   * Averages over what an instrument has just seen, each at the time of the last sample in it.
   *
   * @param width samples of an average, 1 to the length of the series
   * @param step samples from one to the next, at least 1
   * @throws StudyException if the average is longer than the series
   */
  static Series trailing(Series series, int width, int step) {
    if (width > series.length()) {
      throw new StudyException("Averages of %d samples of '%s', which has %d; give a shorter average."
          .formatted(width, series.name(), series.length()));
    }
    TrailingAverages averages = new TrailingAverages(1, width, step);
    double[] means = Arrays.stream(series.values()).mapToObj(averages::add).flatMap(Optional::stream)
        .mapToDouble(mean -> mean[0]).toArray();
    return new Series(series.name(), series.unit(),
        new Clock(series.clock().timeOf(width - 1), step * series.clock().interval()), means);
  }
}
