package faultslip.experiment;

import faultslip.ced.Ced;
import faultslip.ced.Initialisation;
import faultslip.ced.TrainingSettings;
import faultslip.data.TextTable;
import faultslip.study.MethodSettings;
import faultslip.study.SampledMethod;
import faultslip.study.SampledMethod.Learner;
import faultslip.study.Study;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What the experiments on a study are going to take, as far as it can be told before.
 *
 * @param trainings how many models are to be trained
 * @param steps gradient steps to reckon with
 * @param seconds that they take one after another, about
 * @param bytes of Java's memory at most
 */
public record CampaignCost(int trainings, long steps, double seconds, long bytes) {
  /** Coefficients a pixel: of two images to learn from; to predict, of both and of what is said. */
  private static final int LEARNED = 2 * Double.BYTES;
  private static final int PREDICTED = 3 * Double.BYTES;
  /** What recordings, transforms and programs take besides. */
  private static final double BESIDES = 1.25;
  private static final long PROGRAM = 100L << 20;
  /** A step computes forward, and backward for data and for weights. */
  private static final int PASSES = 3;
  private static final int TIMED = 4;
  /** The kind of models that learn from the simulation's recordings. */
  private static final String ON_SIMULATION = "simulation";

  static CampaignCost of(Study study, Collection<StudyModel> toTrain, int threads) {
    long training = toTrain.stream().map(model -> trained(study, model)).sorted(Comparator.reverseOrder())
        .limit(threads).mapToLong(Long::longValue).sum();
    long predicting = threads * predicted(study);
    double seconds = toTrain.stream().map(StudyModel::learner).distinct().mapToDouble(learner ->
        secondsAWindow(learner) * toTrain.stream().filter(model -> model.learner().equals(learner))
        .mapToLong(model -> model.stepsToCome() * model.settings().batch()).sum()).sum();
    return new CampaignCost(toTrain.size(), toTrain.stream().mapToLong(StudyModel::stepsToCome).sum(), seconds,
        (long) (BESIDES * Math.max(training, predicting)) + PROGRAM);
  }

  /**
   * Of one training, of which its recording is all in memory.
   *
   * @param learned samples of it that train and validate
   * @param predicted samples of it that are tested
   */
  public static CampaignCost of(Learner learner, TrainingSettings settings, double learned, double predicted) {
    double images = Math.max(learned * LEARNED, predicted * PREDICTED) * learner.image().scales();
    return new CampaignCost(1, settings.likelySteps(), settings.likelySteps() * settings.batch()
        * secondsAWindow(learner), (long) (BESIDES * images) + PROGRAM);
  }

  private static long trained(Study study, StudyModel model) {
    MethodSettings.Splits splits = study.method().splits();
    double samples = model.key().kind().equals(ON_SIMULATION)
        ? study.simulation().all().mapToLong(rate -> rate.length()).sum()
            * (splits.simulation().train() + splits.simulation().validation()) / 100.0
        : study.laboratory().recording().length()
            * (splits.laboratory().train() + splits.laboratory().validation()) / 100.0;
    return (long) (samples * model.learner().image().scales() * LEARNED);
  }

  private static long predicted(Study study) {
    SampledMethod method = study.sampled();
    double longest = Stream.concat(Stream.of((double) study.laboratory().recording().length()
        * study.method().splits().laboratory().test() / 100.0), study.others().recordings().stream()
        .map(recording -> (double) recording.length())).max(Comparator.naturalOrder()).orElseThrow();
    return (long) (longest * method.transfer().image().scales() * PREDICTED);
  }

  // Of a step of training, by what it takes to predict here and now, at best.
  private static double secondsAWindow(Learner learner) {
    Ced network = Ced.untrained(learner.network(), Initialisation.HE, 0);
    int windows = 16;
    float[] images = new float[windows * learner.network().channels() * learner.network().scales()
        * learner.network().width()];
    double quickest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < TIMED; i++) {
      long start = System.nanoTime();
      network.apply(images);
      quickest = Math.min(quickest, (double) (System.nanoTime() - start));
    }
    return PASSES * quickest / 1e9 / windows;
  }

  /** In a line: "12 trainings of 21,000 steps, about 30 minutes on 2 threads; up to 0.3 of 0.6 GB of memory". */
  public String line(int threads, long most) {
    return TextTable.text("%d training%s of %,d steps in all, about %s on %d thread%s; up to %.1f of %.1f GB of "
        + "memory.",
        trainings, trainings == 1 ? "" : "s", steps, duration(seconds / Math.min(threads, Math.max(1, trainings))),
            threads,
        threads == 1 ? "" : "s", bytes / (double) (1 << 30), most / (double) (1 << 30));
  }

  private static String duration(double seconds) {
    return seconds < 90 ? "a minute" : seconds < 5400 ? TextTable.text("%.0f minutes", seconds / 60)
        : TextTable.text("%.1f hours", seconds / 3600);
  }

  /**
   * Refuses what does not fit into memory, before it has run for hours.
   *
   * @param most bytes that there are
   * @throws ExperimentException if there are too few
   */
  public void require(long most, int threads) {
    if (bytes > most) {
      throw new ExperimentException(TextTable.text("Images of these recordings take about %.1f GB, and Java has %.1f; "
          + "%slook at them at a lower rate (instrument.rate in a study file), or take a part (from, to).",
          bytes / (double) (1 << 30), most / (double) (1 << 30), threads > 1 ? "give --threads 1, " : ""));
    }
  }
}
