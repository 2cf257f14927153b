package faultslip.experiment;

import faultslip.data.TextTable;
import faultslip.evaluate.Scores;
import faultslip.evaluate.certainty.ConformalInterval;
import faultslip.evaluate.certainty.CycleErrors;
import faultslip.evaluate.certainty.FoundFailures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The scores of one model, or of the mean of several, on the test segment of one recording.
 *
 * @param simulation name of the simulation that was learned from; "" where none was
 * @param experiment its id: "cross-trained"
 * @param recording tested on
 * @param unit unit of MAE and RMSE, "" for a friction coefficient
 * @param leftOut samples that take no part in the MAPE, since their truth is near zero
 * @param cycles what is told cycle by cycle
 */
public record ResultRow(String study, String simulation, String experiment, String recording, String unit, int leftOut,
    Model model, Reading reading, Scores scores, Cycles cycles) {
  /** Where it is not known what a failure is. */
  public ResultRow(String study, String simulation, String experiment, String recording, String unit, int leftOut,
      Model model, Reading reading, Scores scores) {
    this(study, simulation, experiment, recording, unit, leftOut, model, reading, scores, Cycles.UNKNOWN);
  }

  /**
   * What a prediction is like cycle by cycle.
   *
   * @param errors its errors; empty where no failure is known within the segment
   * @param ofMean those of always saying the mean of the known part
   * @param failures which of them it finds; empty where it is not known what a failure is, or it tells the time to one
   */
  public record Cycles(Optional<CycleErrors> errors, Optional<CycleErrors> ofMean, Optional<FoundFailures> failures) {
    /** Of a segment without cycles. */
    public static final Cycles UNKNOWN = new Cycles(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * How a prediction is taken.
   *
   * @param lookAhead how far ahead of each time it looks, in seconds: 0 if it knows nothing after it
   * @param learned the few cycles of the laboratory recording that are known; empty for all of its training segment
   */
  public record Reading(Amplitude amplitude, double lookAhead, Optional<LearnedCycles> learned) {
    public Reading(Amplitude amplitude, double lookAhead) {
      this(amplitude, lookAhead, Optional.empty());
    }
  }

  /** So many seismic cycles of a laboratory recording, from one of its failures on; the first is 0. */
  public record LearnedCycles(double amount, int firstFailure) {

    /** "0.5 cycles from failure 2". */
    @Override
    public String toString() {
      return TextTable.text("%s cycle%s from failure %d", text(amount), amount == 1 ? "" : "s", firstFailure);
    }

    /** An amount, with the digits it has: "0.25", "1". */
    static String text(double amount) {
      return BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
    }
  }

  /** The same, told to be of a model that knows these cycles, and was not validated. */
  ResultRow of(Optional<LearnedCycles> learned) {
    Model unvalidated =
        new Model(model.key(), model.seeds(), OptionalDouble.empty(), model.provenance(), model.intervals());
    return new ResultRow(study, simulation, experiment, recording, unit, leftOut, unvalidated,
        new Reading(reading.amplitude, reading.lookAhead, learned), scores, cycles);
  }

  /**
   * By which model.
   *
   * @param key the model's key in the store, abbreviated, or its name where nothing is stored
   * @param seeds of the training; several where the predictions of so many models are averaged
   * @param validationLoss best validation loss of the training; empty where there was none
   * @param provenance of what is not a network, as the library that trained it tells; "" for a network, whose key tells
   * @param intervals about the mean of several models; none where nothing was left to calibrate them by
   */
  public record Model(String key, List<Long> seeds, OptionalDouble validationLoss, String provenance,
      List<Interval> intervals) {
    /** A trained network. */
    static Model network(String key, long seed, double validationLoss) {
      return new Model(key, List.of(seed), OptionalDouble.of(validationLoss), "", List.of());
    }

    /** What is not a network. */
    public static Model other(String name, long seed, String provenance) {
      return new Model(name, List.of(seed), OptionalDouble.empty(), provenance, List.of());
    }
  }

  /** An interval about every prediction, and the share of the test segment's truth within it, 0 to 1. */
  public record Interval(ConformalInterval calibrated, double coverage) {}

  /** Whether it is of the mean of several models. */
  public boolean isMean() {
    return model.seeds().size() > 1;
  }

  /** Whether it is of one model, with the amplitude as it comes. */
  public boolean isPlain() {
    return !isMean() && reading.amplitude() == Amplitude.RAW;
  }

  /** Of the training; of the mean of several, the first. */
  public long seed() {
    return model.seeds().get(0);
  }
}
