package faultslip.experiment;

import faultslip.evaluate.certainty.ErrorScore;
import faultslip.evaluate.certainty.FoundFailures;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the paper claims (a to g), and what it takes for granted (h), as differences that are below 0 where it is right,
 * written down beforehand. A {@link Verdict} says whether it is, by a bootstrap over seismic cycles in which both sides
 * see the same ones.
 */
public enum Claim {
  ZERO_SHOT_BEATS_THE_MEAN("a", "zero-shot transfer is better than always saying the mean", "% MAPE",
      of -> of.network("", "zero-shot").flatMap(zero -> zero.toTheMean(ErrorScore.MAPE).stream())),
  CROSS_TRAINING_BEATS_ZERO_SHOT("b", "cross-training is better than zero-shot transfer", "% MAPE",
      of -> of.better(ErrorScore.MAPE, of.network("", "cross-trained"), of.network("", "zero-shot"))),
  LABORATORY_ALONE_BEATS_CROSS_TRAINING("c", "laboratory data alone are better than cross-training", "% MAPE",
      of -> of.better(ErrorScore.MAPE, of.network("", "lab-only"), of.network("", "cross-trained"))),
  DROPS_ARE_UNDERPREDICTED("d", "zero-shot, drops are predicted too small", "of a true drop",
      of -> of.network("", "zero-shot").flatMap(zero ->
          zero.ofFailures(seed -> FoundFailures::dropRatio, -1).stream())),
  SECOND_EXPERIMENT_IS_FOUND("e", "cross-trained, slips of a second experiment are found more often than by chance",
      "of the slips", of -> of.network("second-experiment-", "cross-trained").flatMap(second -> second.ofFailures(
          seed -> failures -> seed.chance() - FoundFailures.share(failures), 0).stream())),
  HALF_A_CYCLE_AFTER_A_FAILURE_HELPS("f", "half a cycle after a failure is better than none", "% MAPE",
      of -> of.better(ErrorScore.MAPE, of.network("", "limited-cycle-post-failure"), of.network("", "zero-shot"))),
  HALF_A_CYCLE_BEFORE_A_FAILURE_HELPS("f", "half a cycle before a failure is better than none", "% MAPE",
      of -> of.better(ErrorScore.MAPE, of.network("", "limited-cycle-pre-failure"), of.network("", "zero-shot"))),
  AFTER_IS_BETTER_THAN_BEFORE("f", "half a cycle after a failure is better than half of one before", "% MAPE",
      of -> of.better(ErrorScore.MAPE, of.network("", "limited-cycle-post-failure"),
          of.network("", "limited-cycle-pre-failure"))),
  TIME_TO_FAILURE_BEATS_A_CLOCK("g", "cross-trained, the time to failure is told better than by a clock", "s MAE",
      of -> of.better(ErrorScore.MAE, of.network("time-to-failure-", "cross-trained"),
          of.other("time-to-failure-periodic"))),
  FROZEN_PARTS_CARRY_THE_TRANSFER("h", "cross-training is better than with random encoder and decoder", "% MAPE",
      of -> of.better(ErrorScore.MAPE, of.network("", "cross-trained"), of.network("", "control-random"))),
  LEARNING_BEFORE_HELPS("h", "cross-training is better than the same network with nothing learned before", "% MAPE",
      of -> of.better(ErrorScore.MAPE, of.network("", "cross-trained"), of.network("", "control-nothing-before"))),
  SIMULATED_FRICTION_MATTERS("h", "cross-training is better than from a simulation whose friction is shifted", "% MAPE",
      of -> of.better(ErrorScore.MAPE, of.network("", "cross-trained"), of.network("", "control-shifted-friction")));

  private final String letter;
  private final String words;
  private final String unit;
  @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
  private final Function<Protocol, Stream<SeedSummary.Difference>> differences;

  Claim(String letter, String words, String unit, Function<Protocol, Stream<SeedSummary.Difference>> differences) {
    this.letter = letter;
    this.words = words;
    this.unit = unit;
    this.differences = differences;
  }

  /** Its place among the paper's claims: "a" to "h"; some are made of several. */
  public String letter() {
    return letter;
  }

  /** In words. */
  public String words() {
    return words;
  }

  /** Of the difference that it is about. */
  public String unit() {
    return unit;
  }

  /** One a recording that it is tested on; none where what it compares is not among the results. */
  Stream<Verdict> verdicts(Protocol protocol) {
    return differences.apply(protocol).map(difference -> new Verdict(this, protocol.lookAhead, protocol.simulation,
        difference.recording(), difference.value(), difference.interval()));
  }

  /**
   * Results among which a claim is tested: by one way of looking ahead, learned from one simulation.
   *
   * @param summaries of predictions as they come
   */
  record Protocol(List<SeedSummary> summaries, LookAhead lookAhead, String simulation) {

    /** Results of a network on what it is tested on. */
    Stream<SeedSummary> network(String target, String regime) {
      return other(target + lookAhead.prefix() + regime);
    }

    /** Results of any experiment. */
    Stream<SeedSummary> other(String id) {
      return summaries.stream().filter(summary -> summary.first().experiment().equals(id)
          && (summary.first().simulation().isEmpty() || summary.first().simulation().equals(simulation)));
    }

    /** On the recording that the first of both is tested on first. */
    Stream<SeedSummary.Difference> better(ErrorScore score, Stream<SeedSummary> one, Stream<SeedSummary> other) {
      Optional<SeedSummary> first = one.findFirst();
      return first.stream().flatMap(summary -> other.filter(second ->
          second.first().recording().equals(summary.first().recording())).findFirst().stream()
          .flatMap(second -> summary.to(second, score).stream()));
    }
  }
}
