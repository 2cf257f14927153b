package faultslip.app;

import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.ced.NativeBackend;
import faultslip.ced.TrainingProgress;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.experiment.ExperimentContext;
import faultslip.model.ModelExport;
import faultslip.model.PortableModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Models that travel: each in one file, with all that a recording needs to be predicted by it. */
@Command(name = "model", description = "Models in one file: export one that is trained, import one, show its card.",
    synopsisSubcommandLabel = "(export | import | show)")
final class ModelCommand {

  @Command(name = "export", description = "Write a trained model into a file: weights, settings, scales, standardisation, "
      + "scores, and where it comes from.")
  void export(
      @Parameters(paramLabel = "EXPERIMENT", description = "zero-shot, cross-trained, lab-only, nowcast-zero-shot, ...")
      String experiment,
      @Option(names = "--seed", defaultValue = "0", description = "Of the training (default: ${DEFAULT-VALUE}).") long seed,
      @Option(names = "--quick", description = "The model of a quick run, which is worth nothing.") boolean quick,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where it goes: NAME.faultslip.zip.")
      Path out, @Mixin StudySource source) {
    source.require();
    DataFile.requireWritable(out.toAbsolutePath().getParent(), "choose another with --out");
    NativeBackend.require();
    var study = source.read();
    ExperimentContext context = new ExperimentContext(quick ? study.withMethod(study.method().quick()) : study,
        new ModelStore(DataFolder.standard().models()), training -> TrainingProgress.SILENT);
    PortableModel model = new ModelExport(context).of(experiment, seed,
        Map.of("faultslip", ResourceBundle.getBundle("faultslip.app.versions").getString("faultslip")));
    model.write(out);
    System.out.printf("Wrote %s: %s, %,d bytes, sha256 %s%n", out, model.description().title(), out.toFile().length(),
        DataFile.sha256(out));
  }

  @Command(name = "import", description = "Look whether a file is a sound model, and keep it under a name for --model.")
  void importModel(
      @Parameters(paramLabel = "FILE", description = "That ./faultslip model export wrote, anywhere.") Path file,
      @Option(names = "--name", paramLabel = "NAME", description = "What it is called (default: as the file).")
      String name) {
    NativeBackend.require();
    PortableModel model = PortableModel.read(file);
    String called = name != null ? name
        : file.getFileName().toString().replaceFirst("(\\.faultslip)?\\.zip$", "");
    if (!called.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new FaultslipException("--name is '" + called + "'; give letters, digits, dots and dashes.");
    }
    Path kept = ModelSource.imported(called);
    if (Files.exists(kept)) {
      throw new FaultslipException(kept + " is there already; give another name with --name, or delete it.");
    }
    // Written anew: what is kept is what was read, and no more.
    model.write(kept);
    System.out.printf("Sound: %s. Kept as %s; use it by --model %s%n", model.description().title(), kept, called);
  }

  @Command(name = "show", description = "Show the card of a model.")
  void show(@Parameters(paramLabel = "FILE|NAME") String model) {
    NativeBackend.require();
    System.out.print(ModelSource.read(model).card());
  }
}
