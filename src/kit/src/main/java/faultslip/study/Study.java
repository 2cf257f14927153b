package faultslip.study;

import com.fasterxml.jackson.databind.JsonNode;
import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.split.SplitFractions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A simulation and a laboratory fault, and the method by which one learns from the other. Studies are described by
 * files ({@link Studies}).
 *
 * @param name short name: "public"
 * @param simulations at least one; the first leads
 * @param laboratory a little to train on, most of it to test
 * @param others other laboratory recordings, to apply models to unchanged
 * @param method the numbers of the method, in seconds
 * @param sources what it was made from
 */
public record Study(String name, List<Simulation> simulations, Laboratory laboratory, OtherRecordings others,
    MethodSettings method, Sources sources) {

  /**
   * The laboratory's recording.
   *
   * @param recording emission and fault state
   * @param criterion what counts as a failure in it; empty where that is not known
   */
  public record Laboratory(Recording recording, Optional<FailureCriterion> criterion) {
    /** Refuses null. */
    public Laboratory {
      Objects.requireNonNull(recording, "recording");
      Objects.requireNonNull(criterion, "criterion");
    }

    /** Mean recurrence interval of its failures in a split's training segment, in seconds; empty if it has too few. */
    OptionalDouble recurrence(SplitFractions split) {
      return criterion.stream().map(known -> known.find(split.of(recording).training().fault()))
          .filter(failures -> failures.size() > 1).mapToDouble(FailureCatalogue::meanRecurrence).findFirst();
    }
  }

  /**
   * What a study was made from.
   *
   * @param notes what a reader must know of the data, a line each
   * @param hashes sha256 of the files behind the recordings, by file name
   * @param description the study's file, for provenance; empty for a study made in code
   */
  public record Sources(List<String> notes, Map<String, String> hashes, Optional<JsonNode> description) {
    /** Of a study that was made in code. */
    public static final Sources NONE = new Sources(List.of(), Map.of(), Optional.empty());

    /** Copies the list and the map, the latter in the order of its keys. */
    public Sources {
      notes = List.copyOf(notes);
      hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
      Objects.requireNonNull(description, "description");
    }
  }

  /** @throws StudyException if there is no simulation, or two have one name */
  public Study {
    simulations = List.copyOf(simulations);
    long names = simulations.stream().map(Simulation::name).distinct().count();
    if (simulations.isEmpty() || names < simulations.size()) {
      throw new StudyException("Study '%s' has the simulations %s; give at least one, each with a name of its own."
          .formatted(name, simulations.stream().map(Simulation::name).toList()));
    }
    Objects.requireNonNull(laboratory, "laboratory");
    Objects.requireNonNull(others, "others");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(sources, "sources");
  }

  /** The simulation that leads. */
  public Simulation simulation() {
    return simulations.get(0);
  }

  /** Whether it says what a failure is, in the simulations and in the laboratory's recording. */
  public boolean hasFailures() {
    return laboratory.criterion().isPresent() && simulations.stream()
        .allMatch(simulation -> simulation.criterion().isPresent());
  }

  /** This study by another method. */
  public Study withMethod(MethodSettings other) {
    return new Study(name, simulations, laboratory, others, other, sources);
  }

  /** This study with a laboratory recording of one's own, of which it is not known what a failure is. */
  public Study withLaboratory(Recording own) {
    return new Study(name + " with a recording of one's own", simulations, new Laboratory(own, Optional.empty()),
        OtherRecordings.NONE,
        method, new Sources(List.of("Laboratory: " + own.emission() + "; " + own.fault() + "."), sources.hashes(),
            sources.description()));
  }

  /** This study with failures by other criteria, that of the simulations first. */
  public Study withFailures(FailureCriterion inSimulations, FailureCriterion inLaboratory) {
    List<Simulation> all = simulations.stream()
        .map(s -> new Simulation(s.name(), s.recording(), s.rates(), Optional.of(inSimulations))).toList();
    return new Study(name, all, new Laboratory(laboratory.recording(), Optional.of(inLaboratory)), others, method,
        sources);
  }

  /**
   * The method at the laboratory's sampling.
   *
   * @throws faultslip.FaultslipException if a number of it does not fit, or windows or scales see too little of a
   *     seismic cycle, where one knows how long that is
   */
  public SampledMethod sampled() {
    return method.at(laboratory.recording().clock().frequency(), recurrence());
  }

  /**
   * Mean recurrence interval of the failures in the laboratory's training segment, in seconds; empty where it is not
   * known.
   */
  public OptionalDouble recurrence() {
    return laboratory.recurrence(method.splits().laboratory());
  }
}
