package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.evaluate.certainty.ErrorScore;
import faultslip.evaluate.certainty.FoundFailures;
import faultslip.experiment.ResultRow.Model;
import faultslip.experiment.ResultRow.Reading;
import faultslip.experiment.Verdict.Outcome;
import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Claims on made-up predictions of a fault whose truth is known: right ones hold, wrong ones do not, others cannot be told. */
class VerdictTest {
  private static final FailureCriterion CRITERION = new FailureCriterion(-0.1, 1);
  private final Recording fault = StickSlip.recording("made", 3000, 100);
  private final TestSegment segment =
      new TestSegment(fault, new Segment(0, 1000), new Segment(1000, 3000), 0).with(Optional.of(CRITERION));
  private final List<ResultRow> rows = new ArrayList<>();

  /** The truth at another size about its mean, and noise. */
  private Series said(double size, double noise, long seed) {
    Series truth = segment.recording().fault();
    SplittableRandom random = new SplittableRandom(seed);
    double mean = segment.knownMean();
    return truth.with(Arrays.stream(truth.values()).map(value -> mean + size * (value - mean) + noise * random.nextGaussian())
        .toArray());
  }

  private void add(String experiment, String simulation, Series... seeds) {
    for (int seed = 0; seed < seeds.length; seed++) {
      rows.add(new ResultRow("made", simulation, experiment, fault.name(), "", 0, Model.network("m", seed, 0.1),
          new Reading(Amplitude.RAW, 1), segment.scores(seeds[seed]), segment.byCycle(seeds[seed])));
    }
  }

