package faultslip.model;

import faultslip.ced.Nowcast;
import faultslip.ced.RecordingStandardisation;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.TrailingAverages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Predicts a fault while it is heard, sample by sample: what is said of a time is what {@link Nowcast} says of it, to
 * the last digit, whenever it is asked.
 */
public final class RunningNowcast {
  private final PortableModel model;
  private final Hearing hearing;
  private final RecordingStandardisation standardisation;
  private final TrailingAverages averages;
  private final Deque<Double> remembered = new ArrayDeque<>();
  private final List<Said> waiting = new ArrayList<>();
  private double lastTime = Double.NEGATIVE_INFINITY;

  /**
   * How the emission is heard.
   *
   * @param step samples from one that the model sees to the next, at least 1
   * @param width samples of its trailing averages, at least 1
   * @param logarithm whether the model sees its logarithm
   * @param interval from sample to sample that the model sees, in seconds
   */
  public record Hearing(int step, int width, boolean logarithm, double interval) {}

  /** What is said of a time, in seconds: of the fault's state, in its unit. */
  public record Said(double time, double value) {}

  /**
   * What has to be kept to go on after an interruption.
   *
   * @param lastTime of the last sample heard, in seconds
   * @param remembered the last of them, as many as it remembers
   * @param averaged samples of averages that are not due yet, and those to pass over first, if below 0
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
  public record State(double lastTime, double[] remembered, TrailingAverages.State averaged) {}

  /**
   * Begins, or goes on.
   *
   * @throws ModelException if the model looks ahead
   */
  public RunningNowcast(PortableModel model, Hearing hearing, RecordingStandardisation standardisation,
      Optional<State> before) {
    ModelException.require(model.description().image().isCausal(), "The model '%s' looks ahead, so it cannot predict "
        + "what is heard now; export one of a nowcast (nowcast-zero-shot, nowcast-cross-trained).",
        model.description().title());
    this.model = model;
    this.hearing = hearing;
    this.standardisation = standardisation;
    this.averages = new TrailingAverages(1, hearing.width, hearing.step);
    before.ifPresent(state -> {
      averages.goOn(state.averaged);
      Arrays.stream(state.remembered).forEach(remembered::add);
      lastTime = state.lastTime;
    });
  }

  /**
   * Hears a sample; one that was heard before it was interrupted is passed over.
   *
   * @return whether it was new
   */
  public boolean hear(double time, double emission) {
    if (time <= lastTime) {
      return false;
    }
    lastTime = time;
    averages.add(emission).ifPresent(mean -> {
      ModelException.require(!hearing.logarithm || mean[0] > 0, "The emission at %s s is %s, which has no logarithm; "
          + "give a positive variance, energy or amplitude, or --no-logarithm.", time, mean[0]);
      waiting.add(new Said(time, hearing.logarithm ? StrictMath.log(mean[0]) : mean[0]));
    });
    return true;
  }

  /** Samples that were heard and are not predicted yet. */
  public int waiting() {
    return waiting.size();
  }

  /** Predictions of all that was heard since it was asked last, in order; none if nothing is new. */
  public List<Said> say() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    int memory = model.description().image().memory();
    int from = remembered.size();
    waiting.forEach(sample -> remembered.add(sample.value));
    Series emission = new Series("emission", "", new Clock(0, hearing.interval),
        remembered.stream().mapToDouble(Double::doubleValue).toArray());
    Series fault = new Nowcast(model.description().image().settings(), model.description().image().windows().width(),
        memory).of(model.network(), new Recording("heard", emission, emission), from, standardisation).fault();
    List<Said> said = IntStream.range(0, waiting.size())
        .mapToObj(i -> new Said(waiting.get(i).time, fault.value(i))).toList();
    waiting.clear();
    while (remembered.size() > memory) {
      remembered.remove();
    }
    return said;
  }

  /** What has to be kept; of what is not {@linkplain #say predicted} yet nothing is. */
  public State state() {
    return new State(lastTime, remembered.stream().mapToDouble(Double::doubleValue).toArray(), averages.state());
  }
}
