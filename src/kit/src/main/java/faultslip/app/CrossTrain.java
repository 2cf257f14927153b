package faultslip.app;

import faultslip.ced.NativeBackend;
import faultslip.data.DataFile;
import faultslip.data.RecordedSamples;
import faultslip.data.TextTable;
import faultslip.experiment.CampaignCost;
import faultslip.model.CrossTraining;
import faultslip.model.ModelDescription.Score;
import faultslip.model.ModelFit;
import faultslip.model.ModelSource;
import faultslip.model.ModelView;
import faultslip.model.PortableModel;
import faultslip.progress.ProgressReport;
import faultslip.study.MethodSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the latent space of a model on a recording of one's own. */
@Command(name = "cross-train", description = "Train the latent space of a model on the first 20 %% of a recording of "
    + "your own (stopped by the next 20 %%, tested on the rest), and write the model into a file.")
final class CrossTrain implements Runnable {
  @Mixin private RecordingSource recording;

  @Option(names = "--model", defaultValue = "granular", paramLabel = "FILE|NAME",
      description = "The model that it starts from (default: ${DEFAULT-VALUE}).")
  private String model;

  @Option(names = "--recurrence", paramLabel = "S", description = "Mean time from failure to failure, in seconds "
      + "(default: as it is found).")
  private Double recurrence;

  @Option(names = "--seed", defaultValue = "0", description = "Of the training (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--quick", description = "A few steps: shows that it works, the model is worth nothing.")
  private boolean quick;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes: NAME.faultslip.zip.")
  private Path out;

  @Override
  public void run() {
    DataFile.requireWritable(out.toAbsolutePath().getParent(), "choose another with --out");
    String fault = recording.fault().orElse("fault");
    String emission = recording.emission().orElse("emission");
    NativeBackend.require();
    PortableModel from = ModelSource.standard().read(model);
    RecordedSamples samples = recording.samples(recording.time().orElse("time"), emission, Optional.of(fault),
        recording.over());
    System.out.println(recording.name() + ": " + samples.words());
    boolean logarithm = recording.logarithm().orElse(from.description().pace().logarithm());
    double cycle = recording.recurrence(recurrence, samples, true, logarithm);
    ModelView view = new ModelFit(from.description()).view(samples,
        new ModelView.Names(recording.name(), emission, fault), cycle, logarithm);
    System.out.println("Model: " + from.description().title() + ". Seen "
        + ModelFit.words(view, OptionalDouble.of(cycle)) + ".");
    MethodSettings method = quick ? MethodSettings.standard().quick() : MethodSettings.standard();
    CrossTraining training = new CrossTraining(from, view, method);
    long memory = Runtime.getRuntime().maxMemory();
    CampaignCost cost = training.cost();
    cost.require(memory, 1);
    System.out.println(cost.line(1, memory));
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("recording", recording.name() + ", sha256 " + DataFile.sha256(recording.file()));
    facts.put("faultslip", ResourceBundle.getBundle("faultslip.app.versions").getString("faultslip"));
    try (ProgressReport report = ProgressReport.onConsole("Training")) {
      PortableModel trained = training.trained(cycle, seed, facts, report.training(""));
      trained.write(out);
      trained.description().origin().scores().forEach(score -> System.out.println(line(score)));
    }
    System.out.println("Wrote " + out + "; predict with it by --model " + out);
  }

  private static String line(Score score) {
    return TextTable.text("%s, amplitude %s: MAPE %.2f %% (the mean: %.2f %%), R² %.2f", score.recording(),
        score.amplitude(), score.mapePercent(), score.meanMapePercent(), score.r2());
  }
}
