package faultslip.experiment;

import faultslip.AtomicFile;
import faultslip.ced.ModelKey;
import faultslip.ced.TrainingProgress;
import faultslip.series.Recording;
import faultslip.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An experiment with one seed, on the simulation that leads in the context's study: what it predicts is in the store
 * afterwards, where results are gathered from. That it is done says a file with its scores.
 *
 * @param after the models it asks for
 */
record ExperimentTask(ExperimentContext context, Experiment experiment, long seed, String id, List<StudyModel> after)
    implements Task {

  /** @param study what {@link #digest} says of the context's */
  static ExperimentTask of(ExperimentContext context, Experiment experiment, long seed, ModelKey study) {
    return new ExperimentTask(context, experiment, seed,
        ModelKey.of(experiment.id()).with("study", study).with("seed", seed).build().abbreviated(),
        experiment.models(context, seed));
  }

  /** What determines results on the simulation that leads, beside experiment and seed. */
  static ModelKey digest(Study study) {
    ModelKey.Builder key =
        ModelKey.of("study").with("method", study.method()).with("simulation", study.simulation().name());
    Stream<Recording> others = study.others().all().stream().map(Study.Laboratory::recording);
    Stream.of(study.simulation().all(), Stream.of(study.laboratory().recording()), others).flatMap(part -> part)
        .forEach(recording -> key.with(recording.name(), recording));
    Stream.concat(Stream.of(study.laboratory()), study.others().all().stream())
        .forEach(laboratory -> key.with("failures", laboratory.criterion()));
    return key.with("failures", study.simulation().criterion()).build();
  }

  @Override
  public String title() {
    boolean several = context.study().simulations().size() > 1 && experiment.hasSimulation();
    return experiment.id() + (several ? " (" + context.study().simulation().name() + ")" : "") + ", seed " + seed;
  }

  @Override
  public long stepsToCome() {
    return 0;
  }

  @Override
  public boolean isDone() {
    return Files.exists(done());
  }

  // Seconds of work: two that do it at once do no harm.
  @Override
  public boolean isTaken() {
    return false;
  }

  @Override
  public void perform(TrainingProgress progress) {
    if (!isDone()) {
      AtomicFile.write(done(), experiment.run(context, seed).stream().map(Result::row)
          .map(row -> String.format(Locale.ROOT, "%s, %s: %s%n", title(), row.recording(), row.scores()))
          .collect(Collectors.joining()));
    }
  }

  private Path done() {
    return context.store().folder().resolve("done").resolve(id + ".txt");
  }
}
