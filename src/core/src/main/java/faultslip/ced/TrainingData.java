package faultslip.ced;

import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.split.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a training learns from and is stopped by: images of one or several recordings' training and validation
 * segments, and the windows that slide over them.
 *
 * @param training the training segments, at least one
 * @param validation the validation segments, at least one
 * @param windows windows drawn from the training segments
 * @param validationWindows windows the validation loss is computed over, of the same width
 */
public record TrainingData(List<TrainingSegment> training, List<TrainingSegment> validation, Windows windows,
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
    return of(splits, settings, augmentation, windows, validationWindows,
        (segment, standardisation) -> ScalogramPair.of(segment, standardisation, settings));
  }

  static TrainingData of(List<Split> splits, ScalogramSettings settings, Augmentation augmentation, Windows windows,
      Windows validationWindows, BiFunction<Recording, RecordingStandardisation, TrainingSegment> images) {
    List<TrainingSegment> training = new ArrayList<>();
    List<TrainingSegment> validation = new ArrayList<>();
    for (Split split : splits) {
      RecordingStandardisation standardisation = RecordingStandardisation.of(split.training(), settings);
      augmentation.of(split.training()).forEach(variation -> training.add(images.apply(variation, standardisation)));
      validation.add(images.apply(split.validating(), standardisation));
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
