package faultslip.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import faultslip.ced.Augmentation;
import faultslip.ced.Initialisation;
import faultslip.ced.LatentStart;
import faultslip.ced.TrainingSettings;
import faultslip.split.SplitFractions;
import faultslip.wavelet.Padding;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Every number of the method in one place, windows and scales in seconds of the laboratory recording. {@link #at} gives
 * them in samples; {@link SettingsTree} reads changes of them from study files and from the command line.
 *
 * @param images what a recording becomes
 * @param networks that learn
 * @param windows that slide over the images
 * @param splits how recordings are divided
 * @param training how the networks learn
 * @param cycle training on one seismic cycle
 */
public record MethodSettings(Images images, Networks networks, WindowSettings windows, Splits splits, Training training,
    CycleTraining cycle) {

  /** The images of what learns from the simulation, and of what learns from the laboratory recording alone. */
  public record Images(Image transfer, Image laboratory) {}

  /**
   * A scalogram.
   *
   * @param wavelet by name, as {@link faultslip.wavelet.Wavelet#of}
   * @param smallestScale in seconds or cycles
   * @param largestScale in seconds or cycles; its period must span a cycle
   * @param scales number of scales, at least 2
   * @param padding what lies beyond a segment's ends
   */
  public record Image(String wavelet, Quantity smallestScale, Quantity largestScale, int scales, Padding padding) {}

  /**
   * The networks, as {@link faultslip.ced.NetworkKind} takes them: {@code kind}, and what that kind has. The
   * laboratory's learns from its recording alone: a few cycles do not fill a larger one.
   */
  public record Networks(Map<String, Object> transfer, Map<String, Object> laboratory) {}

  /**
   * Windows over images, in seconds of the laboratory recording; those over the simulation have as many samples.
   *
   * @param length of a window; the nearest number of samples that a network can halve is taken
   * @param simulation steps over the simulation
   * @param laboratory steps over the laboratory recording, and those that a prediction averages
   */
  public record WindowSettings(Quantity length, Steps simulation, Steps laboratory) {}

  /** From one window to the next, over training and over validation segments. */
  public record Steps(Quantity training, Quantity validation) {}

  /** Chronological splits. */
  public record Splits(SplitFractions simulation, SplitFractions laboratory) {}

  /**
   * The trainings: on the simulation, on the laboratory recording alone, and of the latent space on the latter.
   *
   * @param augmentation variations of the laboratory's training segment in that training
   * @param latentStart where the latent space starts from in that training
   */
  public record Training(TrainingSettings simulation, TrainingSettings laboratory, Augmentation augmentation,
      TrainingSettings latentSpace, LatentStart latentStart) {}

  /**
   * Training of the latent space on one seismic cycle.
   *
   * @param epochs at most; an epoch is as many steps as it takes to draw as many windows as there are
   * @param patience epochs without a better validation loss after which training stops; 100 in the paper
   * @param batch windows a gradient step
   * @param learningRate peak learning rate
   * @param averaging decay of the running average of the weights
   */
  public record CycleTraining(int epochs, int patience, int batch, double learningRate, double averaging) {}

  /**
   * The settings that a study file changes or takes as they are: those of the study public. Those of the simulation's
   * training were chosen on its own validation data, those of the laboratory's trainings on the laboratory's.
   */
  public static MethodSettings standard() {
    TrainingSettings laboratory = new TrainingSettings(3000, 32, Initialisation.SMALL_UNIFORM,
        new TrainingSettings.LearningRate(1e-3, 0), TrainingSettings.Regularisation.NONE,
        new TrainingSettings.Stopping(7, 280));
    TrainingSettings latent =
        new TrainingSettings(1000, 16, Initialisation.HE, new TrainingSettings.LearningRate(5e-3, 0),
        new TrainingSettings.Regularisation(0.99, 0, 0), new TrainingSettings.Stopping(50, 1000));
    return new MethodSettings(
        new Images(new Image("dog-2", Quantity.of("0.05 s"), Quantity.of("12.8 s"), 32, Padding.ZERO),
            new Image("dog-2", Quantity.of("0.05 s"), Quantity.of("6.4 s"), 32, Padding.ZERO)),
        new Networks(ced(List.of(8, 16, 32, 48), 48, 0.1), ced(List.of(8, 16, 24, 32), 32, 0.0)),
        new WindowSettings(Quantity.of("6.4 s"), new Steps(Quantity.of("0.1 s"), Quantity.of("6.4 s")),
            new Steps(Quantity.of("0.2 s"), Quantity.of("0.4 s"))),
        new Splits(SplitFractions.SIMULATION, SplitFractions.LABORATORY),
        new Training(TrainingSettings.standard(), laboratory, Augmentation.NONE, latent, LatentStart.FRESH),
        new CycleTraining(300, 100, 16, 5e-4, 0.99));
  }

  private static Map<String, Object> ced(List<Integer> filters, int latentFilters, double leak) {
    // In the order of the keys, so that results list them alike.
    return new TreeMap<>(Map.of("kind", "ced", "filters", filters,
        "latent", new TreeMap<>(Map.of("filters", latentFilters, "convolutions", 2)), "blocks", new TreeMap<>(
            Map.of("downsampling", "MAX_POOLING", "leak", leak, "batchNormalisation", false, "skipDropout", 0.0))));
  }

  /** As {@link #at(double, OptionalDouble)}, of a fault of which it is not known how often it recurs. */
  public SampledMethod at(double frequency) {
    return at(frequency, OptionalDouble.empty());
  }

  /**
   * The settings in samples.
   *
   * @param frequency of the laboratory recording, in hertz
   * @param recurrence mean recurrence interval of its failures, in seconds; empty where it is not known
   * @throws faultslip.FaultslipException if a number is outside its range, is given in cycles whose length is not
   *     known, or windows or scales see too little of a cycle
   */
  public SampledMethod at(double frequency, OptionalDouble recurrence) {
    MethodSettings settings = recurrence.isPresent() ? inSeconds(recurrence.getAsDouble()) : this;
    SampledMethod sampled = SampledMethod.of(settings, frequency);
    recurrence.ifPresent(seconds -> sampled.requireCycle(seconds * frequency));
    return sampled;
  }

  /** These settings with all that is given in cycles in seconds, for a fault that recurs so often. */
  public MethodSettings inSeconds(double recurrence) {
    UnaryOperator<Quantity> seconds = quantity -> quantity.isInCycles()
        ? new Quantity(quantity.value() * recurrence, "s") : quantity;
    UnaryOperator<Image> image = i -> new Image(i.wavelet, seconds.apply(i.smallestScale),
        seconds.apply(i.largestScale), i.scales, i.padding);
    UnaryOperator<Steps> steps = s -> new Steps(seconds.apply(s.training), seconds.apply(s.validation));
    return new MethodSettings(new Images(image.apply(images.transfer), image.apply(images.laboratory)), networks,
        new WindowSettings(seconds.apply(windows.length), steps.apply(windows.simulation),
            steps.apply(windows.laboratory)), splits, training, cycle);
  }

  /**
   * These settings with so few steps, and so little overlap of windows, that the chain runs in seconds: to see that
   * everything works, not for its numbers.
   */
  public MethodSettings quick() {
    Quantity half = new Quantity(windows.length.value() / 2, windows.length.unit());
    Training few = new Training(training.simulation.withSteps(30), training.laboratory.withSteps(30),
        training.augmentation, training.latentSpace.withSteps(30), training.latentStart);
    return new MethodSettings(images, networks,
        new WindowSettings(windows.length, windows.simulation, new Steps(half, windows.laboratory.validation)), splits,
        few, new CycleTraining(3, 3, cycle.batch, cycle.learningRate, cycle.averaging));
  }

  /** Whether these are settings in their quick form. */
  @JsonIgnore
  public boolean isQuick() {
    return equals(quick());
  }
}
