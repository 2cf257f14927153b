package faultslip.experiment;

import faultslip.data.TextTable;
import faultslip.evaluate.certainty.ConfidenceInterval;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a claim holds, for one way of looking ahead and one simulation, on one recording.
 *
 * @param simulation that was learned from
 * @param recording tested on
 * @param difference below 0 where the claim is right, in the claim's unit; of the median over the seeds
 * @param interval the middle 95 % of that difference, had other cycles of the fault been recorded
 */
public record Verdict(Claim claim, LookAhead lookAhead, String simulation, String recording, double difference,
    ConfidenceInterval interval) {

  /** What the interval says. */
  public enum Outcome {
    HOLDS("holds"), DOES_NOT_HOLD("does not hold"), CANNOT_BE_TOLD("cannot be told");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    /** Of a difference that is below 0 where a claim is right: on which side of it all of an interval is, if on one. */
    static Outcome of(ConfidenceInterval interval) {
      return interval.to() < 0 ? HOLDS : interval.from() > 0 ? DOES_NOT_HOLD : CANNOT_BE_TOLD;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** All that the results allow, claim by claim; none where it is not known what a failure is. */
  public static List<Verdict> all(List<ResultRow> rows) {
    List<SeedSummary> summaries = SeedSummary.plain(rows);
    List<String> simulations = summaries.stream().map(summary -> summary.first().simulation())
        .filter(name -> !name.isEmpty()).distinct().toList();
    return Stream.of(Claim.values()).flatMap(claim -> Stream.of(LookAhead.WINDOW, LookAhead.NONE).flatMap(lookAhead ->
        simulations.stream().flatMap(simulation ->
            claim.verdicts(new Claim.Protocol(summaries, lookAhead, simulation))))).toList();
  }

  /** Whether all of the interval is on one side of 0, and on which. */
  public Outcome outcome() {
    return Outcome.of(interval);
  }

  /** In a line: "(a) zero-shot transfer is ...: holds (granular, p4581, 8 MPa; -3.42 % MAPE, -4.10 to -2.70)." */
  public String line() {
    return TextTable.text("(%s) %s: %s (%s; %.3g %s, %.3g to %.3g).", claim.letter(), lookAhead.title(claim.words()),
        outcome(), simulation + ", " + recording, difference, claim.unit(), interval.from(), interval.to());
  }
}
