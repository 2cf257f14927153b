package faultslip.ced;

import faultslip.split.Split;
import faultslip.split.Windows;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training learns from and is stopped by: scalograms of one or several recordings' training and validation
 * segments, and the windows that slide over them.
 *
 * @param training scalograms of the training segments, at least one
 * @param validation scalograms of the validation segments, at least one
 * @param windows windows drawn from the training segments
 * @param validationWindows windows the validation loss is computed over, of the same width
 */
public record TrainingData(List<ScalogramPair> training, List<ScalogramPair> validation, Windows windows,
    Windows validationWindows) {

  /** @throws CedException if there is nothing to train or validate on, or the windows differ in width */
  public TrainingData {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    if (training.isEmpty() || validation.isEmpty()) {
      throw new CedException("%d training and %d validation segments; give at least one of each."
          .formatted(training.size(), validation.size()));
    }
    if (windows.width() != validationWindows.width()) {
      throw new CedException("Windows of %d samples to train and %d to validate; give one width."
          .formatted(windows.width(), validationWindows.width()));
    }
  }

  /**
   * Standardises each recording by its own training segment and transforms its segments one by one.
   *
   * @param augmentation variations of the training segments to learn from; validation segments stay as they are
   * @throws faultslip.FaultslipException if a series is constant or a segment shorter than a window
   */
  public static TrainingData of(List<Split> splits, ScalogramSettings settings, Augmentation augmentation,
      Windows windows, Windows validationWindows) {
    List<ScalogramPair> training = new ArrayList<>();
    List<ScalogramPair> validation = new ArrayList<>();
    for (Split split : splits) {
      RecordingStandardisation standardisation = RecordingStandardisation.of(split.training(), settings);
      augmentation.of(split.training())
          .forEach(variation -> training.add(ScalogramPair.of(variation, standardisation, settings)));
      validation.add(ScalogramPair.of(split.validating(), standardisation, settings));
    }
    return new TrainingData(training, validation, windows, validationWindows);
  }

  /**
   * Takes one recording as it is, with windows over its training and its validation segment alike.
   *
   * @throws faultslip.FaultslipException if a series is constant or a segment shorter than a window
   */
  public static TrainingData of(Split split, ScalogramSettings settings, Windows windows) {
    return of(List.of(split), settings, Augmentation.NONE, windows, windows);
  }
}
