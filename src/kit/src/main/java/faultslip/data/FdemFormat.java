package faultslip.data;

import faultslip.series.Clock;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    List<double[]> run = QUANTITIES.stream().map(name -> values(request.files().get(name), name + "Top")).toList();
    double[] displacement = run.get(0);
    IntStream.range(1, run.size()).forEach(i -> DataException.require(run.get(i).length == displacement.length,
        "%s has %d values, but %s has %d; they belong to one run: fetch both again.", files.get(i), run.get(i).length,
        files.get(0), displacement.length));
    double slope = frictionPerMillimetre(displacement, SlipEvent.read(request.files().get(EVENTS)));
    DataException.require(slope > 0, "%s: its events gain %s of friction a millimetre of %s; they belong to one run: "
        + "fetch both again.", request.files().get(EVENTS), -slope, files.get(0));
    double mean = DataFile.number(request.options().getOrDefault(MEAN, ""), "option " + MEAN + " of an FDEM run");
    double offset = mean + slope * Arrays.stream(displacement).average().orElseThrow();
    double[] vx = run.get(2);
    double[] vy = run.get(3);
    return new TimedColumns(IntStream.range(0, vx.length).mapToDouble(new Clock(0, 0.001)::timeOf).toArray(),
        Map.of(ENERGY, IntStream.range(0, vx.length).mapToDouble(i -> vx[i] * vx[i] + vy[i] * vy[i]).toArray(),
            FRICTION, Arrays.stream(displacement).map(dx -> offset - slope * dx).toArray()),
        row -> "%s and its neighbours, value %d".formatted(files.get(2), row + 1),
        List.of(TextTable.text("Friction of the FDEM run is a stand-in, %.3f - %.3f /mm times the plate's "
            + "displacement: the slope by least squares on its slip events, the mean of %s assumed. Its MAPE hangs "
            + "on that mean; R² does not.", offset, slope, mean)));
  }

  /** Least squares through the origin of the events' friction drops on the plate's displacement over them. */
  static double frictionPerMillimetre(double[] displacement, List<SlipEvent> events) {
    SimpleRegression regression = new SimpleRegression(false);
    events.forEach(event ->
        regression.addData(displacement[event.end()] - displacement[event.start()], event.frictionDrop()));
    return regression.getSlope();
  }

  /**
   * The values in one of the texts, two or more; a {@link DataException} if it is missing, empty, cut short, has
   * another header, or a line that is blank or not a finite number.
   */
  static double[] values(Path file, String header) {
    TableRows rows = RecordingCsv.rows(file, List.of(header)).finished();
    IntStream.range(0, rows.length()).forEach(row -> DataException.require(rows.line(row) <= row + 2, "%s:%d: a blank "
        + "line where a value belongs, which would shift all later times; fetch the file again.", file, row + 2));
    return rows.column(header);
  }

  /**
   * A slip event of the FDEM simulation, as its catalogue gives it.
   *
   * @param start first sample, at 1 kHz
   * @param end last sample, inclusive; after the start
   * @param frictionDrop loss of friction coefficient over the event, positive
   */
  record SlipEvent(int start, int end, double frictionDrop) {
    /** What a file begins with, up to the values: magic number, format 1.0, length of the header, the header. */
    private static final Pattern BEGINNING = Pattern.compile("\u0093NUMPY\u0001\u0000..\\{'descr': '<f8', "
        + "'fortran_order': False, 'shape': \\((\\d{1,6}), 4\\), \\} *\n", Pattern.DOTALL);

    /**
     * Reads a catalogue: doubles as {@code numpy.save} writes them, little-endian and in C order, events × (start, end,
     * length, friction drop). ND4J reads such files too, but loads its native backend for it and takes files cut short.
     *
     * @return the events, in order of time
     * @throws DataException if the file is missing, cut short or of another form, or holds an event that contradicts
     *     itself or starts before the one before it ends
     */
    static List<SlipEvent> read(Path file) {
      byte[] bytes = DataFile.bytes(file, InputStream::readAllBytes);
      Matcher beginning = BEGINNING.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
      DataException.require(
          beginning.lookingAt() && bytes.length - beginning.end() == 32 * Integer.parseInt(beginning.group(1)),
          "%s: not a whole NumPy file of little-endian doubles in C order, with a row of start, end, length and "
          + "friction drop for each slip event; fetch it again or give another file.", file);
      DoubleBuffer values = ByteBuffer.wrap(bytes, beginning.end(), bytes.length - beginning.end())
          .order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
      List<SlipEvent> events = new ArrayList<>();
      int last = -1;
      while (values.hasRemaining()) {
        double start = values.get();
        double end = values.get();
        double length = values.get();
        SlipEvent event = new SlipEvent((int) start, (int) end, values.get());
        if (start <= last || event.start != start || event.end != end || end <= start || length != end - start + 1
            || !(event.frictionDrop > 0) || Double.isInfinite(event.frictionDrop)) {
          throw new DataException(("%s, event %d: samples %s to %s, length %s, friction drop %s; a whole number of"
              + " samples from start to end, after the event before, and a positive drop belong there: fetch it again.")
              .formatted(file, events.size(), start, end, length, event.frictionDrop));
        }
        events.add(event);
        last = event.end;
      }
      return events;
    }
  }
}
