package faultslip.app;

import faultslip.ced.ModelStore;
import faultslip.ced.NativeBackend;
import faultslip.ced.TrainingProgress;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.experiment.ExperimentContext;
import faultslip.model.ModelExport;
import faultslip.model.ModelSource;
import faultslip.model.PortableModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Models that travel: each in one file, with all that a recording needs to be predicted by it. */
@Command(name = "model", description = "Models in one file: export one that is trained, import one, show its card.",
    synopsisSubcommandLabel = "(export | import | list | show)")
final class ModelCommand {
  private static final int FLOAT_BITS = 24;

  @Command(name = "export", description = "Write a trained model into a file: weights, settings, scales, "
      + "standardisation, scores, and where it comes from.")
  void export(
      @Parameters(paramLabel = "EXPERIMENT", description = "zero-shot, cross-trained, lab-only, nowcast-zero-shot, ...")
      String experiment,
      @Option(names = "--seed", defaultValue = "0",
          description = "Of the training (default: ${DEFAULT-VALUE}).") long seed,
      @Option(names = "--bits", defaultValue = "24", paramLabel = "BITS",
          description = "Significant bits of a weight; 12 make half as large a file (default: all, 24).") int bits,
      @Option(names = "--quick", description = "The model of a quick run, which is worth nothing.") boolean quick,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where it goes: NAME.faultslip.zip.")
      Path out, @Mixin StudySource source) {
    source.require();
    DataFile.requireWritable(out.toAbsolutePath().getParent(), "choose another with --out");
    NativeBackend.require();
    var study = source.read();
    ExperimentContext context = new ExperimentContext(quick ? study.withMethod(study.method().quick()) : study,
        new ModelStore(DataFolder.standard().models()), training -> TrainingProgress.SILENT);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("faultslip", ResourceBundle.getBundle("faultslip.app.versions").getString("faultslip"));
    if (bits < FLOAT_BITS) {
      facts.put("weights", "rounded to " + bits + " significant bits; scores are those before");
    }
    PortableModel model = new ModelExport(context).of(experiment, seed, facts).rounded(bits);
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
    // Written anew: what is kept is what was read, and no more.
    Path kept = ModelSource.standard().add(model, called);
    System.out.printf("Sound: %s. Kept as %s; use it by --model %s%n", model.description().title(), kept, called);
  }

  @Command(name = "list", description = "List the names of models: those that come with the kit, and those imported.")
  void list() {
    ModelSource.standard().names().forEach(System.out::println);
  }

  @Command(name = "show", description = "Show the card of a model.")
  void show(@Parameters(paramLabel = "FILE|NAME") String model) {
    NativeBackend.require();
    System.out.print(ModelSource.standard().read(model).card());
  }
}
