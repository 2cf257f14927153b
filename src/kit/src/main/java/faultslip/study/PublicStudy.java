package faultslip.study;

import faultslip.data.FdemRun;
import faultslip.data.FeatureCsv;
import faultslip.data.SlipCatalogue;
import faultslip.data.SlipEvent;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The study {@code public}: real data that anyone may download. A finite-discrete-element (FDEM) run of sheared granular
 * gouge, and the laboratory fault p4581 at 8 MPa.
 */
public final class PublicStudy {
  /** The study's name. */
  public static final String NAME = "public";

  private static final String LABORATORY_FILE = "newDF_TimeToFailure_from_3800_to_4100_WITHOUT_subwindows.csv";
  private static final String OTHER_FILE = "newDF_TimeToFailure_from_6600_to_6900_WITHOUT_subwindows.csv";
  private static final double LABORATORY_FROM = 3825;
  private static final double LABORATORY_TO = 4075;
  private static final double NORMAL_STRESS = 8;
  /** Block of the rate the baseline is tested at: 1 kHz → 100 Hz. */
  private static final int REFERENCE_BLOCK = 10;
  private static final List<Integer> BLOCKS = List.of(1, 2, 5, REFERENCE_BLOCK, 20);
  /** The files give no friction; the mean about which the stand-in moves has to be assumed. */
  private static final double ASSUMED_MEAN_FRICTION = 0.45;

  /**
   * In windows of 1 s, p4581's failures reach slopes of -0.07 to -0.13 /s, and any threshold from -0.035 to -0.06 /s
   * finds the 26 that the data's authors found. The simulation's stand-in falls at all slopes; -0.5 /s at 100 Hz takes
   * those failures that recur, in samples, as often as the laboratory's: 25 of them, 0.98 s apart.
   */
  private static final FailureCriteria FAILURES =
      new FailureCriteria(new FailureCriterion(-0.5, 0.2), new FailureCriterion(-0.05, 3));

  private PublicStudy() {}

  /**
   * Reads the study. The file of the second experiment is optional: it is used if {@code hashes} lists it.
   *
   * @param folder with the study's files
   * @param hashes sha256 of those files, by name, for provenance
   * @throws faultslip.data.DataException if a file is missing or cannot be used
   */
  public static Study read(Path folder, Map<String, String> hashes) {
    FdemRun run = FdemRun.read(folder);
    double slope = frictionPerMillimetre(run.xDisplacement(), SlipCatalogue.read(folder.resolve("Slip_events.npy")));
    Series displacement = run.xDisplacement();
    double meanDisplacement = java.util.Arrays.stream(displacement.values()).average().orElseThrow();
    double offset = ASSUMED_MEAN_FRICTION + slope * meanDisplacement;
    List<Recording> rates = BLOCKS.stream()
        .map(block -> run.recording("FDEM", block, offset, slope)).toList();
    Recording laboratory = FeatureCsv.read(folder.resolve(LABORATORY_FILE), LABORATORY_FROM, LABORATORY_TO)
        .recording("p4581, 8 MPa", NORMAL_STRESS);
    OtherRecordings others = others(folder, hashes);
    List<String> notes = List.of(
        String.format(Locale.ROOT, "Simulation: FDEM run of 25 s. Its files hold no friction: the stand-in is %.3f - %.3f /mm times the plate's displacement, "
            + "the slope by least squares on its slip events, the mean of %.2f assumed. Its MAPE hangs on that mean; R² does not.",
            offset, slope, ASSUMED_MEAN_FRICTION),
        "Laboratory: p4581 at 8 MPa, AE variance in 1 s windows every 0.1 s, %.0f to %.0f s; friction is shear stress over 8 MPa."
            .formatted(LABORATORY_FROM, LABORATORY_TO),
        "The paper tests on p4677 at 2.5 MPa, from raw waveforms: its numbers stand beside these for orientation.");
    return new Study(NAME, Sampling.SLOW, rates.get(BLOCKS.indexOf(REFERENCE_BLOCK)), rates, laboratory, others, Optional.of(FAILURES),
        notes, hashes);
  }

  private static OtherRecordings others(Path folder, Map<String, String> hashes) {
    if (!hashes.containsKey(OTHER_FILE)) {
      return new OtherRecordings(List.of(), "Second experiment: p5198 has not been fetched; ./faultslip fetch "
          + "brings it where there is a network.");
    }
    return new OtherRecordings(List.of(FeatureCsv.read(folder.resolve(OTHER_FILE)).recording("p5198")),
        "Second experiment: p5198, another gouge that slips slowly; its normal stress is not known, so the target is "
            + "shear stress in MPa.");
  }

  /** Least squares through the origin of the events' friction drops on the plate's displacement over them. */
  static double frictionPerMillimetre(Series displacement, List<SlipEvent> events) {
    SimpleRegression regression = new SimpleRegression(false);
    for (SlipEvent event : events) {
      regression.addData(displacement.value(event.end()) - displacement.value(event.start()), event.frictionDrop());
    }
    return regression.getSlope();
  }
}
