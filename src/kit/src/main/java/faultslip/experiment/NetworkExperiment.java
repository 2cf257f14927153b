package faultslip.experiment;

import faultslip.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * An experiment of the paper with the networks of its core chain. It looks at each test segment once, to predict and
 * score it.
 *
 * @param regime what the network has learned from
 * @param target what is predicted, and where; for the simulation baseline the fault state
 * @param lookAhead whether windows look ahead, as in the paper, or it is a nowcast
 */
public record NetworkExperiment(LearningRegime regime, Target target, LookAhead lookAhead) implements Experiment {

  /** What a network of the paper's core chain has learned from. */
  public enum LearningRegime {
    /** Trained and tested on the simulation (figure 2). */
    SIMULATION_BASELINE("simulation-baseline", "simulation baseline", 4.237),
    /** Trained and tested on the laboratory fault (figure 3a). */
    LAB_ONLY("lab-only", "lab only", 1.137),
    /** Trained on the simulation, tested on the laboratory fault unseen (figure 3b). */
    ZERO_SHOT("zero-shot", "zero-shot transfer", 4.232),
    /** Trained on the simulation, its latent space on a little of the laboratory fault (figure 3c). */
    CROSS_TRAINED("cross-trained", "cross-trained", 1.650);

    /** Those that are tested on the laboratory fault. */
    public static final List<LearningRegime> ON_LABORATORY = List.of(LAB_ONLY, ZERO_SHOT, CROSS_TRAINED);

    private final String id;
    private final String title;
    private final double paperMape;

    LearningRegime(String id, String title, double paperMape) {
      this.id = id;
      this.title = title;
      this.paperMape = paperMape;
    }

    /** As in results files: "cross-trained". */
    public String id() {
      return id;
    }

    public String title() {
      return title;
    }

    private StudyModel model(TransferModels models, long seed) {
      return switch (this) {
        case SIMULATION_BASELINE, ZERO_SHOT -> models.onSimulation(seed);
        case LAB_ONLY -> models.onLaboratory(seed);
        case CROSS_TRAINED -> models.crossTrained(seed);
      };
    }
  }

  /** @throws ExperimentException if the simulation baseline is to be tested on a laboratory's target */
  public NetworkExperiment {
    if (regime == LearningRegime.SIMULATION_BASELINE && target != Target.FAULT_STATE) {
      throw new ExperimentException(target + " is tested on laboratory recordings; choose another experiment than the "
          + "simulation baseline.");
    }
  }

  /** Those of one target. */
  static Stream<Experiment> of(Target target, LookAhead lookAhead) {
    return (target == Target.FAULT_STATE ? Stream.of(LearningRegime.values()) : LearningRegime.ON_LABORATORY.stream())
        .map(regime -> new NetworkExperiment(regime, target, lookAhead));
  }

  @Override
  public String id() {
    return target.prefix() + lookAhead.prefix() + regime.id;
  }

  @Override
  public String title() {
    return lookAhead.title(regime.title);
  }

  @Override
  public OptionalDouble paperMape() {
    return target == Target.FAULT_STATE && lookAhead == LookAhead.WINDOW ? OptionalDouble.of(regime.paperMape)
        : OptionalDouble.empty();
  }

  @Override
  public Optional<String> obstacle(Study study) {
    return target.obstacle(study).or(() -> lookAhead.obstacle(study));
  }

  @Override
  public boolean hasSimulation() {
    return regime != LearningRegime.LAB_ONLY;
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return List.of(regime.model(target.of(context, lookAhead).models(), seed));
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Target.Tests tests = target.of(context, lookAhead);
    Stream<TestSegment> segments = regime == LearningRegime.SIMULATION_BASELINE
        ? Stream.of(TestSegment.of(tests.models().simulation()).with(context.study().simulation().criterion()))
        : tests.segments().stream();
    return context.results(this, regime.model(tests.models(), seed), seed, tests.models().predictor(), segments);
  }
}
