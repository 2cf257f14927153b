package faultslip.study;

import faultslip.series.Recording;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A simulation and a laboratory fault.
 *
 * @param name short name: "public"
 * @param simulation the simulation at the sampling frequency closest to the laboratory's, in cycles: what the baseline
 *     is tested on
 * @param simulationRates the same run at several sampling frequencies, that one among them: a network that learns from
 *     all of them meets events of many lengths, in samples
 * @param laboratory the laboratory recording: a little to train on, most of it to test
 * @param notes what a reader must know of the data, a line each
 * @param hashes sha256 of the files behind the recordings, by file name
 */
public record Study(String name, Recording simulation, List<Recording> simulationRates, Recording laboratory,
    List<String> notes, Map<String, String> hashes) {

  /** Copies the lists and the map, the latter in the order of its keys. */
  public Study {
    simulationRates = List.copyOf(simulationRates);
    notes = List.copyOf(notes);
    hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
  }

  /** The same simulation with a laboratory recording of one's own. */
  public Study withLaboratory(Recording own) {
    return new Study(name + " with a recording of one's own", simulation, simulationRates, own,
        List.of("Laboratory: " + own.emission() + "; " + own.fault() + "."), hashes);
  }
}
