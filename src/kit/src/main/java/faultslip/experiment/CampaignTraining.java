package faultslip.experiment;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trainings that a campaign needs for one seed.
 *
 * @param chain of the fault state
 * @param limitedCycle empty if the study does not say what a failure is
 * @param timeToFailure the same
 */
record CampaignTraining(TransferChain chain, Optional<LimitedCycle> limitedCycle, Optional<TimeToFailureExperiment> timeToFailure) {
  private static final String TIME_TO_FAILURE = "time to failure, ";

  /** Jobs that do not need each other; each is a chain of trainings that do. What the store has is not trained again. */
  Stream<Runnable> jobs(long seed, Campaign.Progress trainings) {
    Runnable transfer = () -> {
      transfer(chain, seed, "", trainings);
      limitedCycle.ifPresent(cycle -> Stream.of(CyclePart.values()).forEach(part ->
          cycle.model(part, seed, trainings.of(name(part, seed)))));
    };
    Stream<Runnable> times = timeToFailure.stream().flatMap(ttf -> Stream.of(
        () -> transfer(ttf.chain(), seed, TIME_TO_FAILURE, trainings),
        () -> model(ttf.chain(), Experiment.LAB_ONLY, seed, TIME_TO_FAILURE, trainings)));
    return Stream.concat(Stream.of(() -> model(chain, Experiment.LAB_ONLY, seed, "", trainings), transfer), times);
  }

  /** Gradient steps to reckon with in those that the store lacks. */
  long stepsToCome(long seed) {
    return chain.stepsToCome(seed) + timeToFailure.stream().mapToLong(ttf -> ttf.chain().stepsToCome(seed)).sum()
        + limitedCycle.stream().mapToLong(cycle ->
            Stream.of(CyclePart.values()).mapToLong(part -> cycle.stepsToCome(part, seed)).sum()).sum();
  }

  /** What a training of the core chain is called: "cross-training, seed 1". */
  static String name(Experiment experiment, long seed) {
    String model = switch (experiment) {
      case SIMULATION_BASELINE, ZERO_SHOT -> "simulation";
      case LAB_ONLY -> "lab only";
      case CROSS_TRAINED -> "cross-training";
    };
    return model + ", seed " + seed;
  }

  /** The same of a training on half a cycle. */
  static String name(CyclePart part, long seed) {
    return part.id() + " part of a cycle, seed " + seed;
  }

  /** The same of a training for the time to failure. */
  static String timeToFailureName(Experiment experiment, long seed) {
    return TIME_TO_FAILURE + name(experiment, seed);
  }

  private static void transfer(TransferChain chain, long seed, String what, Campaign.Progress trainings) {
    model(chain, Experiment.ZERO_SHOT, seed, what, trainings);
    model(chain, Experiment.CROSS_TRAINED, seed, what, trainings);
  }

  private static void model(TransferChain chain, Experiment experiment, long seed, String what, Campaign.Progress trainings) {
    chain.model(experiment, seed, trainings.of(what + name(experiment, seed)));
  }
}
