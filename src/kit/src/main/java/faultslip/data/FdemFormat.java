package faultslip.data;

import faultslip.series.Clock;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The public FDEM run of sheared gouge (Wei, Gao and others): displacement (mm) and velocity (mm/ms) of the top plate,
 * along x and across y the fault, averaged along the plate. Each is a text of one header line, then one value a line,
 * at 1 kHz of model time from 0 on. Beside them, a catalogue of slip events.
 *
 * <p>Columns are {@code kinetic energy}, Vx² + Vy² in (mm/ms)², which is proportional to that of the plate and stands
 * for acoustic emission, and {@code friction}. The files hold no friction: it is a stand-in, the plate's displacement
 * times a slope that fits the events' friction drops, about a mean that has to be assumed (option
 * {@code mean-friction}).
 */
public final class FdemFormat implements RecordingFormat {
  private static final String MEAN = "mean-friction";
  private static final String ENERGY = "kinetic energy";
  private static final String FRICTION = "friction";
  private static final List<String> QUANTITIES = List.of("Dx", "Dy", "Vx", "Vy");
  private static final String EVENTS = "slip-events";
  private static final Clock CLOCK = new Clock(0, 0.001);

  /** Made by the service loader. */
  public FdemFormat() {}

  @Override
  public String id() {
    return "fdem";
  }

  @Override
  public List<String> roles() {
    return Stream.concat(QUANTITIES.stream(), Stream.of(EVENTS)).toList();
  }

  @Override
  public List<String> options() {
    return List.of(MEAN);
  }

  @Override
  public Optional<List<String>> columns(Map<String, Path> files) {
    return Optional.of(List.of(ENERGY, FRICTION));
  }

  @Override
  public TimedColumns read(Request request) {
    List<Path> files = QUANTITIES.stream().map(request.files()::get).toList();
    List<double[]> run = files.stream().map(FdemFormat::values).toList();
    double[] displacement = run.get(0);
    IntStream.range(1, run.size()).filter(i -> run.get(i).length != displacement.length).findFirst().ifPresent(i -> {
      throw new DataException("%s has %d values, but %s has %d; they belong to one run: fetch both again."
          .formatted(files.get(i), run.get(i).length, files.get(0), displacement.length));
    });
    double slope = frictionPerMillimetre(displacement, SlipEvent.read(request.files().get(EVENTS)));
    if (!(slope > 0)) {
      throw new DataException("%s: its events gain %s of friction a millimetre of %s; they belong to one run: fetch"
          .formatted(request.files().get(EVENTS), -slope, files.get(0)) + " both again.");
    }
    double mean = DataFile.number(request.options().getOrDefault(MEAN, ""), "option " + MEAN + " of an FDEM run");
    double offset = mean + slope * Arrays.stream(displacement).average().orElseThrow();
    double[] vx = run.get(2);
    double[] vy = run.get(3);
    return new TimedColumns(IntStream.range(0, vx.length).mapToDouble(CLOCK::timeOf).toArray(),
        Map.of(ENERGY, IntStream.range(0, vx.length).mapToDouble(i -> vx[i] * vx[i] + vy[i] * vy[i]).toArray(),
            FRICTION, Arrays.stream(displacement).map(dx -> offset - slope * dx).toArray()),
        row -> "%s and its neighbours, value %d".formatted(files.get(2), row + 1),
        List.of(TextTable.text("Friction of the FDEM run is a stand-in, %.3f - %.3f /mm times the plate's displacement: "
            + "the slope by least squares on its slip events, the mean of %s assumed. Its MAPE hangs on that mean; R² "
            + "does not.", offset, slope, mean)));
  }

  /** Least squares through the origin of the events' friction drops on the plate's displacement over them. */
  static double frictionPerMillimetre(double[] displacement, List<SlipEvent> events) {
    SimpleRegression regression = new SimpleRegression(false);
    for (SlipEvent event : events) {
      regression.addData(displacement[event.end()] - displacement[event.start()], event.frictionDrop());
    }
    return regression.getSlope();
  }

  /**
   * The values in one of the texts.
   *
   * @throws DataException if the file is missing, empty, cut short, has no header, fewer than two values, a line that
   *     is blank or not a finite number, or the same value on every line
   */
  static double[] values(Path file) {
    List<String> lines = DataFile.text(file, reader -> reader.lines().toList());
    if (DataFile.isNumber(lines.get(0))) {
      throw new DataException(("%s:1: the number '%s' where the header line belongs; its first lines are missing:"
          + " fetch the file again.").formatted(file, lines.get(0).strip()));
    }
    double[] values = IntStream.range(1, lines.size()).mapToDouble(i -> {
      if (lines.get(i).isBlank()) {
        throw new DataException("%s:%d: a blank line where a value belongs, which would shift all later times; fetch"
            .formatted(file, i + 1) + " the file again.");
      }
      return DataFile.number(lines.get(i), file + ":" + (i + 1));
    }).toArray();
    DataFile.requireLineBreakAtEnd(file, lines.size());
    if (values.length < 2) {
      throw new DataException("%s: %d values under the header; a series needs two or more: fetch the file again."
          .formatted(file, values.length));
    }
    if (DoubleStream.of(values).allMatch(value -> value == values[0])) {
      throw new DataException("%s: all %d values are %s; a constant series carries no information: give another file."
          .formatted(file, values.length, values[0]));
    }
    return values;
  }
}
