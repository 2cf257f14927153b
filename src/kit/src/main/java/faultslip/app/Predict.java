package faultslip.app;

import faultslip.FaultslipException;
import faultslip.ced.NativeBackend;
import faultslip.ced.TrainingData;
import faultslip.data.DataFile;
import faultslip.data.RecordedSamples;
import faultslip.data.RecordingCsv;
import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.data.TextTable;
import faultslip.experiment.Campaign;
import faultslip.figure.Figure1;
import faultslip.figure.Figure2;
import faultslip.figure.Figure3;
import faultslip.figure.PredictionFigure;
import faultslip.model.ModelDescription;
import faultslip.model.ModelFit;
import faultslip.model.ModelSource;
import faultslip.model.ModelView;
import faultslip.model.PortableModel;
import faultslip.model.PredictedRows;
import faultslip.model.PredictionFile;
import faultslip.progress.ProgressReport;
import faultslip.series.Recording;
import faultslip.series.Standardisation;
import faultslip.study.SampledMethod;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts a recording of one's own, by a model that is there or by models that learn from it. */
@Command(name = "predict", description = "Predict a recording of your own. With --model: at once, whether its fault "
    + "state is known or not. Without: learn from its first 20 %% (stopped by the next 20 %%) and from the study's "
    + "simulation, be tested on its last 60 %%.")
final class Predict implements Runnable {
  /** More is not drawn. */
  private static final int DRAWN = 20_000;

  @Mixin private RecordingSource recording;
  @Mixin private CampaignRun run;
  @Mixin private StudySource source;

  @Option(names = "--model", paramLabel = "FILE|NAME",
      description = "Predict by this model, without any training: a file that ./faultslip model export wrote, or a "
          + "name: granular, p4581, or one that was imported.")
  private Optional<String> model = Optional.empty();

  @Option(names = "--recurrence", paramLabel = "S", description = "With --model: mean time from failure to failure, in "
      + "seconds, by which the recording is brought to the model's pace (default: as it is found).")
  private Double recurrence;

  @Option(names = "--mean", paramLabel = "VALUE", description = "With --model: mean of the fault state, where that is "
      + "not in the file; without it, predictions are standardised.")
  private Double mean;

  @Option(names = "--deviation", paramLabel = "VALUE",
      description = "With --model: its standard deviation; goes with --mean.")
  private Double deviation;

  @Option(names = "--as-learned", description = "With --model: mean and deviation of emission and fault state are "
      + "those that the model learned with, for another recording of the same fault.")
  private boolean asLearned;

  @Option(names = "--out", defaultValue = "predicted", paramLabel = "DIR|FILE",
      description = "Where figures and results go; with --model, a .csv or .h5 may be named (default: "
          + "${DEFAULT-VALUE}).")
  private Path out;

  @Override
  public void run() {
    if (model.isPresent()) {
      zeroShot();
    } else {
      learn();
    }
  }

  private void learn() {
    source.require();
    String time = recording.time().orElse("time");
    String emission = recording.emission().orElse("emission");
    String fault = recording.fault().orElse("fault");
    if (recording.over().isPresent()) {
      throw new FaultslipException("--over goes with --model; where models learn from the recording, describe it in a "
          + "study file: ./faultslip inspect writes one.");
    }
    TimedColumns table = recording.format().read(recording.request(time, List.of(emission, fault)));
    Recording own = table.recording(recording.name(), new RecordingCsv.Columns(time, emission, fault));
    System.out.println(recording.name() + ": " + table.sampling(time).words());
    run.refuseEarly(out);
    NativeBackend.require();
    run.stage("fetch", source::fetch);
    Study study = run.stage("read", source::read)
        .withLaboratory(recording.logarithm().orElse(false) ? own.withLogarithmOfEmission() : own);
    // Refuses what is constant or too short, before any training.
    SampledMethod method = study.sampled();
    TrainingData.of(List.of(study.method().splits().laboratory().of(study.laboratory().recording())),
        method.laboratory().image(), study.method().training().augmentation(), method.laboratoryWindows().training(),
        method.laboratoryWindows().validation());
    Campaign campaign = run.train(List.of(study)).get(0);
    Figure1.of(campaign).save(out, "figure1");
    Figure2.of(campaign).save(out, "figure2");
    Figure3.of(campaign).save(out, "figure3");
    run.write(campaign, run.rows(campaign), out);
    System.out.println("Figures 1 to 3, results.json, results.csv and results.md are in " + out + ".");
  }

