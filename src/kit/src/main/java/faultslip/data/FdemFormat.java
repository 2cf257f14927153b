package faultslip.data;

import faultslip.series.Series;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The public FDEM run of sheared gouge: averages along the top plate, one text a quantity, and a catalogue of slip
 * events.
 *
 * <p>Columns are {@code kinetic energy} ({@link FdemRun#kineticEnergy}) and {@code friction}. The files hold no
 * friction: it is a stand-in, the plate's displacement times a slope that fits the events' friction drops, about a mean
 * that has to be assumed (option {@code mean-friction}).
 */
public final class FdemFormat implements RecordingFormat {
  private static final String MEAN = "mean-friction";
  private static final String ENERGY = "kinetic energy";
  private static final String FRICTION = "friction";

  /** Made by the service loader. */
  public FdemFormat() {}

  @Override
  public String id() {
    return "fdem";
  }

  @Override
  public List<String> roles() {
    return List.of("Dx", "Dy", "Vx", "Vy", "slip-events");
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
    Map<String, Path> files = request.files();
    FdemRun run = FdemRun.read(files.get("Dx"), files.get("Dy"), files.get("Vx"), files.get("Vy"));
    double slope = frictionPerMillimetre(run.xDisplacement(), SlipCatalogue.read(files.get("slip-events")));
    double mean = NumberText.parse(request.options().getOrDefault(MEAN, ""), "option " + MEAN + " of an FDEM run");
    double offset = mean + slope * Arrays.stream(run.xDisplacement().values()).average().orElseThrow();
    return new Run(files.get("Vx"), run.kineticEnergy(), run.friction(offset, slope), String.format(Locale.ROOT,
        "Friction of the FDEM run is a stand-in, %.3f - %.3f /mm times the plate's displacement: the slope by least "
            + "squares on its slip events, the mean of %s assumed. Its MAPE hangs on that mean; R² does not.", offset,
            slope, mean));
  }

  /** Least squares through the origin of the events' friction drops on the plate's displacement over them. */
  static double frictionPerMillimetre(Series displacement, List<SlipEvent> events) {
    SimpleRegression regression = new SimpleRegression(false);
    for (SlipEvent event : events) {
      regression.addData(displacement.value(event.end()) - displacement.value(event.start()), event.frictionDrop());
    }
    return regression.getSlope();
  }

  private record Run(Path file, Series energy, Series friction, String remark) implements TimedColumns {
    @Override
    public double[] times() {
      return IntStream.range(0, energy.length()).mapToDouble(energy.clock()::timeOf).toArray();
    }

    @Override
    public double[] column(String name) {
      return switch (name) {
        case ENERGY -> energy.values();
        case FRICTION -> friction.values();
        default -> throw new DataException("An FDEM run has no column '" + name
            + "'; it has 'kinetic energy' and 'friction'.");
      };
    }

    @Override
    public String where(int row, String column) {
      return "%s and its neighbours, value %d, %s".formatted(file, row + 1, column);
    }

    @Override
    public List<String> remarks() {
      return List.of(remark);
    }
  }
}
