package faultslip.study;

import com.fasterxml.jackson.databind.JsonNode;
import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.split.SplitFractions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A simulation and a laboratory fault, and the method by which one learns from the other. Studies are described by
 * files ({@link Studies}). Where a criterion of failures is empty, it is not known what a failure is.
 *
 * @param name short name: "public"
 * @param simulations at least one; the first leads
 * @param laboratory a little to train on, most of it to test
 */
public record Study(String name, List<Simulation> simulations, Laboratory laboratory, OtherRecordings others,
    MethodSettings method, Sources sources) {

  /**
   * A simulation to learn from.
   *
   * @param name as the study calls it: "fdem"
   * @param recording at the sampling frequency it is tested at, the one closest to the laboratory's in samples a cycle
   * @param rates the run at several sampling frequencies, that one among them: a network that learns from all of them
   *     meets events of many lengths, in samples
   * @param beside other faults, of other grains, loads and machines, that a network learns from as well
   */
  public record Simulation(String name, Recording recording, List<Recording> rates,
      Optional<FailureCriterion> criterion, List<Simulation> beside) {
    public Simulation {
      rates = List.copyOf(rates);
      beside = List.copyOf(beside);
    }

    /** Of one fault alone. */
    public Simulation(String name, Recording recording, List<Recording> rates, Optional<FailureCriterion> criterion) {
      this(name, recording, rates, criterion, List.of());
    }

    /** All recordings to learn from, at all rates. */
    public Stream<Recording> all() {
      return Stream.concat(rates.stream(), beside.stream().flatMap(Simulation::all));
    }

    /** Whether it is known of all of its faults what a failure is. */
    boolean hasFailures() {
      return criterion.isPresent() && beside.stream().allMatch(Simulation::hasFailures);
    }

    /**
     * With the time to failure in place of the fault state, as {@link FailureCatalogue#target}; failures are found
     * once, in the recording it is tested on, and serve all rates. For simulations with failures.
     */
    public Simulation timeToFailure() {
      FailureCatalogue failures = criterion.orElseThrow().find(recording.fault());
      return new Simulation(name, failures.target(recording), rates.stream().map(failures::target).toList(),
          Optional.empty(), beside.stream().map(Simulation::timeToFailure).toList());
    }

    private Simulation withFailures(FailureCriterion other) {
      return new Simulation(name, recording, rates, Optional.of(other),
          beside.stream().map(each -> each.withFailures(other)).toList());
    }
  }

  /**
   * A laboratory's recording of emission and fault state, and what counts as a failure in it. A state in seconds is the
   * time to failure, below zero so that it falls at a failure: of such a fault nothing is known but when it failed.
   */
  public record Laboratory(Recording recording, Optional<FailureCriterion> criterion) {

    /** Why nothing can be learned of its fault's state, in a sentence; empty if that was recorded. */
    public Optional<String> obstacle() {
      return !recording.fault().unit().equals("s") ? Optional.empty()
          : Optional.of("Of " + recording.name() + " it is only known when it failed; look at the time to failure.");
    }

    /** Mean recurrence interval of its failures in a split's training segment, in seconds; empty if it has too few. */
    OptionalDouble recurrence(SplitFractions split) {
      return criterion.stream().map(known -> known.find(split.of(recording).training().fault()))
          .filter(failures -> failures.size() > 1).mapToDouble(FailureCatalogue::meanRecurrence).findFirst();
    }
  }

  /**
   * Laboratory recordings that models are applied to unchanged (Wang et al. 2021, figure 5); there may be none.
   *
   * @param all those whose failures alone are known among them
   * @param remark one line on what they are, or on why there is none and what to do about it
   */
  public record OtherRecordings(List<Laboratory> all, String remark) {
    /** Of a study that has none. */
    public static final OtherRecordings NONE =
        new OtherRecordings(List.of(), "Second experiment: this study has no other laboratory recording.");

    public OtherRecordings {
      all = List.copyOf(all);
    }

    /** Those with a fault state. */
    public List<Laboratory> withState() {
      return all.stream().filter(each -> each.obstacle().isEmpty()).toList();
    }

    /** The recordings of those with a fault state. */
    public List<Recording> recordings() {
      return withState().stream().map(Laboratory::recording).toList();
    }

    /** Those with a fault state to show where there is room for few. */
    public List<Recording> shown() {
      return everySecond(recordings());
    }

    /** Every second one, from the first: of 3 to 8 MPa those of 3, 5 and 7, as in the paper's figure 7. */
    public static <T> List<T> everySecond(List<T> all) {
      return IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(all::get).toList();
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

    public Sources {
      notes = List.copyOf(notes);
      hashes = Collections.unmodifiableMap(new TreeMap<>(hashes)); // in the order of the names
    }
  }

  /** @throws StudyException if there is no simulation, or two have one name */
  public Study {
    simulations = List.copyOf(simulations);
    List<String> names = simulations.stream().map(Simulation::name).toList();
    if (names.isEmpty() || Set.copyOf(names).size() < names.size()) {
      throw new StudyException("Study '%s' has the simulations %s; give at least one, each with a name of its own."
          .formatted(name, names));
    }
  }

  /** The simulation that leads. */
  public Simulation simulation() {
    return simulations.get(0);
  }

  /** Whether it says what a failure is, in the simulations and in the laboratory's recording. */
  public boolean hasFailures() {
    return laboratory.criterion().isPresent() && simulations.stream().allMatch(Simulation::hasFailures);
  }

  /** This study by another method. */
  public Study withMethod(MethodSettings other) {
    return new Study(name, simulations, laboratory, others, other, sources);
  }

  /** This study with a laboratory recording of one's own, of which it is not known what a failure is. */
  public Study withLaboratory(Recording own) {
    return new Study(name + " with a recording of one's own", simulations, new Laboratory(own, Optional.empty()),
        OtherRecordings.NONE, method, new Sources(List.of("Laboratory: " + own.emission() + "; " + own.fault() + "."),
        sources.hashes(), sources.description()));
  }

  /** This study with failures by other criteria, that of the simulations first. */
  public Study withFailures(FailureCriterion inSimulations, FailureCriterion inLaboratory) {
    List<Simulation> all = simulations.stream().map(each -> each.withFailures(inSimulations)).toList();
    return new Study(name, all, new Laboratory(laboratory.recording(), Optional.of(inLaboratory)), others, method,
        sources);
  }

  /** The method at the laboratory's sampling and recurrence, as {@link MethodSettings#at(double, OptionalDouble)}. */
  public SampledMethod sampled() {
    return method.at(laboratory.recording().clock().frequency(), recurrence());
  }

  /** Mean recurrence interval of the failures in the laboratory's training segment, in seconds; empty if not known. */
  public OptionalDouble recurrence() {
    return laboratory.recurrence(method.splits().laboratory());
  }
}
