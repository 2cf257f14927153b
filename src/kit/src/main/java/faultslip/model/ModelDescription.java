package faultslip.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import faultslip.ced.NetworkArchitecture;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.TrainingHistory;
import faultslip.experiment.ResultRow;
import faultslip.series.Standardisation;
import faultslip.study.NetworkKind;
import faultslip.wavelet.Padding;
import faultslip.wavelet.Wavelet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a model but for its weights: all that a recording needs to be predicted by it.
 *
 * @param title what it is, for people: "zero-shot (granular), seed 0, of the study public"
 * @param image what it sees, and how it predicts
 * @param network its kind under {@code kind}, and the kind's settings, as study files have them
 * @param pace how it saw the faults that it learned from
 * @param origin where it comes from
 */
public record ModelDescription(String title, Image image, Map<String, Object> network, Pace pace, Origin origin) {
  private static final int LARGEST_NUMBER = 512;
  private static final int LONGEST_LIST = 12;
  private static final int LARGEST_IMAGE = 1 << 16;

  /**
   * A scalogram, in samples, and windows over it.
   *
   * @param wavelet its name: "dog-2"
   * @param scales the smallest, the largest, and how many
   * @param windows how wide, and how far apart
   * @param memory samples behind the image of a model that knows nothing after a time; 0 of one that looks ahead
   */
  public record Image(String wavelet, Scales scales, Padding padding, WindowSize windows, int memory) {

    /** In samples. */
    public record Scales(double smallest, double largest, int count) {}

    /** In samples. */
    public record WindowSize(int width, int step) {}

    /** @throws ModelException if a number is outside its range */
    public Image {
      ModelException.require(scales != null && windows != null && padding != null && wavelet != null, "An image lacks "
          + "its wavelet, scales, padding or windows.");
      ModelException.require(windows.width >= 1 && windows.step >= 1 && scales.count >= 1
          && (long) windows.width * scales.count <= LARGEST_IMAGE && scales.largest <= LARGEST_IMAGE,
          "Images of %d × %d, every %d samples, scales to %s; a model of the kit has smaller ones.", scales.count,
          windows.width, windows.step, scales.largest);
      ModelException.require(memory == 0 || (memory >= windows.width && memory <= LARGEST_IMAGE), "A memory of %d "
          + "samples, windows of %d; a model of the kit remembers at least those.", memory, windows.width);
    }

    /** As transforms take it. */
    public ScalogramSettings settings() {
      return new ScalogramSettings(Wavelet.of(wavelet), scales.smallest, scales.largest, scales.count, padding);
    }

    /** Whether it knows nothing after the time that it predicts. */
    @JsonIgnore
    public boolean isCausal() {
      return memory > 0;
    }
  }

  /**
   * How often faults recurred, in samples, and how they were looked at.
   *
   * @param shortest samples of the shortest mean cycle that it learned from
   * @param usual of the one that it was tested at
   * @param longest of the longest
   * @param average samples of the trailing averages that it saw; 1 for none
   * @param logarithm whether it saw the logarithm of the emission
   */
  public record Pace(double shortest, double usual, double longest, int average, boolean logarithm) {

    /** @throws ModelException if a number is outside its range */
    public Pace {
      ModelException.require(shortest > 0 && usual >= shortest && longest >= usual && longest < LARGEST_IMAGE
          && average >= 1 && average <= LARGEST_IMAGE, "Cycles of %s to %s samples, usually %s, averages of %d; give "
          + "positive numbers in order.", shortest, longest, usual, average);
    }
  }

  /**
   * Where a model comes from.
   *
   * @param facts study, experiment, seed, key, version: what tells how to train it again
   * @param hashes sha256 of the files behind the recordings, by their names
   * @param learned mean and deviation of emission and fault state where it was trained
   * @param history of the training
   * @param scores of it on the study's test segments
   */
  public record Origin(Map<String, String> facts, Map<String, String> hashes, Learned learned, TrainingHistory history,
      List<Score> scores) {

    /** @throws ModelException if a part is missing */
    public Origin {
      ModelException.require(facts != null && hashes != null && learned != null && history != null && scores != null,
          "The origin of a model lacks a part.");
      facts = new LinkedHashMap<>(facts);
      hashes = new TreeMap<>(hashes);
      scores = List.copyOf(scores);
    }
  }

  /** What it was standardised by in training, and what its series were called. */
  public record Learned(String emission, String fault, String unit, Standardisation emissionScores,
      Standardisation faultScores) {

    /** By what another recording of the same fault is standardised. */
    public ModelFit.Known known() {
      return new ModelFit.Known(new RecordingStandardisation(emissionScores, faultScores), faultScores);
    }
  }

  /** A score on a recording, by amplitude, beside the mean predictor's MAPE. */
  public record Score(String recording, String amplitude, double mapePercent, double r2, double meanMapePercent) {

    static Score of(ResultRow row) {
      return new Score(row.recording(), row.reading().amplitude().id(), row.scores().mapePercent(), row.scores().r2(),
          row.scores().meanPredictorMapePercent());
    }
  }

  /** @throws ModelException if a part is missing, or a number of the network is larger than in any of the kit */
  public ModelDescription {
    ModelException.require(title != null && image != null && network != null && pace != null && origin != null,
        "The description of a model lacks a part.");
    requireSmall(network);
    network = Map.copyOf(network);
  }

  // Weights are allocated by these numbers before the file's own can be held against them.
  private static void requireSmall(Object setting) {
    if (setting instanceof Map<?, ?> group) {
      group.values().forEach(ModelDescription::requireSmall);
    } else if (setting instanceof List<?> list) {
      ModelException.require(list.size() <= LONGEST_LIST, "A network setting has %d values; one of the kit has fewer.",
          list.size());
      list.forEach(ModelDescription::requireSmall);
    } else if (setting instanceof Number number) {
      ModelException.require(Math.abs(number.doubleValue()) <= LARGEST_NUMBER,
          "A network setting is %s; one of the kit is smaller.", number);
    }
  }

  /** The network without its weights; a {@link faultslip.FaultslipException} if it cannot be. */
  public NetworkArchitecture architecture() {
    Map<String, Object> own = new LinkedHashMap<>(network);
    String kind = String.valueOf(own.remove("kind"));
    return NetworkKind.named(kind).of(image.scales.count, image.windows.width, own);
  }
}
