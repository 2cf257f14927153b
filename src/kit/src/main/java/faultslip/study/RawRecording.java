package faultslip.study;

import static faultslip.study.StudyException.require;

import faultslip.data.RecordingFormat;
import faultslip.data.RegularSampling;
import faultslip.data.TimedColumns;
import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.RecordingDescription.Emission;
import faultslip.study.RecordingDescription.Fault;
import faultslip.study.RecordingDescription.Recorded;
import faultslip.study.RecordingDescription.Time;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A recording as a study describes it (columns, the part taken, channels put together, one stress over another), before
 * an instrument has looked at it, and its emission before the logarithm.
 *
 * @param remarks of its format
 */
record RawRecording(Recording recording, RecordingDescription description, List<String> remarks) {
  private static final double ROUNDING = 0.01;

  /** @throws faultslip.FaultslipException if a file is missing, damaged or does not fit the description */
  static RawRecording read(RecordingDescription description, Map<String, Path> files) {
    Time time = description.time();
    Emission emission = description.emission();
    Fault fault = description.fault();
    List<String> seen = Stream.concat(emission.columns().stream(), Stream.of(fault.column())).toList();
    TimedColumns table = RecordingFormat.named(description.source().format()).read(new RecordingFormat.Request(files,
        time.column(), new Quantity(1, time.unit()).seconds(),
        Stream.concat(seen.stream(), fault.divisor().stream()).distinct().toList(), description.source().options()));
    // Where an instrument samples as fast as was recorded, its clock is the one: written times have few digits.
    double recorded = 1 / RegularSampling.medianStep(table.times());
    RegularSampling sampling = new RegularSampling(table, time.column(), number(description.from(), Quantity::seconds),
        number(description.to(), Quantity::seconds), number(description.instrument().rate()
            .filter(rate -> Math.abs(recorded / rate.hertz() - 1) < ROUNDING), Quantity::hertz));
    seen.forEach(sampling::requireVariation);
    if (emission.logarithm()) {
      emission.columns().forEach(sampling::requirePositive);
    }
    fault.divisor().ifPresent(sampling::requirePositive);
    return new RawRecording(new Recording(description.title(),
        new Series(emission.name(), emission.unit(), sampling.clock(), sampling.apply(emission(table, emission))),
        new Series(fault.name(), fault.over().isPresent() ? "" : fault.unit(), sampling.clock(),
            sampling.apply(fault(table, fault)))), description, table.remarks());
  }

  private static OptionalDouble number(Optional<Quantity> quantity, ToDoubleFunction<Quantity> number) {
    return quantity.stream().mapToDouble(number).findFirst();
  }

  private static double[] emission(TimedColumns table, Emission emission) {
    List<double[]> channels = emission.columns().stream().map(table::column).toList();
    if (channels.size() == 1) {
      return channels.get(0);
    }
    boolean norm = emission.combine().equals(Optional.of("norm"));
    double[] combined = new double[channels.get(0).length];
    Arrays.setAll(combined, i -> {
      double sum = channels.stream().mapToDouble(channel -> norm ? channel[i] * channel[i] : channel[i])
          .reduce(0, Double::sum);
      return norm ? Math.sqrt(sum) : sum / channels.size();
    });
    return combined;
  }

  private static double[] fault(TimedColumns table, Fault fault) {
    double[] values = table.column(fault.column());
    Optional<double[]> divisor = fault.divisor().map(table::column);
    double constant = fault.stress().map(Quantity::value).orElse(1.0);
    Arrays.setAll(values, i -> values[i] / divisor.map(over -> over[i]).orElse(constant));
    return values;
  }

  /** Its rate and its length in time. */
  Recorded extent() {
    return new Recorded(new Quantity(recording.clock().frequency(), "Hz"),
        new Quantity(recording.length() * recording.clock().interval(), "s"));
  }

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
    return description.instrument().rate().map(this::sampled).orElseGet(() -> blocks(1));
  }

  /** The recording at another rate of the instrument, a whole part of its own. */
  Recording sampled(Quantity rate) {
    return blocks(wholePart("instrument.rate", rate, recording.clock().frequency()));
  }

  private Recording blocks(int block) {
    UnaryOperator<Series> averaged = series -> description.instrument().average().map(average -> trailing(series,
        (int) Math.max(1, Math.round(average.seconds() * series.clock().frequency())), block))
        .orElseGet(() -> block == 1 ? series : series.blockMeans(block));
    Recording seen = new Recording(recording.name(), averaged.apply(recording.emission()),
        averaged.apply(recording.fault()));
    return description.emission().logarithm() ? seen.withLogarithmOfEmission() : seen;
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
    Arrays.setAll(means, i -> Arrays.stream(values, i * step, i * step + width).sum() / width);
    return new Series(series.name(), series.unit(),
        new Clock(series.clock().timeOf(width - 1), step * series.clock().interval()), means);
  }
}
