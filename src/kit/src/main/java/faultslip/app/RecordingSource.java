package faultslip.app;

import faultslip.FaultslipException;
import faultslip.data.DataException;
import faultslip.data.RecordedSamples;
import faultslip.data.RecordingFormat;
import faultslip.inspect.FaultPace;
import faultslip.study.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A recording of one's own, and which of its columns are what: options that commands share. */
final class RecordingSource {
  private static final String NUMBER = "[+-]?[0-9.].*";

  @Parameters(paramLabel = "FILE", description = "CSV or a relative of it, a row a sample; or HDF5, MATLAB or NumPy.")
  private Path file;

  @Option(names = "--time", paramLabel = "COLUMN", description = "Column of the time (default: time).")
  private Optional<String> time = Optional.empty();

  @Option(names = "--unit", defaultValue = "s", paramLabel = "UNIT",
      description = "Unit of the time: s, ms, us, min or h (default: ${DEFAULT-VALUE}).")
  private String unit;

  @Option(names = "--emission", paramLabel = "COLUMN",
      description = "Column of the acoustic emission (default: emission).")
  private Optional<String> emission = Optional.empty();

  @Option(names = "--fault", paramLabel = "COLUMN",
      description = "Column of the friction coefficient or shear stress (default: fault).")
  private Optional<String> fault = Optional.empty();

  @Option(names = "--over", paramLabel = "COLUMN|STRESS",
      description = "Divide it by this column, or by a stress such as '5 MPa': shear over normal stress.")
  private Optional<String> over = Optional.empty();

  @Option(names = "--logarithm", negatable = true,
      description = "Take the logarithm of the emission first: for a variance or an energy.")
  private Boolean logarithm;

  @Option(names = "--format", paramLabel = "FORMAT",
      description = "csv, hdf5, mat, npy or one of your own (default: as the file's name ends).")
  private String format;

  @Option(names = "--option", paramLabel = "NAME=VALUE", description = "What the format does not find, such as "
      + "separator=semicolon, decimal=comma, missing=-999 or header=none.")
  private Map<String, String> options;

  Path file() {
    return file;
  }

  /** As it is shown. */
  String name() {
    return file.getFileName().toString();
  }

  String unit() {
    return unit;
  }

  Optional<String> over() {
    return over;
  }

  /** Whether to take the emission's logarithm, where that was said. */
  Optional<Boolean> logarithm() {
    return Optional.ofNullable(logarithm);
  }

  /** The columns named. */
  Optional<String> time() {
    return time;
  }

  Optional<String> emission() {
    return emission;
  }

  Optional<String> fault() {
    return fault;
  }

  RecordingFormat format() {
    RecordingFormat form = format == null ? RecordingFormat.of(file) : RecordingFormat.named(format);
    if (!form.roles().equals(List.of("file"))) {
      throw new FaultslipException("Format %s has files %s, not one; describe them in a study file."
          .formatted(form.id(), form.roles()));
    }
    form.checked(options);
    return form;
  }

  Map<String, String> options() {
    return Objects.requireNonNullElse(options, Map.of());
  }

  /** The names of the file's columns; none if they cannot be told. */
  List<String> columns() {
    return format().columns(Map.of("file", file), options()).orElse(List.of());
  }

  /** What is to be read of it: the columns beside the time. */
  RecordingFormat.Request request(String timeColumn, List<String> columns) {
    return new RecordingFormat.Request(Map.of("file", file), timeColumn, new Quantity(1, unit).seconds(), columns,
        format().checked(options));
  }

  /** Mean time from failure to failure, in seconds: as it is given, if not null, or else as it is found. */
  double recurrence(Double given, RecordedSamples samples, boolean hasFault, boolean takesLogarithm) {
    return given != null ? given : FaultPace.of(samples, hasFault, takesLogarithm)
        .orElseThrow(() -> new FaultslipException("Nothing in " + name()
            + " repeats itself three times; say how often the fault fails: --recurrence SECONDS.")).seconds();
  }

  /** Emission, and the fault's state where it is named, sample by sample. */
  RecordedSamples samples(String timeColumn, String emissionColumn, Optional<String> faultColumn,
      Optional<String> divisor) {
    Optional<String> dividing = divisor.filter(text -> !text.matches(NUMBER) && faultColumn.isPresent());
    double stress = divisor.filter(text -> text.matches(NUMBER)).map(text -> Quantity.of(text).value()).orElse(1.0);
    if (!(stress > 0)) {
      throw new FaultslipException("--over is " + stress + "; give a positive stress, or the name of a column.");
    }
    List<String> columns = Stream.of(Stream.of(emissionColumn), faultColumn.stream(), dividing.stream())
        .flatMap(names -> names).toList();
    RecordedSamples all = RecordedSamples.of(format(), request(timeColumn, columns));
    return faultColumn.isEmpty() ? all : all.mapped(values -> {
      double by = dividing.isPresent() ? values[2] : stress;
      if (!(by > 0)) {
        throw new DataException("%s, column '%s': %s, by which '%s' is to be divided; correct it or cut that part out."
            .formatted(file, dividing.orElse(""), by, faultColumn.get()));
      }
      return new double[] {values[0], values[1] / by};
    });
  }
}
