package faultslip.study;

import faultslip.data.RecordingCsv;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The study {@code synthetic}: granular faults of the kit's own, whose recordings come with it ({@link SyntheticFault}). It
 * needs no network, and has what public data lack: the paper's sampling and its six loads.
 */
public final class SyntheticStudy {
  /** The study's name. */
  public static final String NAME = "synthetic";

  /** Samples averaged for the rates that a network learns from: the simulation's own, and half of it. */
  private static final List<Integer> BLOCKS = List.of(1, 2);
  private static final FailureCriteria FAILURES =
      new FailureCriteria(new FailureCriterion(-0.05, 1), new FailureCriterion(-0.05, 3));

  private SyntheticStudy() {}

  /**
   * Reads the study.
   *
   * @param folder with the study's files
   * @param hashes sha256 of those files, by name, for provenance
   * @throws faultslip.data.DataException if a file is missing or cannot be used
   */
  public static Study read(Path folder, Map<String, String> hashes) {
    Recording simulation = read(folder, SyntheticFault.simulation()).get(0);
    List<Recording> rates = BLOCKS.stream().map(block -> averaged(simulation, block).withLogarithmOfEmission()).toList();
    Recording laboratory = read(folder, SyntheticFault.p4677()).get(0).withLogarithmOfEmission();
    List<Recording> loads = read(folder, SyntheticFault.p4581()).stream().map(Recording::withLogarithmOfEmission).toList();
    OtherRecordings others = new OtherRecordings(loads, Optional.of(FAILURES.laboratory()),
        "Second experiment: another granular fault, run through six loads; of each load only mean and standard deviation are used.");
    List<String> notes = List.of(
        "Everything here is simulated: granular faults of the kit's own (./faultslip simulate), whose slips come from their grains.",
        "Simulation: ten layers of grains, and their kinetic energy. Laboratory: six layers of grains of other sizes, contacts that "
            + "weaken more, a machine five times softer, and the amplitude that a noisy sensor hears.",
        "The paper tests on p4677 and p4581 themselves: its numbers stand beside these for orientation.");
    return new Study(NAME, Sampling.PAPER, rates.get(0), rates, laboratory, others, Optional.of(FAILURES), notes, hashes);
  }

  private static List<Recording> read(Path folder, SyntheticFault fault) {
    List<String> files = fault.files();
    return IntStream.range(0, files.size())
        .mapToObj(i -> named(RecordingCsv.read(folder.resolve(files.get(i)), fault.titles().get(i), SyntheticFault.COLUMNS), fault))
        .toList();
  }

  private static Recording named(Recording recording, SyntheticFault fault) {
    boolean heard = fault.sensor().isPresent();
    return new Recording(recording.name(),
        recording.emission().map(heard ? "AE amplitude" : "kinetic energy", heard ? "√(σ0 d²)" : "σ0 d²", value -> value),
        recording.fault().map("friction coefficient", "", value -> value));
  }

  private static Recording averaged(Recording recording, int block) {
    return new Recording(recording.name(), recording.emission().blockMeans(block), recording.fault().blockMeans(block));
  }
}
