package faultslip.study;

import faultslip.ced.CedException;
import faultslip.ced.NetworkArchitecture;
import faultslip.ced.NetworkKind;
import faultslip.ced.ScalogramSettings;
import faultslip.split.Windows;
import faultslip.wavelet.Wavelet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The method at the sampling of a laboratory recording: windows and scales in samples.
 *
 * @param settings in seconds
 * @param transfer what learns from the simulation
 * @param laboratory what learns from the laboratory recording alone
 * @param simulationWindows over the simulation
 * @param laboratoryWindows over the laboratory recording
 */
public record SampledMethod(MethodSettings settings, Learner transfer, Learner laboratory, WindowPair simulationWindows,
    WindowPair laboratoryWindows) {
  /** Windows shorter than this share of a seismic cycle see too little of it. */
  private static final double SHORTEST_WINDOW = 0.1;
  /** What networks halve at least. */
  private static final int HALVED_FOUR_TIMES = 16;

  /**
   * A network and its image.
   *
   * @param image scales in samples
   * @param network as high as the image has scales, as wide as a window
   */
  public record Learner(ScalogramSettings image, NetworkArchitecture network) {}

  /**
   * Windows over the segments of a recording.
   *
   * @param training over training segments
   * @param validation over validation segments
   */
  public record WindowPair(Windows training, Windows validation) {}

  static SampledMethod of(MethodSettings settings, double frequency, OptionalDouble recurrence) {
    Sampling sampling = new Sampling(frequency, recurrence);
    int width = sampling.halvable(settings.windows().length());
    return new SampledMethod(settings,
        sampling.learner(settings.images().transfer(), settings.networks().transfer(), width),
        sampling.learner(settings.images().laboratory(), settings.networks().laboratory(), width),
        sampling.windows(width, settings.windows().simulation()),
        sampling.windows(width, settings.windows().laboratory()));
  }

  /**
   * Refuses windows and scales that see too little of a seismic cycle to say anything of it.
   *
   * @param recurrence mean recurrence interval, in samples
   * @throws StudyException if a window holds less than a tenth of a cycle, or the longest period of an image is below
   *     one
   */
  public void requireCycle(double recurrence) {
    int width = transfer.network().width();
    if (width < SHORTEST_WINDOW * recurrence) {
      throw new StudyException(String.format(Locale.ROOT, "Windows of %s (%d samples) hold %.2f of a cycle of %.0f "
          + "samples; give windows.length so that they hold %s or more, or average the recording to a lower rate.",
          settings.windows().length(), width, width / recurrence, recurrence, SHORTEST_WINDOW));
    }
    for (ScalogramSettings image : List.of(transfer.image(), laboratory.image())) {
      double period = image.wavelet().fourierFactor() * image.largestScale();
      if (period < recurrence) {
        throw new StudyException(String.format(Locale.ROOT, "Scales end at %.4g samples, a period of %.0f samples, "
            + "which is %.2f of a cycle of %.0f samples; give "
            + "images.*.largestScale so that the period spans a cycle.", image.largestScale(), period,
            period / recurrence, recurrence));
      }
    }
  }

  /** What was chosen, a line each, for people. */
  public List<String> lines() {
    Windows windows = laboratoryWindows.training();
    return List.of(
        ("Windows: %s = %d samples, every %d to train and predict, every %d to validate; over the simulation every "
            + "%d and %d.").formatted(settings.windows().length(), windows.width(), windows.step(),
            laboratoryWindows.validation().step(), simulationWindows.training().step(),
            simulationWindows.validation().step()),
        line("Images of what learns from the simulation", transfer),
        line("Images of what learns from the laboratory alone", laboratory));
  }

  private static String line(String what, Learner learner) {
    ScalogramSettings image = learner.image();
    return String.format(Locale.ROOT, "%s: %d scales of %.4g to %.4g samples (%s, periods to %.4g samples).", what,
        image.scales(), image.smallestScale(), image.largestScale(), image.wavelet(),
        image.wavelet().fourierFactor() * image.largestScale());
  }

  private record Sampling(double frequency, OptionalDouble recurrence) {

    Learner learner(MethodSettings.Image image, Map<String, Object> network, int width) {
      ScalogramSettings scalogram = new ScalogramSettings(Wavelet.of(image.wavelet()), scale(image.smallestScale()),
          scale(image.largestScale()), image.scales(), image.padding());
      Map<String, Object> own = new LinkedHashMap<>(network);
      Object kind = own.remove("kind");
      if (!(kind instanceof String name)) {
        throw new CedException("A network's kind is " + kind + "; give the name of one, for instance 'ced'.");
      }
      return new Learner(scalogram, NetworkKind.named(name).of(image.scales(), width, own));
    }

    WindowPair windows(int width, MethodSettings.Steps steps) {
      return new WindowPair(new Windows(width, samples(steps.training())),
          new Windows(width, samples(steps.validation())));
    }

    int halvable(Quantity length) {
      return (int) Math.max(1, Math.round(seconds(length) * frequency / HALVED_FOUR_TIMES)) * HALVED_FOUR_TIMES;
    }

    private int samples(Quantity step) {
      return (int) Math.max(1, Math.round(seconds(step) * frequency));
    }

    // To a thousandth of a sample, for clocks and seconds are written with few digits.
    private double scale(Quantity scale) {
      double samples = Math.round(1000 * seconds(scale) * frequency) / 1000.0;
      if (samples < 0.25) {
        throw new StudyException("A scale of %s is %s samples at %s Hz; give scales of a quarter of a sample or more."
            .formatted(scale, samples, (float) frequency));
      }
      return samples;
    }

    private double seconds(Quantity quantity) {
      if (!quantity.isInCycles()) {
        return quantity.seconds();
      }
      return quantity.value() * recurrence.orElseThrow(() -> new StudyException("'" + quantity
          + "' of a fault whose failures are not known; give it in seconds, or say what a failure is (failures)."));
    }
  }
}
