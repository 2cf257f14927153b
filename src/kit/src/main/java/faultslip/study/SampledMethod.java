package faultslip.study;

import static faultslip.study.StudyException.made;
import static faultslip.study.StudyException.require;

import faultslip.ced.NetworkArchitecture;
import faultslip.ced.ScalogramSettings;
import faultslip.data.TextTable;
import faultslip.series.BurstClock;
import faultslip.split.Windows;
import faultslip.study.MethodSettings.Image;
import faultslip.study.MethodSettings.NowcastSettings;
import faultslip.study.MethodSettings.Steps;
import faultslip.wavelet.Wavelet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The method at the sampling of a laboratory recording: windows and scales in samples, beside settings in seconds.
 *
 * @param nowcast of images that know nothing after them; empty where the study makes none
 */
public record SampledMethod(MethodSettings settings, Learner transfer, Learner laboratory, WindowPair simulationWindows,
    WindowPair laboratoryWindows, Optional<NowcastWindows> nowcast) {
  /** Windows shorter than this share of a seismic cycle see too little of it. */
  private static final double SHORTEST_WINDOW = 0.1;
  /** In samples; below it a wavelet is not sampled at all. */
  private static final double SMALLEST_SCALE = 0.25;

  /**
   * A network and its image.
   *
   * @param image scales in samples
   * @param network as high as the image has scales, as wide as a window
   */
  public record Learner(ScalogramSettings image, NetworkArchitecture network) {

    /** Of the largest scale, in samples. */
    private double longestPeriod() {
      return image.wavelet().fourierFactor() * image.largestScale();
    }
  }

  /** Windows over the segments of a recording. */
  public record WindowPair(Windows training, Windows validation) {}

  /**
   * So many samples are behind an image; over the simulation it has windows of its own. Bursts are of standardised
   * emission.
   */
  public record NowcastWindows(int memory, WindowPair simulation, BurstClock bursts) {}

  static SampledMethod of(MethodSettings settings, double frequency) {
    Sampling sampling = new Sampling(frequency);
    int width = sampling.samples("windows.length", settings.windows().length(), 16); // networks halve it four times
    return new SampledMethod(settings,
        sampling.learner("transfer", settings.images().transfer(), settings.networks().transfer(), width),
        sampling.learner("laboratory", settings.images().laboratory(), settings.networks().laboratory(), width),
        sampling.windows("windows.simulation", width, settings.windows().simulation()),
        sampling.windows("windows.laboratory", width, settings.windows().laboratory()),
        sampling.nowcast(width, settings.windows().nowcast()));
  }

  /**
   * Refuses windows below a tenth of a seismic cycle, and images whose longest period is below one.
   *
   * @param recurrence mean recurrence interval, in samples
   */
  void requireCycle(double recurrence) {
    int width = transfer.network().width();
    require(width >= SHORTEST_WINDOW * recurrence, "windows.length", "is %s: windows of %d samples hold %.2f of a "
        + "cycle of %.0f samples; let them hold %s or more, or look at the recording at a lower rate (instrument).",
        settings.windows().length(), width, width / recurrence, recurrence, SHORTEST_WINDOW);
    requirePeriod("images.transfer", settings.images().transfer(), transfer.longestPeriod(), recurrence);
    requirePeriod("images.laboratory", settings.images().laboratory(), laboratory.longestPeriod(), recurrence);
  }

  private static void requirePeriod(String key, Image image, double longest, double recurrence) {
    require(longest >= recurrence, key + ".largestScale", "is %s: scales end at a period of %.0f samples, which is "
        + "%.2f of a cycle of %.0f samples; give a scale of %.4g or more times that.", image.largestScale(), longest,
        longest / recurrence, recurrence, recurrence / longest);
  }

  /** What was chosen, a line each, for people. */
  public List<String> lines() {
    return List.of(
        ("Windows: %s = %d samples, every %d to train and predict, every %d to validate; over the simulation every %d "
            + "and %d.").formatted(settings.windows().length(), laboratoryWindows.training().width(),
            laboratoryWindows.training().step(), laboratoryWindows.validation().step(),
            simulationWindows.training().step(), simulationWindows.validation().step()),
        nowcast.map(causal -> "Nowcasts: images of the last %s = %d samples.".formatted(
            settings.windows().nowcast().memory(), causal.memory())).orElse("Nowcasts: none (windows.nowcast.memory)."),
        line("Images of what learns from the simulation", settings.images().transfer(), transfer),
        line("Images of what learns from the laboratory alone", settings.images().laboratory(), laboratory));
  }

  private static String line(String what, Image written, Learner learner) {
    ScalogramSettings image = learner.image();
    return TextTable.text("%s: %d scales of %.4g to %.4g samples (%s, periods to %.4g samples).", what, image.scales(),
        image.smallestScale(), image.largestScale(), written.wavelet(), learner.longestPeriod());
  }

  private record Sampling(double frequency) {

    Learner learner(String name, Image image, Map<String, Object> network, int width) {
      String key = "images." + name;
      Wavelet wavelet = made(key + ".wavelet", "used", () -> Wavelet.of(image.wavelet()));
      double smallest = scale(key + ".smallestScale", image.smallestScale());
      double largest = scale(key + ".largestScale", image.largestScale());
      Map<String, Object> own = new LinkedHashMap<>(network);
      String kind = String.valueOf(own.remove("kind"));
      return new Learner(
          made(key, "used",
              () -> new ScalogramSettings(wavelet, smallest, largest, image.scales(), image.padding())),
          made("networks." + name, "used", () -> NetworkKind.named(kind).of(image.scales(), width, own)));
    }

    WindowPair windows(String key, int width, Steps steps) {
      return new WindowPair(new Windows(width, samples(key + ".training", steps.training(), 1)),
          new Windows(width, samples(key + ".validation", steps.validation(), 1)));
    }

    Optional<NowcastWindows> nowcast(int width, NowcastSettings causal) {
      String key = "windows.nowcast";
      if (causal.memory().value() == 0) {
        return Optional.empty();
      }
      int memory = samples(key + ".memory", causal.memory(), 1);
      require(memory >= width, key + ".memory", "is %s: %d samples, fewer than the %d of a window; give that or more, "
          + "or 0 s for no nowcasts.", causal.memory(), memory, width);
      return Optional.of(new NowcastWindows(memory, windows(key + ".simulation", width, causal.simulation()),
          causal.bursts()));
    }

    /** The nearest whole multiple of so many samples, at least that. */
    int samples(String key, Quantity duration, int multiple) {
      return (int) Math.max(1, Math.round(seconds(key, duration) * frequency / multiple)) * multiple;
    }

    // To a thousandth of a sample, for clocks and seconds are written with few digits.
    private double scale(String key, Quantity scale) {
      double samples = Math.round(1000 * seconds(key, scale) * frequency) / 1000.0;
      require(samples >= SMALLEST_SCALE, key, "is %s, %s samples at %s Hz; give a scale of %s of a sample or more.",
          scale, samples, (float) frequency, SMALLEST_SCALE);
      return samples;
    }

    private static double seconds(String key, Quantity quantity) {
      require(!quantity.isInCycles(), key, "is '%s' of a fault whose cycles are not known; give it in seconds, or say "
          + "what a failure is (failures).", quantity);
      double seconds = made(key, "used", quantity::seconds);
      require(seconds > 0, key, "is %s; give a positive number.", quantity);
      return seconds;
    }
  }
}
