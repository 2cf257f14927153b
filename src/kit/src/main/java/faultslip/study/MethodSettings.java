package faultslip.study;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import faultslip.ced.Augmentation;
import faultslip.ced.LatentStart;
import faultslip.ced.TrainingSettings;
import faultslip.series.BurstClock;
import faultslip.split.SplitFractions;
import faultslip.wavelet.Padding;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Every number of the method in one place, windows and scales in seconds or cycles of the laboratory recording: {@code
 * method.yaml} says what each of them means. {@link #at} gives them in samples; as a tree of keys, some of them can be
 * changed by name: {@code training.simulation.steps}.
 */
public record MethodSettings(Images images, Networks networks, WindowSettings windows, Splits splits, Training training,
    CycleTraining cycle, FewCycles fewCycles) {
  private static final ObjectMapper MAPPER = new YAMLMapper()
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
          DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
          DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  /** The images of what learns from the simulation, and of what learns from the laboratory recording alone. */
  public record Images(Image transfer, Image laboratory) {}

  /** A scalogram. */
  public record Image(String wavelet, Quantity smallestScale, Quantity largestScale, int scales, Padding padding) {}

  /** The networks, as {@link NetworkKind} takes them: {@code kind}, and what that kind has. */
  public record Networks(Map<String, Object> transfer, Map<String, Object> laboratory) {}

  /** Windows over images; those over the simulation have as many samples as those over the laboratory recording. */
  public record WindowSettings(Quantity length, Steps simulation, Steps laboratory, NowcastSettings nowcast) {}

  /**
   * How far back an image reaches that knows nothing after it; 0 s for none. Steps over the simulation are its own, and
   * so are bursts of emission, in deviations from its mean, where a clock that they set is seen, too.
   */
  public record NowcastSettings(Quantity memory, Steps simulation, BurstClock bursts) {}

  /** From one window to the next, over training and over validation segments. */
  public record Steps(Quantity training, Quantity validation) {}

  /** Chronological splits. */
  public record Splits(SplitFractions simulation, SplitFractions laboratory) {}

  /** The trainings: on the simulation, on the laboratory recording alone, and of the latent space on the latter. */
  public record Training(TrainingSettings simulation, TrainingSettings laboratory, Augmentation augmentation,
      TrainingSettings latentSpace, LatentStart latentStart) {}

  /** Training of the latent space on one seismic cycle. */
  public record CycleTraining(int epochs, int patience, int batch, double learningRate, double averaging) {}

  /**
   * Trainings on so few cycles of the laboratory recording that none is left to stop by: half a cycle, and the amounts
   * of a learning curve.
   *
   * @param amounts in cycles, each above 0; none for no learning curve
   * @param starts from how many cycles on each amount is taken, at least 1
   * @param latentSpace of what has learned from the simulation
   * @param nothingBefore of what has learned nothing before
   * @param latentStart where the latent space starts from
   */
  public record FewCycles(List<Double> amounts, int starts, FixedTraining latentSpace, FixedTraining nothingBefore,
      LatentStart latentStart) {

    /** @throws StudyException if an amount is not above 0, or there is no start */
    public FewCycles {
      amounts = List.copyOf(amounts);
      StudyException.require(amounts.stream().allMatch(amount -> amount > 0 && Double.isFinite(amount)), "amounts",
          "are %s; give each above 0 cycles, or none.", amounts);
      StudyException.require(starts >= 1, "starts", "is %s; give 1 or more.", starts);
    }
  }

  /** A training that ends after as many steps as its data give it, at least one a cycle; other settings stay. */
  public record FixedTraining(int stepsPerCycle, double learningRate) {

    /** @throws StudyException if there is less than a step a cycle */
    public FixedTraining {
      StudyException.require(stepsPerCycle >= 1, "stepsPerCycle", "is %s; give 1 or more.", stepsPerCycle);
    }

    private FixedTraining quick() {
      return new FixedTraining(Math.min(stepsPerCycle, 6), learningRate);
    }

    /** Those settings with so few steps; the weights after the last of them are kept, whatever a validation says. */
    public TrainingSettings of(TrainingSettings settings, double cycles) {
      int steps = (int) Math.max(1, Math.round(stepsPerCycle * cycles));
      return settings.withSteps(steps).withLearningRate(learningRate, 0).withStopping(steps, steps);
    }
  }

  /** The settings that a study file changes or takes as they are, those of {@code method.yaml}. */
  public static MethodSettings standard() {
    return StudyFile.bound(MAPPER, read(StudyFile.resource("method.yaml"), "method.yaml"), MethodSettings.class,
        key -> "method.yaml");
  }

  /** The settings as a tree of keys. */
  public ObjectNode tree() {
    return MAPPER.valueToTree(this);
  }

  /**
   * These settings with some of them changed.
   *
   * @param changes a tree of keys with the new values; lists and networks of another kind are replaced whole
   * @param where says for a path of keys ("training.simulation.steps") where it was written, for messages
   * @throws faultslip.FaultslipException if a key is unknown or a value does not fit
   */
  public MethodSettings changed(JsonNode changes, Function<String, String> where) {
    return StudyFile.bound(MAPPER, merged(tree(), changes), MethodSettings.class, where);
  }

  // A network of another kind has other settings: nothing of the old ones may stay.
  private static JsonNode merged(JsonNode old, JsonNode changes) {
    if (!(old instanceof ObjectNode group) || !changes.isObject()
        || (changes.has("kind") && !changes.get("kind").equals(old.get("kind")))) {
      return changes;
    }
    ObjectNode merged = group.deepCopy();
    changes.properties().forEach(change ->
        merged.set(change.getKey(), merged(old.get(change.getKey()), change.getValue())));
    return merged;
  }

  /**
   * These settings changed as on the command line.
   *
   * @param assignments each {@code path.of.keys=value}, the value as in YAML
   * @throws faultslip.FaultslipException if one is no assignment, its key unknown, or its value does not fit
   */
  public MethodSettings changed(List<String> assignments) {
    MethodSettings changed = this;
    for (String assignment : assignments) {
      String[] parts = assignment.split("=", 2);
      if (parts.length < 2 || parts[0].isEmpty()) {
        throw new StudyException("--set " + assignment
            + ": no assignment; write for instance --set training.simulation.steps=300.");
      }
      JsonNode changes = read(parts[1], "--set " + assignment);
      List<String> path = List.of(parts[0].split("\\."));
      for (int i = path.size() - 1; i >= 0; i--) {
        changes = MAPPER.createObjectNode().set(path.get(i), changes);
      }
      changed = changed.changed(changes, key -> "--set " + assignment);
    }
    return changed;
  }

  private static JsonNode read(String yaml, String source) {
    try {
      return MAPPER.readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new StudyException(source + ": cannot be read as YAML; quote the value, or close what it opens.", e);
    }
  }

  /** As {@link #at(double, OptionalDouble)}, where it is not known how often the fault recurs. */
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
            steps.apply(windows.laboratory), new NowcastSettings(seconds.apply(windows.nowcast.memory),
            steps.apply(windows.nowcast.simulation), windows.nowcast.bursts)), splits, training, cycle,
        fewCycles);
  }

  /** With so few steps, and so little overlap of windows, that the chain runs in seconds: to see that it works. */
  public MethodSettings quick() {
    Quantity half = new Quantity(windows.length.value() / 2, windows.length.unit());
    Training few = new Training(training.simulation.withSteps(30), training.laboratory.withSteps(30),
        training.augmentation, training.latentSpace.withSteps(30), training.latentStart);
    return new MethodSettings(images, networks,
        new WindowSettings(windows.length, windows.simulation, new Steps(half, windows.laboratory.validation),
            windows.nowcast), splits, few, new CycleTraining(3, 3, cycle.batch, cycle.learningRate, cycle.averaging),
        new FewCycles(fewCycles.amounts.stream().limit(2).toList(), 1, fewCycles.latentSpace.quick(),
            fewCycles.nothingBefore.quick(), fewCycles.latentStart));
  }

  /** Whether these are settings in their quick form. */
  @JsonIgnore
  public boolean isQuick() {
    return equals(quick());
  }
}
