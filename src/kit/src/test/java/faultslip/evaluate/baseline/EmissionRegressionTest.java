package faultslip.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.evaluate.Scores;
import faultslip.evaluate.baseline.RegressorKind.LinearRegression;
import faultslip.evaluate.baseline.RegressorKind.RandomForest;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Regressors find what the emission says and nothing where it says nothing; the same seed, the same bits; no output. */
class EmissionRegressionTest {
  private static final EmissionStatistics STATISTICS = new EmissionStatistics(List.of(8, 32));

  static List<RegressorKind> kinds() {
    return List.of(new LinearRegression(), new RandomForest());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void faultThatFollowsTheMeanOfTheEmissionIsFound(RegressorKind kind) {
    Recording recording = following(1200, 1);
    Recording test = recording.slice(600, 1200);
    Series predicted = new EmissionRegression(kind, STATISTICS, recording.slice(0, 600), 0).predict(test);
    assertThat(predicted.length()).isEqualTo(600);
    assertThat(predicted.clock()).isEqualTo(test.clock());
    assertThat(predicted.name()).isEqualTo(test.fault().name());
    // The first windows are short: judged behind them.
    Scores scores = Scores.of(test.fault().slice(32, 600), predicted.slice(32, 600), 5);
    assertThat(scores.r2()).isGreaterThan(kind.id().equals("linear") ? 0.99 : 0.9);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void unrelatedEmissionPredictsNothing(RegressorKind kind) {
    Recording one = following(1000, 2);
    Recording other = following(1000, 3);
    Recording unrelated = new Recording("unrelated", one.emission(), other.fault());
    Recording test = unrelated.slice(500, 1000);
    Series predicted = new EmissionRegression(kind, STATISTICS, unrelated.slice(0, 500), 0).predict(test);
    assertThat(Scores.of(test.fault(), predicted, 5).r2()).isLessThan(0.2);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void sameSeedSameBits(RegressorKind kind) {
    Recording recording = following(400, 4);
    double[] first = new EmissionRegression(kind, STATISTICS, recording.slice(0, 200), 7).predict(recording.slice(200, 400)).values();
    double[] second = new EmissionRegression(kind, STATISTICS, recording.slice(0, 200), 7).predict(recording.slice(200, 400)).values();
    assertThat(second).containsExactly(first);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void predictionDoesNotLookAtTheTruth(RegressorKind kind) {
    Recording recording = following(400, 5);
    EmissionRegression regression = new EmissionRegression(kind, STATISTICS, recording.slice(0, 200), 0);
    Recording test = recording.slice(200, 400);
    Recording falsified = new Recording("r", test.emission(), test.fault().map("fault", "", value -> 100 - value));
    assertThat(regression.predict(falsified).values()).containsExactly(regression.predict(test).values());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void constantEmissionPredictsTheMean(RegressorKind kind) {
    Recording recording = following(200, 6);
    Recording silent = new Recording("silent", recording.emission().map("e", "", value -> 0.3), recording.fault());
    double mean = Arrays.stream(recording.fault().values()).average().orElseThrow();
    double[] predicted = new EmissionRegression(kind, STATISTICS, silent, 0).predict(silent).values();
    assertThat(Arrays.stream(predicted).map(value -> Math.abs(value - mean)).max().orElseThrow()).isLessThan(0.2);
  }

  /** Emission of two values: of two samples, excess kurtosis is -2 or none, and outer quantiles are constant. */
  @ParameterizedTest
  @MethodSource("kinds")
  void statisticThatIsConstantSaysNothing(RegressorKind kind) {
    Recording recording = following(300, 9);
    Recording alternating = new Recording("alternating",
        recording.emission().map("e", "", value -> value > 0 ? 1 : 0), recording.fault());
    Series predicted = new EmissionRegression(kind, new EmissionStatistics(List.of(2, 16)), alternating, 0)
        .predict(alternating);
    assertThat(Scores.of(alternating.fault(), predicted, 5).r2()).isBetween(0.2, 1.0);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void trainedModelSaysWhereItComesFrom(RegressorKind kind) {
    String provenance = new EmissionRegression(kind, STATISTICS, following(100, 10), 3).provenance();
    assertThat(provenance).contains("num-examples = 100", "MeanStdDevTransformation", "trained-at",
        kind.trainer(3).getClass().getSimpleName(), STATISTICS + " of 'r'");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void saysNothing(RegressorKind kind) {
    PrintStream error = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      new EmissionRegression(kind, STATISTICS, following(100, 8), 0);
    } finally {
      System.setErr(error);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  /** The fault state is twice the mean of the emission over the last eight samples, plus 5. */
  private static Recording following(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] emission = new double[length];
    double[] fault = new double[length];
    for (int i = 0; i < length; i++) {
      emission[i] = (i > 0 ? 0.9 * emission[i - 1] : 0) + random.nextDouble(-1, 1);
      fault[i] = 5 + 2 * Arrays.stream(emission, Math.max(0, i - 7), i + 1).average().orElseThrow();
    }
    Clock clock = new Clock(0, 0.1);
    return new Recording("r", new Series("emission", "", clock, emission), new Series("fault", "", clock, fault));
  }
}