  private Verdict verdict(Claim claim) {
    List<Verdict> all = Verdict.all(rows).stream().filter(verdict -> verdict.claim() == claim).toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void whatIsPlainlyBetterHoldsAndItsOppositeDoesNot() {
    add("zero-shot", "granular", said(0.7, 0.002, 1), said(0.7, 0.002, 2), said(0.7, 0.002, 3));
    add("cross-trained", "granular", said(0.95, 0.002, 4), said(0.95, 0.002, 5), said(0.95, 0.002, 6));
    add("lab-only", "", said(0.9, 0.006, 7), said(0.9, 0.006, 8));
    assertThat(verdict(Claim.ZERO_SHOT_BEATS_THE_MEAN).outcome()).isEqualTo(Outcome.HOLDS);
    Verdict better = verdict(Claim.CROSS_TRAINING_BEATS_ZERO_SHOT);
    assertThat(better.outcome()).isEqualTo(Outcome.HOLDS);
    List<SeedSummary> summaries = SeedSummary.plain(rows);
    assertThat(better.difference()).isCloseTo(summaries.get(1).median(scores -> scores.mapePercent())
        - summaries.get(0).median(scores -> scores.mapePercent()), within(1e-9));
    assertThat(better.difference()).isBetween(better.interval().from(), better.interval().to());
    assertThat(better.line()).startsWith("(b) cross-training is better than zero-shot transfer: holds (granular, made; -");
    assertThat(verdict(Claim.LABORATORY_ALONE_BEATS_CROSS_TRAINING).outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
  }

  @Test
  void whatIsAsGoodCannotBeTold() {
    add("zero-shot", "granular", said(0.9, 0.01, 1));
    add("cross-trained", "granular", said(0.9, 0.01, 2));
    assertThat(verdict(Claim.CROSS_TRAINING_BEATS_ZERO_SHOT).outcome()).isEqualTo(Outcome.CANNOT_BE_TOLD);
  }

  @Test
  void aFlatLineIsNoBetterThanTheMeanAndFindsNothing() {
    add("zero-shot", "granular", said(0, 0, 1));
    Verdict flat = verdict(Claim.ZERO_SHOT_BEATS_THE_MEAN);
    assertThat(flat.difference()).isCloseTo(0, within(1e-12));
    assertThat(flat.outcome()).isNotEqualTo(Outcome.HOLDS);
    assertThat(Verdict.all(rows)).noneMatch(verdict -> verdict.claim() == Claim.DROPS_ARE_UNDERPREDICTED);
  }

  @Test
  void dropsTooSmallAreToldBySize() {
    add("zero-shot", "granular", said(0.6, 0, 1));
    Verdict small = verdict(Claim.DROPS_ARE_UNDERPREDICTED);
    assertThat(small.difference()).isCloseTo(-0.4, within(1e-9));
    assertThat(small.outcome()).isEqualTo(Outcome.HOLDS);
    rows.clear();
    add("zero-shot", "granular", said(1.3, 0, 1));
    assertThat(verdict(Claim.DROPS_ARE_UNDERPREDICTED).outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
  }

  @Test
  void slipsAreFoundMoreOftenThanByChanceOrNot() {
    add("second-experiment-cross-trained", "granular", said(0.9, 0, 1));
    Verdict found = verdict(Claim.SECOND_EXPERIMENT_IS_FOUND);
    // All are found; alarms reach a quarter of a cycle to either side.
    assertThat(found.difference()).isCloseTo(0.5 - 1, within(0.02));
    assertThat(found.outcome()).isEqualTo(Outcome.HOLDS);
    rows.clear();
    // Half a cycle late, and at every tenth of a second.
    Series truth = segment.recording().fault();
    double[] late = new double[truth.length()];
    Arrays.setAll(late, n -> truth.value((n + 50) % late.length));
    add("second-experiment-cross-trained", "granular", truth.with(late));
    assertThat(verdict(Claim.SECOND_EXPERIMENT_IS_FOUND).outcome()).isEqualTo(Outcome.DOES_NOT_HOLD);
  }

  @Test
  void eachSimulationAndLookAheadHasItsOwn() {
    for (String simulation : List.of("granular", "fdem")) {
      for (String look : List.of("", "nowcast-")) {
        add(look + "zero-shot", simulation, said(0.7, 0.002, 1));
        add(look + "cross-trained", simulation, said(0.9, 0.002, 2));
      }
    }
    assertThat(Verdict.all(rows).stream().filter(verdict -> verdict.claim() == Claim.CROSS_TRAINING_BEATS_ZERO_SHOT))
        .extracting(verdict -> verdict.lookAhead() + " " + verdict.simulation())
        .containsExactly("WINDOW granular", "WINDOW fdem", "NONE granular", "NONE fdem");
    assertThat(Comparison.verdicts(rows).stringColumn("verdict").asList()).contains("holds");
  }

  @Test
  void whereNoFailureIsKnownNothingIsSaid() {
    TestSegment unknown = new TestSegment(fault, new Segment(0, 1000), new Segment(1000, 3000), 0);
    Series said = said(0.7, 0.002, 1);
    rows.add(new ResultRow("made", "granular", "zero-shot", "made", "", 0, Model.network("m", 0, 0.1),
        new Reading(Amplitude.RAW, 1), unknown.scores(said), unknown.byCycle(said)));
    assertThat(Verdict.all(rows)).isEmpty();
    assertThat(SeedSummary.plain(rows).get(0).interval(ErrorScore.MAPE)).isEmpty();
    assertThat(Comparison.failures(rows).rowCount()).isZero();
  }

  @Test
  void intervalsHoldTheMedianAndFailuresStandInATable() {
    add("zero-shot", "granular", said(0.7, 0.01, 1), said(0.7, 0.01, 2), said(0.7, 0.01, 3));
    SeedSummary summary = SeedSummary.plain(rows).get(0);
    double median = summary.median(scores -> scores.mapePercent());
    assertThat(median).isBetween(summary.interval(ErrorScore.MAPE).orElseThrow().from(),
        summary.interval(ErrorScore.MAPE).orElseThrow().to());
    FoundFailures first = rows.get(0).cycles().failures().orElseThrow();
    assertThat(first.failures()).hasSize(19);
    assertThat(Comparison.failures(rows).row(0).getString("failures")).isEqualTo("19");
    assertThat(Stream.of("share found", "timing error, s", "predicted over true drop"))
        .allSatisfy(column -> assertThat(Comparison.failures(rows).row(0).getString(column)).isNotEqualTo("-"));
  }

  /** Cycles begin where the truth fails, also where the recording's clock begins elsewhere. */
  @Test
  void cyclesAreThoseOfTheTestedPart() {
    assertThat(segment.byCycle(said(1, 0, 1)).errors().orElseThrow().cycles()).hasSize(20);
    assertThat(fault.clock()).isEqualTo(new Clock(100, 0.1));
  }
}
