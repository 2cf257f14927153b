package faultslip.model;

import faultslip.ced.Augmentation;
import faultslip.ced.Ced;
import faultslip.ced.Nowcast;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.SlidingPrediction;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.data.TextTable;
import faultslip.evaluate.Scores;
import faultslip.experiment.Amplitude;
import faultslip.experiment.CampaignCost;
import faultslip.model.ModelDescription.Image;
import faultslip.model.ModelDescription.Learned;
import faultslip.model.ModelDescription.Origin;
import faultslip.model.ModelDescription.Pace;
import faultslip.model.ModelDescription.Score;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;
import faultslip.study.MethodSettings;
import faultslip.study.SampledMethod.Learner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model whose latent space learns from a recording of one's own, while encoder and decoder stay as they are: from its
 * first part, stopped by the next, tested on the rest.
 *
 * @param from the model that it starts from
 * @param view of the recording, whose fault state is known
 * @param method how it is split and trained
 */
public record CrossTraining(PortableModel from, ModelView view, MethodSettings method) {
  private static final int VALIDATED = 2;

  /** @throws ModelException if the recording has no fault state, or a part of it is shorter than a window */
  public CrossTraining {
    ModelException.require(view.hasFault(), "Nothing is known of the fault state of '%s'; name its column: --fault "
        + "COLUMN.", view.names().recording());
    int window = from.description().image().windows().width();
    int shortest = Math.min(fractions(view, method).train(), fractions(view, method).validation());
    ModelException.require((long) view.length() * shortest / 100 >= window + gap(view), "Only %d %% of %d samples "
        + "(as they are seen) train or validate, and a window has %d; give a longer recording.", shortest,
        view.length(), window);
  }

  // Averages that overlap share raw data.
  private static int gap(ModelView view) {
    return (view.width() - 1) / view.step();
  }

  private static SplitFractions fractions(ModelView view, MethodSettings method) {
    SplitFractions split = method.splits().laboratory();
    return new SplitFractions(split.train(), split.validation(), split.test(), gap(view));
  }

  /** What it takes; to be asked before. */
  public CampaignCost cost() {
    Image image = from.description().image();
    SplitFractions split = fractions(view, method);
    return CampaignCost.of(new Learner(image.settings(), from.network().architecture()), method.training()
        .latentSpace(), view.length() * (split.train() + split.validation()) / 100.0,
            view.length() * split.test() / 100.0);
  }

  /**
   * Trains.
   *
   * @param recurrence mean time from failure to failure, in seconds
   * @param facts of provenance: the recording's file, the version of the kit
   * @throws faultslip.FaultslipException if the recording is constant in a part, or training diverges
   */
  public PortableModel trained(double recurrence, long seed, Map<String, String> facts, TrainingProgress progress) {
    ModelDescription before = from.description();
    Split split = fractions(view, method).of(view.whole());
    TrainedNetwork trained = from.network().crossTrain(data(before.image(), split), method.training().latentSpace(),
        method.training().latentStart(), seed, Optional.empty(), progress);
    RecordingStandardisation known = RecordingStandardisation.of(split.training(), before.image().settings());
    Map<String, String> all = new LinkedHashMap<>(facts);
    all.put("seed", String.valueOf(seed));
    all.put("cross-trained from", before.title());
    double cycle = recurrence * view.clock().frequency();
    Pace pace = new Pace(Math.min(cycle, before.pace().shortest()), cycle, Math.max(cycle, before.pace().longest()),
        Math.max(1, view.width() / view.step()), view.logarithm());
    Recording seen = split.training();
    return new PortableModel(new ModelDescription("cross-trained on %s, seed %d, from: %s".formatted(
        view.names().recording(), seed, before.title()), before.image(), before.network(), pace, new Origin(all,
        before.origin().hashes(), new Learned(seen.emission().name(), seen.fault().name(),
        seen.fault().unit(), known.emission(), known.fault()), trained.history(),
        scores(trained.network(), split, known))), trained.network());
  }

  private static TrainingData data(Image image, Split split) {
    int width = image.windows().width();
    int step = image.windows().step();
    return image.isCausal()
        ? new Nowcast(image.settings(), width, image.memory()).trainingData(List.of(split), Augmentation.NONE, step,
            VALIDATED * step)
        : TrainingData.of(List.of(split), image.settings(), Augmentation.NONE, new Windows(width, step),
            new Windows(width, VALIDATED * step));
  }

  /**
   * Scores of a network on what is tested, by what is known of what it learns from: as it comes, and with its amplitude
   * restored.
   *
   * @param network that sees what the model sees
   */
  public List<Score> scores(Ced network) {
    Split split = fractions(view, method).of(view.whole());
    return scores(network, split, RecordingStandardisation.of(split.training(),
        from.description().image().settings()));
  }

  private List<Score> scores(Ced network, Split split, RecordingStandardisation known) {
    Image image = from.description().image();
    Standardisation fault = Standardisation.of(split.training().fault());
    Recording tested = split.testing();
    Series said = image.isCausal()
        ? new Nowcast(image.settings(), image.windows().width(), image.memory())
            .of(network, split.recording(), split.test().orElseThrow().from(), known).fault()
        : new SlidingPrediction(image.settings(), new Windows(image.windows().width(), image.windows().step()))
            .of(network, tested, known).fault();
    String part = TextTable.text("%s, its last %d %%", tested.name(), method.splits().laboratory().test());
    return Stream.of(Amplitude.RAW, Amplitude.RESTORED).map(amplitude -> {
      Scores scores = Scores.of(tested.fault(), image.isCausal() ? amplitude.asItComes(said, fault)
          : amplitude.of(said, fault), fault.mean());
      return new Score(part, amplitude.id(), scores.mapePercent(), scores.r2(), scores.meanPredictorMapePercent());
    }).toList();
  }
}
