package faultslip.study;

import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.RecordingFormat;
import faultslip.data.RegularSampling;
import faultslip.data.TimedColumns;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.StudyDescription.Columns;
import faultslip.study.StudyDescription.Emission;
import faultslip.study.StudyDescription.Fault;
import faultslip.study.StudyDescription.Instrument;
import faultslip.study.StudyDescription.RecordingDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads a recording as a study describes it: columns, the part taken, channels put together, one stress over another,
 * and looked at through an instrument.
 *
 * @param data where the manifest's files are
 * @param folder that other paths are relative to
 */
record RecordingReader(DataFolder data, Path folder) {
  private static final double ROUNDING = 0.01;

  /**
   * A recording before an instrument has looked at it, its emission before the logarithm.
   *
   * @param recording as it was recorded
   * @param description of it
   * @param remarks of its format
   */
  record Raw(Recording recording, RecordingDescription description, List<String> remarks) {

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
      Instrument instrument = description.instrument();
      Recording seen = recording;
      if (rate.isPresent() || instrument.average().isPresent()) {
        int block = block(rate);
        seen =
            new Recording(recording.name(), averaged(recording.emission(), block), averaged(recording.fault(), block));
      }
      return description.columns().emission().logarithm() ? seen.withLogarithmOfEmission() : seen;
    }

    private int block(Optional<Quantity> rate) {
      if (rate.isEmpty()) {
        return 1;
      }
      double ratio = recording.clock().frequency() / rate.get().hertz();
      if (ratio < 1 - ROUNDING || Math.abs(ratio / Math.rint(ratio) - 1) > ROUNDING) {
        throw new StudyException(("Recording '%s' is sampled at %s Hz, of which %s is not a whole part; choose 1/1, "
            + "1/2, 1/3, ... of it.").formatted(recording.name(), (float) recording.clock().frequency(), rate.get()));
      }
      return (int) Math.rint(ratio);
    }

    private Series averaged(Series series, int block) {
      Optional<Quantity> average = description.instrument().average();
      return average.isEmpty() ? series.blockMeans(block)
          : trailing(series, (int) Math.max(1, Math.round(average.get().seconds() * series.clock().frequency())),
              block);
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
    Columns columns = description.columns();
    RecordingFormat format = RecordingFormat.all().stream().filter(f -> f.id().equals(description.file().format()))
        .findFirst().orElseThrow();
    List<String> wanted = new ArrayList<>(columns.emission().columns());
    wanted.add(columns.fault().column());
    Optional<String> divisor = columns.fault().over().filter(over -> !Quantity.isWritten(over));
    divisor.ifPresent(wanted::add);
    TimedColumns table = format.read(new RecordingFormat.Request(files(description), columns.time().column(),
        new Quantity(1, columns.time().unit()).seconds(), wanted.stream().distinct().toList(), description.file()
        .options()));
    RegularSampling sampling =
        new RegularSampling(table, columns.time().column(), seconds(columns.from()), seconds(columns.to()),
        interpolated(description, table));
    wanted.stream().filter(column -> !divisor.equals(Optional.of(column))).forEach(sampling::requireVariation);
    if (columns.emission().logarithm()) {
      columns.emission().columns().forEach(sampling::requirePositive);
    }
    divisor.ifPresent(sampling::requirePositive);
    Series emission = new Series(columns.emission().name(), columns.emission().unit(), sampling.clock(),
        sampling.apply(emission(table, columns.emission())));
    Series fault = new Series(columns.fault().name(), columns.fault().over().isPresent() ? "" : columns.fault().unit(),
        sampling.clock(), sampling.apply(fault(table, columns.fault())));
    return new Raw(new Recording(description.title(), emission, fault), description, table.remarks());
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
    description.file().path().ifPresent(path -> files.put("file", folder.resolve(path)));
    description.file().resources()
        .forEach((role, resource) -> files.put(role, data.require(DataManifest.ofProject().resource(resource))));
    return files;
  }

  private static OptionalDouble seconds(Optional<Quantity> time) {
    return time.stream().mapToDouble(Quantity::seconds).findFirst();
  }

  private static double[] emission(TimedColumns table, Emission emission) {
    List<double[]> channels = emission.columns().stream().map(table::column).toList();
    if (channels.size() == 1) {
      return channels.get(0);
    }
    boolean norm = emission.combine().equals("norm");
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
    if (fault.over().isEmpty()) {
      return values;
    }
    String over = fault.over().get();
    double[] divisor = Quantity.isWritten(over) ? new double[0] : table.column(over);
    double constant = Quantity.isWritten(over) ? Quantity.of(over).value() : 0;
    double[] ratio = new double[values.length];
    Arrays.setAll(ratio, i -> values[i] / (divisor.length == 0 ? constant : divisor[i]));
    return ratio;
  }
}
