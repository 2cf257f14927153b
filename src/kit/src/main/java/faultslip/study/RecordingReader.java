package faultslip.study;

import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.RecordingFormat;
import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.data.RegularSampling;
import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.StudyDescription.Emission;
import faultslip.study.StudyDescription.Fault;
import faultslip.study.StudyDescription.RecordingDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * Reads a recording as a study describes it: columns, the part taken, channels put together, one stress over another,
 * and looked at through an instrument.
 *
 * @param data where the manifest's files are
 * @param folder that other paths are relative to
 */
record RecordingReader(DataFolder data, Path folder) {
  private static final double ROUNDING = 0.01;

  /** A recording before an instrument has looked at it, its emission before the logarithm; remarks of its format. */
  record Raw(Recording recording, RecordingDescription description, List<String> remarks) {

    /** What counts as a failure in it; empty where that is not known. */
    Optional<FailureCriterion> criterion() {
      return description.failures()
          .map(failures -> new FailureCriterion(failures.slope().value(), failures.apart().seconds()));
    }

    /** The recording as its instrument gives it, and what a failure is in it. */
    Study.Laboratory laboratory() {
      return new Study.Laboratory(recorded(), criterion());
    }

    /** The recording as its instrument gives it. */
    Recording recorded() {
      return sampled(description.instrument().rate());
    }

    /**
     * The recording at another rate of the instrument.
     *
     * @throws StudyException if the rate is above the recording's, or not a whole part of it
     */
    Recording sampled(Optional<Quantity> rate) {
      int block = rate.map(hertz -> wholePart(hertz, recording.clock().frequency())).orElse(1);
      UnaryOperator<Series> averaged = series -> description.instrument().average().map(average -> trailing(series,
          (int) Math.max(1, Math.round(average.seconds() * series.clock().frequency())), block))
          .orElseGet(() -> block == 1 ? series : series.blockMeans(block));
      Recording seen = new Recording(recording.name(), averaged.apply(recording.emission()),
          averaged.apply(recording.fault()));
      return description.emission().logarithm() ? seen.withLogarithmOfEmission() : seen;
    }
  }

  /**
   * How many samples of a recording make one at a rate.
   *
   * @param recorded samples a second of the recording
   * @throws StudyException if the rate is above the recording's, or not a whole part of it
   */
  static int wholePart(Quantity rate, double recorded) {
    double ratio = recorded / rate.hertz();
    if (ratio < 1 - ROUNDING || Math.abs(ratio / Math.rint(ratio) - 1) > ROUNDING) {
      throw new StudyException("%s is not a whole part of the recording's %s; choose 1/1, 1/2, 1/3, ... of it."
          .formatted(rate, new Quantity((float) recorded, "Hz")));
    }
    return (int) Math.rint(ratio);
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
    double[] values = series.values();
    double[] means = new double[(values.length - width) / step + 1];
    for (int i = 0; i < means.length; i++) {
      means[i] = Arrays.stream(values, i * step, i * step + width).sum() / width;
    }
    return new Series(series.name(), series.unit(),
        new Clock(series.clock().timeOf(width - 1), step * series.clock().interval()), means);
  }

  /** @throws faultslip.FaultslipException if a file is missing, damaged or does not fit the description */
  Raw read(RecordingDescription description) {
    StudyDescription.Time time = description.time();
    Emission emission = description.emission();
    Fault fault = description.fault();
    List<String> wanted = new ArrayList<>(emission.columns());
    wanted.add(fault.column());
    fault.divisor().ifPresent(wanted::add);
    TimedColumns table = RecordingFormat.named(description.source().format()).read(new RecordingFormat.Request(
        files(description), time.column(), new Quantity(1, time.unit()).seconds(), wanted.stream().distinct().toList(),
        description.source().options()));
    RegularSampling sampling = new RegularSampling(table, time.column(),
        description.from().stream().mapToDouble(Quantity::seconds).findFirst(),
        description.to().stream().mapToDouble(Quantity::seconds).findFirst(), interpolated(description, table));
    wanted.stream().filter(column -> !fault.divisor().equals(Optional.of(column))).forEach(sampling::requireVariation);
    if (emission.logarithm()) {
      emission.columns().forEach(sampling::requirePositive);
    }
    fault.divisor().ifPresent(sampling::requirePositive);
    return new Raw(new Recording(description.title(),
        new Series(emission.name(), emission.unit(), sampling.clock(), sampling.apply(emission(table, emission))),
        new Series(fault.name(), fault.over().isPresent() ? "" : fault.unit(), sampling.clock(),
            sampling.apply(fault(table, fault)))), description, table.remarks());
  }

  // Where an instrument samples as fast as was recorded, its clock is the one: written times have few digits.
  private static OptionalDouble interpolated(RecordingDescription description, TimedColumns table) {
    Optional<Quantity> rate = description.instrument().rate();
    double recorded = 1 / RegularSampling.medianStep(table.times());
    return rate.isPresent() && Math.abs(recorded / rate.get().hertz() - 1) < ROUNDING
        ? OptionalDouble.of(rate.get().hertz()) : OptionalDouble.empty();
  }

  private Map<String, Path> files(RecordingDescription description) {
    Map<String, Path> files = new HashMap<>();
    description.source().path().ifPresent(path -> files.put("file", folder.resolve(path)));
    description.source().resources()
        .forEach((role, resource) -> files.put(role, data.require(DataManifest.ofProject().resource(resource))));
    return files;
  }

  private static double[] emission(TimedColumns table, Emission emission) {
    List<double[]> channels = emission.columns().stream().map(table::column).toList();
    if (channels.size() == 1) {
      return channels.get(0);
    }
    boolean norm = emission.combine().equals(Optional.of("norm"));
    double[] combined = new double[channels.get(0).length];
    for (int i = 0; i < combined.length; i++) {
      double sum = 0;
      for (double[] channel : channels) {
        sum += norm ? channel[i] * channel[i] : channel[i];
      }
      combined[i] = norm ? Math.sqrt(sum) : sum / channels.size();
    }
    return combined;
  }

  private static double[] fault(TimedColumns table, Fault fault) {
    double[] values = table.column(fault.column());
    Optional<double[]> divisor = fault.divisor().map(table::column);
    double constant = fault.stress().map(Quantity::value).orElse(1.0);
    Arrays.setAll(values, i -> values[i] / divisor.map(over -> over[i]).orElse(constant));
    return values;
  }
}
