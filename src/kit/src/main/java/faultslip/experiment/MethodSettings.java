package faultslip.experiment;

import faultslip.ced.Augmentation;
import faultslip.ced.CedArchitecture;
import faultslip.ced.Downsampling;
import faultslip.ced.Initialisation;
import faultslip.ced.LatentStart;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.TrainingSettings;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;
import faultslip.study.Sampling;
import faultslip.study.Study;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Padding;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every number of the method in one place.
 *
 * @param scalogram the image a recording becomes, for what learns from the simulation
 * @param laboratoryScalogram the same for what learns from the laboratory recording alone
 * @param architecture the network that learns from the simulation
 * @param laboratoryArchitecture the network that learns from the laboratory recording alone: a few cycles do not fill a
 *     larger one
 * @param simulationSplit how the simulation is divided
 * @param laboratorySplit how the laboratory recording is divided
 * @param simulationWindows windows over the simulation's training segments
 * @param simulationValidation windows over its validation segments
 * @param laboratoryWindows windows over the laboratory's training segment, and those that a prediction averages
 * @param laboratoryValidation windows over its validation segment
 * @param simulationTraining training on the simulation
 * @param laboratoryTraining training on the laboratory recording alone
 * @param laboratoryAugmentation variations of the laboratory's training segment in that training
 * @param crossTraining training of the latent space on the laboratory recording
 * @param latentStart where the latent space starts from in cross-training
 * @param cycleEpochs epochs at most of training on one seismic cycle, at least 1
 */
public record MethodSettings(ScalogramSettings scalogram, ScalogramSettings laboratoryScalogram,
    CedArchitecture architecture, CedArchitecture laboratoryArchitecture, SplitFractions simulationSplit, SplitFractions laboratorySplit,
    Windows simulationWindows, Windows simulationValidation, Windows laboratoryWindows, Windows laboratoryValidation,
    TrainingSettings simulationTraining, TrainingSettings laboratoryTraining, Augmentation laboratoryAugmentation,
    TrainingSettings crossTraining, LatentStart latentStart, int cycleEpochs) {

  /**
   * The settings behind the kit's results on the study public. Those of the simulation's training were chosen on its own validation data,
   * those of the laboratory's trainings on the laboratory's.
   */
  public static MethodSettings standard() {
    CedArchitecture architecture = CedArchitecture.of(32, 64, List.of(8, 16, 32, 48));
    CedArchitecture laboratoryArchitecture = CedArchitecture.of(32, 64, List.of(8, 16, 24, 32))
        .withBlocks(new CedArchitecture.Blocks(Downsampling.MAX_POOLING, 0, false, 0));
    return new MethodSettings(ScalogramSettings.ricker(128), ScalogramSettings.ricker(64), architecture, laboratoryArchitecture,
        SplitFractions.SIMULATION, SplitFractions.LABORATORY,
        new Windows(64, 1), new Windows(64, 64), new Windows(64, 2), new Windows(64, 4),
        TrainingSettings.standard(),
        onFewCycles().withSteps(3000).withBatch(32).withStopping(7, 280), Augmentation.NONE,
        ofLatentSpace().withSteps(1000).withStopping(50, 1000), LatentStart.FRESH, 300);
  }

  private static TrainingSettings onFewCycles() {
    return TrainingSettings.standard().withInitialisation(Initialisation.SMALL_UNIFORM).withLearningRate(1e-3, 0)
        .withRegularisation(TrainingSettings.Regularisation.NONE);
  }

  private static TrainingSettings ofLatentSpace() {
    return TrainingSettings.standard().withLearningRate(5e-3, 0)
        .withRegularisation(TrainingSettings.Regularisation.NONE).withAveraging(0.99);
  }

  /** The settings for a study. */
  public static MethodSettings of(Study study) {
    return of(study.sampling());
  }

  /** The settings for studies sampled like this. */
  public static MethodSettings of(Sampling sampling) {
    return switch (sampling) {
      case SLOW -> standard();
      case PAPER -> paperWindows();
    };
  }

  /**
   * The same method in the paper's windows, 2 s every 0.2 s, at 120 Hz. A window is a fifth of a cycle here, and what came
   * before it is in the large scales, which reach over three cycles.
   */
  public static MethodSettings paperWindows() {
    CedArchitecture architecture = standard().architecture().withWidth(240);
    CedArchitecture laboratoryArchitecture = standard().laboratoryArchitecture().withWidth(240);
    ScalogramSettings scalogram = new ScalogramSettings(DerivativeOfGaussian.ricker(), 1, 1024, 32, Padding.ZERO);
    Windows windows = new Windows(240, 24);
    return new MethodSettings(scalogram, scalogram, architecture, laboratoryArchitecture, SplitFractions.SIMULATION,
        SplitFractions.LABORATORY, windows, new Windows(240, 240), windows, new Windows(240, 48),
        TrainingSettings.standard().withSteps(500).withStopping(50, 500),
        onFewCycles().withSteps(1000).withStopping(20, 300), Augmentation.NONE,
        ofLatentSpace().withSteps(600).withStopping(50, 600), LatentStart.FRESH, 300);
  }

  /**
   * The same with so few steps, and so little overlap of windows, that the chain runs in seconds: to see that everything works,
   * not for its numbers.
   */
  public MethodSettings quick() {
    Windows sparse = new Windows(laboratoryWindows.width(), laboratoryWindows.width() / 2);
    return new MethodSettings(scalogram, laboratoryScalogram, architecture, laboratoryArchitecture,
        simulationSplit, laboratorySplit, simulationWindows, simulationValidation, sparse,
        laboratoryValidation, simulationTraining.withSteps(30), laboratoryTraining.withSteps(30),
        laboratoryAugmentation, crossTraining.withSteps(30), latentStart, 3);
  }

  /** Whether these are a study's settings in their quick form. */
  public boolean isQuick() {
    return Stream.of(Sampling.values()).anyMatch(sampling -> equals(of(sampling).quick()));
  }
}
