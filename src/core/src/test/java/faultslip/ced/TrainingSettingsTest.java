package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.split.Windows;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Morlet;
import faultslip.wavelet.Padding;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Settings, scales and data that no training can use are refused, each with the value found. */
class TrainingSettingsTest {

  @Test
  void valuesOutsideTheirRange() {
    refused(() -> Tiny.training(0, 8, 1e-3, 0, 0, 0, 0, 1, 1), "'steps' is 0; give at least 1");
    refused(() -> Tiny.training(9, 0, 1e-3, 0, 0, 0, 0, 1, 1), "'batch' is 0;");
    refused(() -> Tiny.training(9, 8, 0, 0, 0, 0, 0, 1, 1), "'learningRate.peak' is 0.0");
    refused(() -> Tiny.training(9, 8, Double.NaN, 0, 0, 0, 0, 1, 1), "'learningRate.peak' is NaN");
    refused(() -> Tiny.training(9, 8, 1e-3, 10, 0, 0, 0, 1, 1),
        "'learningRate.warmup' is 10; give 0 to the number of steps, 9");
    refused(() -> Tiny.training(9, 8, 1e-3, 0, 1, 0, 0, 1, 1), "'regularisation.averaging' is 1.0");
    refused(() -> Tiny.training(9, 8, 1e-3, 0, 0, -1, 0, 1, 1), "'regularisation.clip' is -1.0");
    refused(() -> Tiny.training(9, 8, 1e-3, 0, 0, 0, Double.POSITIVE_INFINITY, 1, 1),
        "'regularisation.supervision' is Infinity");
    refused(() -> Tiny.training(9, 8, 1e-3, 0, 0, 0, 0, 0, 1), "'stopping.validationInterval' is 0;");
    refused(() -> Tiny.training(9, 8, 1e-3, 0, 0, 0, 0, 5, 4),
        "'stopping.patience' is 4; give at least the 5 steps between validations");
  }

  @Test
  void fewerStepsStayInRange() {
    TrainingSettings fewer = Tiny.training(700, 16, 5e-3, 50, 0.98, 1, 0.3, 50, 700).withSteps(30);
    assertThat(fewer).isEqualTo(Tiny.training(30, 16, 5e-3, 30, 0.98, 1, 0.3, 30, 700));
  }

  @Test
  void whatIsChangedByNameIsThatAlone() {
    TrainingSettings changed = TrainingSettings.standard().withSteps(300).withBatch(8).withLearningRate(1e-3, 7)
        .withInitialisation(Initialisation.SMALL_UNIFORM)
        .withRegularisation(new TrainingSettings.Regularisation(0.1, 2, 0.25)).withAveraging(0.5).withStopping(10, 40);
    assertThat(changed).isEqualTo(new TrainingSettings(300, 8, Initialisation.SMALL_UNIFORM,
        new TrainingSettings.LearningRate(1e-3, 7), new TrainingSettings.Regularisation(0.5, 2, 0.25),
        new TrainingSettings.Stopping(10, 40)));
  }

  @Test
  void waveletsWithoutAnInvertibleSignedImage() {
    refused(() -> new ScalogramSettings(new Morlet(6), 1, 8, 16, Padding.ZERO), "is complex");
    refused(() -> new ScalogramSettings(new DerivativeOfGaussian(3), 1, 8, 16, Padding.ZERO), "is antisymmetric");
  }

  @Test
  void scalesOutsideTheirRange() {
    refused(() -> new ScalogramSettings(DerivativeOfGaussian.ricker(), 0, 8, 16, Padding.ZERO), "from 0.0 to 8.0");
    refused(() -> new ScalogramSettings(DerivativeOfGaussian.ricker(), 8, 8, 16, Padding.ZERO), "from 8.0 to 8.0");
    refused(() -> new ScalogramSettings(DerivativeOfGaussian.ricker(), 1, 8, 1, Padding.ZERO), "1 scales");
    refused(() -> new ScalogramSettings(DerivativeOfGaussian.ricker(), 1, Double.NaN, 16, Padding.ZERO), "NaN");
  }

  @Test
  void dataThatAreNoneOrOfTwoWidths() {
    TrainingData data = Tiny.data(0);
    refused(() -> new TrainingData(List.of(), data.validation(), Tiny.WINDOWS, Tiny.WINDOWS),
        "0 training and 1 validation");
    refused(() -> new TrainingData(data.training(), data.validation(), Tiny.WINDOWS, new Windows(8, 8)),
        "16 samples to train and 8");
  }

  @Test
  void windowsOfAnotherShapeThanTheNetwork() {
    CedArchitecture wider = Tiny.PLAIN.withWidth(32);
    refused(() -> Ced.train(wider, Tiny.data(0), Tiny.settings(), 0, java.util.Optional.empty(),
        TrainingProgress.SILENT),
        "Windows of 16 scales × 16 samples for a network of 16 × 32");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(CedException.class).hasMessageContaining(message);
  }
}
