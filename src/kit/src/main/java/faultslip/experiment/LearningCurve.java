package faultslip.experiment;

import faultslip.experiment.CycleLearner.Known;
import faultslip.experiment.ResultRow.LearnedCycles;
import faultslip.series.Failure;
import faultslip.series.Recording;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.study.MethodSettings.FewCycles;
import faultslip.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much laboratory data a transfer saves: what is learned from a quarter of a seismic cycle up to some cycles, which
 * begin with another failure of the laboratory's training and validation segments for each seed, tested on its test
 * segment. The
 * recording begins for it with what it is given: of that are mean and deviation of emission and fault state. A study
 * makes none unless its method says for which amounts ({@code fewCycles.amounts}): they take many trainings.
 */
public record LearningCurve(CycleLearner learner, LookAhead lookAhead) implements Experiment {
  private static final String WORD = "learning-curve-";

  /** All of them: all learners in windows that look ahead, and as nowcasts. */
  static Stream<LearningCurve> all() {
    return Stream.of(LookAhead.WINDOW, LookAhead.NONE).flatMap(lookAhead ->
        Stream.of(CycleLearner.values()).map(learner -> new LearningCurve(learner, lookAhead)));
  }

  @Override
  public String id() {
    return lookAhead.prefix() + WORD + learner.id();
  }

  @Override
  public String title() {
    return lookAhead.title("learning curve, " + learner.title());
  }

  @Override
  public Optional<String> obstacle(Study study) {
    return CycleLearner.obstacle(study).or(() -> lookAhead.obstacle(study)).or(() ->
        !study.method().fewCycles().amounts().isEmpty() ? Optional.empty()
            : Optional.of(("Study '%s' makes no learning curves; give amounts: "
            + "--set \"fewCycles.amounts=[0.25, 0.5, 1, 2, 3, 5]\".").formatted(study.name())));
  }

  @Override
  public boolean hasSimulation() {
    return learner.hasSimulation();
  }

  /** Every amount, from the start of that seed. */
  List<Known> known(ExperimentContext context, long seed) {
    obstacle(context.study()).ifPresent(why -> {
      throw new ExperimentException(why);
    });
    TransferModels models = context.models(lookAhead);
    Split split = models.laboratory();
    Recording before = split.recording().slice(0, split.validation().to());
    List<Integer> failures = context.study().laboratory().criterion().orElseThrow().find(before.fault()).failures()
        .stream().map(Failure::sample).toList();
    FewCycles few = context.study().method().fewCycles();
    int start = start(failures, few, before.name(), seed);
    int from = failures.get(start);
    Recording given = split.recording().slice(from, split.recording().length());
    Segment tested = split.test().orElseThrow();
    return few.amounts().stream().map(amount -> new Known(models, lookAhead, new TestSegment(given,
        new Segment(0, end(failures, start, amount) - from), new Segment(tested.from() - from, tested.to() - from), 0)
            .with(context.study().laboratory().criterion()),
        amount, Optional.of(new LearnedCycles(amount, start)))).toList();
  }

  // The same for all amounts; starts are as far apart as may be, and seeds take them in turn.
  private static int start(List<Integer> failures, FewCycles few, String recording, long seed) {
    double most = few.amounts().stream().mapToDouble(amount -> amount).max().orElseThrow();
    int last = failures.size() - 1 - (int) Math.ceil(most);
    if (last < 0) {
      throw new ExperimentException(("%s cycles of '%s' asked for (fewCycles.amounts), and there are %d before its "
          + "test segment; give less.").formatted(most, recording, Math.max(0, failures.size() - 1)));
    }
    return (int) Math.round(Math.floorMod(seed, few.starts()) * last / Math.max(1.0, few.starts() - 1));
  }

  // Part of a cycle is counted in that cycle's length.
  private static int end(List<Integer> failures, int start, double amount) {
    int whole = start + (int) amount;
    double part = amount - (int) amount;
    return part == 0 ? failures.get(whole)
        : failures.get(whole) + (int) Math.round(part * (failures.get(whole + 1) - failures.get(whole)));
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return known(context, seed).stream().flatMap(known -> learner.model(known, seed).stream()).toList();
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    return known(context, seed).stream().flatMap(known -> learner.results(this, context, known, seed)).toList();
  }
}
