package faultslip.app;

import faultslip.ced.NativeBackend;
import faultslip.ced.TrainingData;
import faultslip.data.RecordingCsv;
import faultslip.experiment.Campaign;
import faultslip.figure.Figure1;
import faultslip.figure.Figure2;
import faultslip.figure.Figure3;
import faultslip.series.Recording;
import faultslip.study.SampledMethod;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The core chain on a recording of one's own. */
@Command(name = "predict",
    description = "Predict a recording of your own: learn from its first 20 %% (stopped by the next 20 %%) and from "
        + "the study's simulation, be tested on its last 60 %%.")
final class Predict implements Runnable {
  @Parameters(paramLabel = "FILE", description = "CSV with a header line and a row a sample.")
  private Path file;

  @Option(names = "--time", defaultValue = "time",
      description = "Column of the time in seconds (default: ${DEFAULT-VALUE}).")
  private String time;

  @Option(names = "--emission", defaultValue = "emission",
      description = "Column of the acoustic emission (default: ${DEFAULT-VALUE}).")
  private String emission;

  @Option(names = "--fault", defaultValue = "fault",
      description = "Column of the friction coefficient or shear stress (default: ${DEFAULT-VALUE}).")
  private String fault;

  @Option(names = "--logarithm", description = "Take the logarithm of the emission first: for a variance or an energy.")
  private boolean logarithm;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "predicted",
      description = "Where figures and results go (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Mixin
  private CampaignRun run;

  @Mixin
  private StudySource source;

  @Override
  public void run() {
    source.require();
    Recording own =
        RecordingCsv.read(file, file.getFileName().toString(), new RecordingCsv.Columns(time, emission, fault));
    run.refuseEarly(out);
    NativeBackend.require();
    run.stage("fetch", source::fetch);
    Study study =
        run.stage("read", source::read).withLaboratory(logarithm ? own.withLogarithmOfEmission() : own);
    // Refuses what is constant or too short, before any training.
    SampledMethod method = study.sampled();
    TrainingData.of(List.of(study.method().splits().laboratory().of(study.laboratory().recording())),
        method.laboratory().image(), study.method().training().augmentation(), method.laboratoryWindows().training(),
        method.laboratoryWindows().validation());
    Campaign campaign = run.train(study);
    Figure1.of(campaign).save(out, "figure1");
    Figure2.of(campaign).save(out, "figure2");
    Figure3.of(campaign).save(out, "figure3");
    run.write(campaign, run.rows(campaign), out);
    System.out.println("Figures 1 to 3, results.json, results.csv and results.md are in " + out + ".");
  }
}
