package faultslip.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import faultslip.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.baseline.DummyRegressionTrainer;
import org.tribuo.regression.evaluation.RegressionEvaluation;
import org.tribuo.regression.evaluation.RegressionEvaluator;

/** MAE, RMSE and R² are those of Tribuo's evaluator, which knows no percentage errors. */
class ScoresAgainstTribuoTest {

  @Test
  void sameAsTribuo() {
    SplittableRandom random = new SplittableRandom(5);
    double[] truth = random.doubles(700, 0.3, 0.5).toArray();
    double[] predicted = random.doubles(700, 0.25, 0.5).toArray();
    Scores scores = Scores.of(series(truth), series(predicted), 0.4);
    RegressionEvaluation tribuo = evaluate(truth, predicted);
    assertThat(scores.mae()).isCloseTo(tribuo.averageMAE(), within(1e-13));
    assertThat(scores.rmse()).isCloseTo(tribuo.averageRMSE(), within(1e-13));
    assertThat(scores.r2()).isCloseTo(tribuo.averageR2(), within(1e-11));
  }

  private static Series series(double[] values) {
    return new Series("friction", "", new Clock(0, 0.1), values);
  }

  private static RegressionEvaluation evaluate(double[] truth, double[] predicted) {
    List<Example<Regressor>> examples = new ArrayList<>();
    List<Prediction<Regressor>> predictions = new ArrayList<>();
    for (int i = 0; i < truth.length; i++) {
      Example<Regressor> example = new ArrayExample<>(regressor(truth[i]), new String[] {"time"}, new double[] {i});
      examples.add(example);
      predictions.add(new Prediction<>(regressor(predicted[i]), 1, example));
    }
    RegressionFactory factory = new RegressionFactory();
    SimpleDataSourceProvenance provenance = new SimpleDataSourceProvenance("drawn", factory);
    // The evaluator asks for a model, though only to say what is regressed on.
    Model<Regressor> model = DummyRegressionTrainer.createMeanTrainer()
        .train(new MutableDataset<>(examples, provenance, factory));
    return new RegressionEvaluator().evaluate(model, predictions, provenance);
  }

  private static Regressor regressor(double value) {
    return new Regressor("fault", value);
  }
}
