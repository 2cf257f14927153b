package faultslip.experiment;

import faultslip.experiment.CycleLearner.Known;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Half a seismic cycle, and nothing else of the fault state: scalogram, mean and deviation are of that half alone, no
 * window overlaps with one that is validated by, and nothing is interpolated. The emission's own mean and deviation are
 * those of the recording so far, up to the end of the half: it is heard before anybody knows a friction. In
 * {@link LimitedCycle} windows are limited to the half, and all else is known of the training segment.
 *
 * @param half which half of the first whole cycle of the laboratory's training segment
 */
record StrictCycle(LimitedCycle half, CycleLearner learner) implements Experiment {
  /** All of them, each half by all learners. */
  static Stream<Experiment> all() {
    return Stream.of(LimitedCycle.values()).flatMap(half ->
        Stream.of(CycleLearner.values()).map(learner -> new StrictCycle(half, learner)));
  }

  @Override
  public String id() {
    return "strict-cycle-" + half.title() + (learner == CycleLearner.CROSS_TRAINED ? "" : "-" + learner.id());
  }

  @Override
  public String title() {
    return half.title() + " half alone" + (learner == CycleLearner.CROSS_TRAINED ? "" : ", " + learner.title());
  }

  @Override
  public Optional<String> obstacle(Study study) {
    return CycleLearner.obstacle(study);
  }

  @Override
  public boolean hasSimulation() {
    return learner.hasSimulation();
  }

  /** The half, and the laboratory's test segment. */
  Known known(ExperimentContext context) {
    TransferModels models = context.models();
    Split split = models.laboratory();
    Segment cycle = LimitedCycle.firstCycle(context.study(), split.training());
    TestSegment segment = new TestSegment(split.recording(), half.of(cycle), split.test().orElseThrow(), 0)
        .with(context.study().laboratory().criterion());
    return new Known(models, LookAhead.WINDOW, segment, 0.5, Optional.empty());
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return learner.model(known(context), seed).stream().toList();
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    return learner.results(this, context, known(context), seed).toList();
  }
}
