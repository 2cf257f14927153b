package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.ced.ScalogramPair;
import faultslip.evaluate.Scores;
import faultslip.experiment.Amplitude;
import faultslip.experiment.Result;
import faultslip.experiment.ResultRow;
import faultslip.experiment.TestSegment;
import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import faultslip.study.MethodSettings;
import faultslip.study.Study;
import faultslip.study.Study.OtherRecordings;
import faultslip.study.Study.Simulation;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Normalisation;
import faultslip.wavelet.ScaleGrid;
import faultslip.wavelet.Scalogram;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Recordings and scalograms made of formulas: pictures of the right shape without a transform. */
public final class Synthetic {
  public static final Clock CLOCK = new Clock(3925, 0.1);
  public static final ScaleGrid GRID = ScaleGrid.between(0.05, 6.4, 16);

  private Synthetic() {
  }

  public static Series series(String name, int length, DoubleUnaryOperator ofTime) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = ofTime.applyAsDouble(i * CLOCK.interval());
    }
    return new Series(name, "", CLOCK, values);
  }

  public static Scalogram scalogram(int length, double amplitude) {
    double[][] real = new double[GRID.count()][length];
    for (int j = 0; j < real.length; j++) {
      for (int n = 0; n < length; n++) {
        double phase = 2 * Math.PI * n * CLOCK.interval() / 9.7;
        real[j][n] = amplitude * Math.sin(phase) * Math.exp(-0.1 * (j - 8) * (j - 8));
      }
    }
    return new Scalogram(DerivativeOfGaussian.ricker(), GRID, Normalisation.AMPLITUDE, CLOCK, real, null);
  }

  public static Recording recording(int length) {
    return new Recording("synthetic", series("ln emission", length, t -> Math.sin(t) * Math.exp(Math.sin(t / 3))),
        series("friction coefficient", length, t -> 0.35 + 0.01 * (t % 9.7)));
  }

  public static Prediction prediction(int length) {
    Recording recording = recording(length);
    return prediction(recording, scalogram(length, 2), scalogram(length, 1), scalogram(length, 0.8),
        recording.fault().map("friction coefficient", "", v -> 0.4 + 0.8 * (v - 0.4)),
        series("deviation", length, t -> 0.004));
  }

  /** A prediction with these images. */
  public static Prediction prediction(Recording segment, Scalogram input, Scalogram target, Scalogram output,
      Series fault, Series deviation) {
    return new Prediction(segment, () -> new ScalogramPair(input, target), () -> output, fault, deviation);
  }

  /** A study whose two faults fail every 9.7 s: 10 times in the laboratory's 100 s. */
  static Study study(Recording... others) {
    FailureCriterion criterion = new FailureCriterion(-0.1, 3);
    Recording recording = recording(1000);
    return new Study("synthetic", List.of(new Simulation("simulation", recording, List.of(recording), Optional.of(criterion))),
        new Study.Laboratory(recording, Optional.of(criterion)),
        others.length == 0 ? OtherRecordings.NONE : new OtherRecordings(Stream.of(others).map(each -> new Study.Laboratory(each, Optional.empty())).toList(), "Made of formulas."),
        MethodSettings.standard(), Study.Sources.NONE);
  }

  /** A row of results, of a network. */
  static ResultRow row(String experiment, Recording recording, Scores scores) {
    return row(experiment, recording.name(), recording.fault().unit(), 0, scores);
  }

  /** A row of results, of a network. */
  public static ResultRow row(String experiment, String recording, String unit, long seed, Scores scores) {
    return new ResultRow("synthetic", "simulation", experiment, recording, unit, 0,
        new ResultRow.Model("ab12", List.of(seed), OptionalDouble.of(0.25), "", List.of()),
        new ResultRow.Reading(Amplitude.RAW, 24.4), scores);
  }

  /** What a network found. */
  static Result result(String experiment, Prediction prediction, Scores scores) {
    return result(row(experiment, prediction.segment(), scores), prediction.segment(), prediction.fault(), Optional.of(prediction));
  }

  /** What was found on a whole recording. */
  static Result result(ResultRow row, Recording recording, Series predicted, Optional<Prediction> prediction) {
    Segment all = new Segment(0, recording.length());
    return new Result(row, new TestSegment(recording, all, all, 0), predicted, prediction, Optional.empty());
  }

  /** A recording of another name and unit. */
  static Recording other(String name, int length) {
    Recording recording = recording(length);
    return new Recording(name, recording.emission(), recording.fault().map("shear stress", "MPa", v -> 8 * v));
  }

  /** A prediction of such a recording. */
  static Prediction prediction(Recording recording) {
    int length = recording.length();
    return prediction(recording, scalogram(length, 2), scalogram(length, 1), scalogram(length, 0.8),
        recording.fault().map(recording.fault().name(), recording.fault().unit(), v -> 1.01 * v),
        recording.fault().map("deviation", recording.fault().unit(), v -> 0.01 * v));
  }

  /** Scores of this MAPE and R²; MAE as many units as percent. */
  static Scores scores(double mape, double r2) {
    return new Scores(mape, mape, 2 * mape, r2, 5.42, 100);
  }
}
