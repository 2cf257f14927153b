package faultslip.study;

import faultslip.series.Recording;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A simulation and a laboratory fault.
 *
 * @param name short name: "public"
 * @param sampling how fast its recordings are sampled
 * @param simulation the simulation at the sampling frequency closest to the laboratory's, in cycles: what the baseline
 *     is tested on
 * @param simulationRates the same run at several sampling frequencies, that one among them: a network that learns from
 *     all of them meets events of many lengths, in samples
 * @param laboratory the laboratory recording: a little to train on, most of it to test
 * @param others other laboratory recordings, to apply models to unchanged
 * @param failures what counts as a failure; empty where that is not known, as for a recording of one's own
 * @param notes what a reader must know of the data, a line each
 * @param hashes sha256 of the files behind the recordings, by file name
 */
public record Study(String name, Sampling sampling, Recording simulation, List<Recording> simulationRates, Recording laboratory,
    OtherRecordings others, Optional<FailureCriteria> failures, List<String> notes, Map<String, String> hashes) {

  /** Copies the lists and the map, the latter in the order of its keys. */
  public Study {
    Objects.requireNonNull(sampling, "sampling");
    simulationRates = List.copyOf(simulationRates);
    Objects.requireNonNull(others, "others");
    Objects.requireNonNull(failures, "failures");
    notes = List.copyOf(notes);
    hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
  }

  /** A study of two slowly sampled recordings, without others and without a criterion for failures. */
  public Study(String name, Recording simulation, List<Recording> simulationRates, Recording laboratory,
      List<String> notes, Map<String, String> hashes) {
    this(name, Sampling.SLOW, simulation, simulationRates, laboratory, OtherRecordings.NONE, Optional.empty(), notes, hashes);
  }

  /** The same simulation with a laboratory recording of one's own. */
  public Study withLaboratory(Recording own) {
    return new Study(name + " with a recording of one's own", sampling, simulation, simulationRates, own, OtherRecordings.NONE,
        Optional.empty(), List.of("Laboratory: " + own.emission() + "; " + own.fault() + "."), hashes);
  }

  /** The same study with its failures by other criteria. */
  public Study withFailures(FailureCriteria criteria) {
    return new Study(name, sampling, simulation, simulationRates, laboratory, others, Optional.of(criteria), notes, hashes);
  }
}
