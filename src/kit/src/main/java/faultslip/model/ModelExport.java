package faultslip.model;

import com.fasterxml.jackson.databind.JsonNode;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentContext;
import faultslip.experiment.StudyModel;
import faultslip.experiment.Target;
import faultslip.model.ModelDescription.Image;
import faultslip.model.ModelDescription.Learned;
import faultslip.model.ModelDescription.Origin;
import faultslip.model.ModelDescription.Pace;
import faultslip.model.ModelDescription.Score;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.study.MethodSettings;
import faultslip.study.Quantity;
import faultslip.study.SampledMethod;
import faultslip.study.Study;
import faultslip.study.Study.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes models of a study ready to travel.
 *
 * @param context the study, whose leading simulation is the one in question, and where its models are kept
 */
public record ModelExport(ExperimentContext context) {
  private static final String NOWCAST = "nowcast-";

  /**
   * The model behind an experiment, with its scores on the study's test segments.
   *
   * @param experiment such as "zero-shot", "cross-trained", "lab-only", "nowcast-zero-shot"
   * @param facts of provenance that are not the study's: version of the kit and the like
   * @throws faultslip.FaultslipException if the experiment has no such model, it is not trained yet, or the study does
   *     not say what a failure is, and so not how many samples a cycle has
   */
  public PortableModel of(String experiment, long seed, Map<String, String> facts) {
    Experiment behind = Experiment.find(experiment).orElseThrow(() -> new ModelException(
        "No experiment '" + experiment + "'; ./faultslip experiments lists them."));
    Study study = context.study();
    behind.obstacle(study).ifPresent(why -> {
      throw new ModelException("Experiment '" + experiment + "': " + why);
    });
    StudyModel model = behind.models(context, seed).stream().findFirst()
        .filter(each -> behind.target() == Target.FAULT_STATE)
        .orElseThrow(() -> new ModelException("Experiment '" + experiment
            + "' has no network of the fault's state; choose zero-shot, cross-trained or lab-only, or nowcasts of "
            + "them."));
    ModelException.require(model.stepsToCome() == 0, "The model of '%s', seed %d, is not trained yet: ./faultslip "
        + "train --study %s --seeds %d", experiment, seed, study.name(), seed + 1);
    TrainedNetwork trained = model.get(TrainingProgress.SILENT);
    List<Score> scores = behind.run(context, seed).stream().map(result -> Score.of(result.row())).toList();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("study", study.name());
    all.put("experiment", experiment);
    all.put("simulation", behind.hasSimulation() ? study.simulation().name() : "none");
    all.put("seed", String.valueOf(seed));
    all.put("key", model.key().kind() + " " + model.key().digest());
    all.putAll(facts);
    SampledMethod method = study.sampled();
    boolean small = model.learner().equals(method.laboratory()) && !behind.hasSimulation();
    MethodSettings settings = method.settings();
    return new PortableModel(new ModelDescription(
        "%s (%s), seed %d, of the study %s".formatted(experiment, all.get("simulation"), seed, study.name()),
        image(model, method, small ? settings.images().laboratory().wavelet() : settings.images().transfer().wavelet(),
            experiment.startsWith(NOWCAST)),
        small ? settings.networks().laboratory() : settings.networks().transfer(), pace(behind),
        new Origin(all, study.sources().hashes(), learned(behind, model), trained.history(), scores)),
        trained.network());
  }

  private static Image image(StudyModel model, SampledMethod method, String wavelet, boolean causal) {
    var image = model.learner().image();
    return new Image(wavelet, new Image.Scales(image.smallestScale(), image.largestScale(), image.scales()),
        image.padding(), new Image.WindowSize(model.learner().network().width(),
        method.laboratoryWindows().training().step()),
        causal ? method.nowcast().orElseThrow().memory() : 0);
  }

  private Learned learned(Experiment behind, StudyModel model) {
    Split split = behind.hasSimulation() ? context.models().simulation() : context.models().laboratory();
    Recording training = split.training();
    RecordingStandardisation by = RecordingStandardisation.of(training, model.learner().image());
    return new Learned(training.emission().name(), training.fault().name(), training.fault().unit(), by.emission(),
        by.fault());
  }

  private Pace pace(Experiment behind) {
    Study study = context.study();
    Simulation simulation = study.simulation();
    Recording laboratory = study.laboratory().recording();
    List<Double> paces = new ArrayList<>();
    if (behind.hasSimulation()) {
      Stream.concat(Stream.of(simulation), simulation.beside().stream()).forEach(each -> {
        double atReference = samples(each.criterion(), each.recording(), each.name());
        each.rates().forEach(rate -> paces.add(atReference * rate.clock().frequency()
            / each.recording().clock().frequency()));
      });
    }
    double usual = behind.hasSimulation() && study.laboratory().criterion().isEmpty()
        ? samples(simulation.criterion(), simulation.recording(), simulation.name())
        : samples(study.laboratory().criterion(), laboratory, laboratory.name());
    paces.add(usual);
    JsonNode described = described(behind);
    Optional<Quantity> average = Optional.of(described.path("instrument").path("average")).filter(JsonNode::isTextual)
        .map(text -> Quantity.of(text.asText()));
    double frequency = (behind.hasSimulation() ? simulation.recording() : laboratory).clock().frequency();
    return new Pace(paces.stream().mapToDouble(Double::doubleValue).min().orElseThrow(), usual,
        paces.stream().mapToDouble(Double::doubleValue).max().orElseThrow(), average.map(length -> (int) Math.max(1,
        Math.round(length.isInSamples() ? length.value() : length.seconds() * frequency))).orElse(1),
        described.path("emission").path("logarithm").asBoolean());
  }

  // What the study's file says of the recording that is learned from.
  private JsonNode described(Experiment behind) {
    JsonNode study = context.study().sources().description().orElseThrow(() -> new ModelException("Study '"
        + context.study().name() + "' was not made from a file, which tells how its recordings are looked at."));
    String recording = behind.hasSimulation() ? study.path("simulations").path(context.study().simulation().name())
        .path("recording").asText() : study.path("laboratory").asText();
    return study.path("recordings").path(recording);
  }

  private static double samples(Optional<FailureCriterion> criterion, Recording recording, String name) {
    return criterion.orElseThrow(() -> new ModelException("It is not known what a failure of " + name
        + " is, and so not how many samples a cycle has; say so in the study's file (failures)."))
        .find(recording.fault()).meanRecurrence() * recording.clock().frequency();
  }
}