  private void zeroShot() {
    Optional<Standardisation> given = given();
    Path file = out.getFileName().toString().matches("(?i).*\\.(csv|csv\\.xz|h5|hdf5)") ? out
        : out.resolve("predictions.csv");
    DataFile.requireWritable(file.toAbsolutePath().getParent(), "choose another with --out");
    NativeBackend.require();
    PortableModel by = ModelSource.standard().read(model.orElseThrow());
    ModelDescription description = by.description();
    Optional<String> fault = recording.fault()
        .or(() -> Optional.of("fault").filter(recording.columns()::contains));
    String emission = recording.emission().orElse("emission");
    RecordedSamples samples = recording.samples(recording.time().orElse("time"), emission, fault, recording.over());
    System.out.println(recording.name() + ": " + samples.words());
    boolean logarithm = recording.logarithm().orElse(description.pace().logarithm());
    ModelFit fit = new ModelFit(description);
    double cycle = recording.recurrence(recurrence, samples, fault.isPresent(), logarithm);
    ModelView view = fit.view(samples, new ModelView.Names(recording.name(), emission, fault.orElse("")), cycle,
        logarithm);
    System.out.println("Model: " + description.title() + ". Seen " + ModelFit.words(view, OptionalDouble.of(cycle))
        + ".");
    PredictionFile.requireRoom(file, view.length());
    ModelFit.Known known = asLearned ? description.origin().learned().known() : fit.known(view, given);
    boolean isStandardised = !asLearned && given.isEmpty() && fault.isEmpty();
    System.out.println(isStandardised ? "Its fault state is not known: predictions are standardised, of mean 0 and "
        + "deviation 1; --mean and --deviation give them level and size."
        : TextTable.text("Level and size: mean %.4g, deviation %.3g, %s.", known.fault().mean(),
            known.fault().deviation(), asLearned ? "as the model learned" : given.isPresent() ? "as given"
        : "those of its fault state"));
    try (ProgressReport report = ProgressReport.onConsole("Predicting");
        PredictedRows rows = PredictedRows.of(by, view, known, done -> report.at("", done, view.length()))) {
      rows.write(file, isStandardised);
      String unit = isStandardised ? "σ" : "";
      draw(rows, file, fault.orElse(isStandardised ? "standardised fault state" : "fault state"), unit);
      System.out.printf("%,d predictions, %s, are in %s.%n", rows.count(), description.image().isCausal()
          ? "each of what was before it" : "each of windows that reach beyond it", file);
      if (fault.isPresent()) {
        System.out.println(TextTable.text("./faultslip evaluate RECORDING --predictions %s --average %.6g holds them "
            + "against a recording.", file, view.step() == 1 ? 0 : view.width() * samples.clock().interval()));
      }
      if (fault.isPresent() && view.length() <= DRAWN) {
        System.out.println(rows.evaluation(cycle).lines());
      }
    }
  }

  private Optional<Standardisation> given() {
    if ((mean == null) != (deviation == null)) {
      throw new FaultslipException("--mean and --deviation go together; give both or none.");
    }
    if (mean != null && asLearned) {
      throw new FaultslipException("--as-learned goes without --mean and --deviation; give one or the other.");
    }
    return Optional.ofNullable(mean).map(level -> new Standardisation(level, deviation));
  }

  private void draw(PredictedRows rows, Path file, String name, String unit) {
    String remark = "%s, predicted by the model %s.%s".formatted(recording.name(), model.orElseThrow(),
        rows.count() <= DRAWN ? "" : " The first %,d of %,d.".formatted(DRAWN, rows.count()));
    PredictionFigure.of(remark, rows.series(1, name, unit, DRAWN), rows.series(2, name, unit, DRAWN),
        rows.series(3, name, unit, DRAWN), rows.hasTruth() ? Optional.of(rows.series(4, name, unit, DRAWN))
        : Optional.empty()).save(file.toAbsolutePath().getParent(), "prediction");
  }
}
