package faultslip.app;

import faultslip.FaultslipException;
import faultslip.ced.NativeBackend;
import faultslip.ced.TrainingData;
import faultslip.data.DataFolder;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest;
import faultslip.data.RecordingCsv;
import faultslip.experiment.Campaign;
import faultslip.experiment.Comparison;
import faultslip.experiment.Experiment;
import faultslip.figure.Figure1;
import faultslip.figure.Figure2;
import faultslip.figure.Figure3;
import faultslip.kernel.KernelProgram;
import faultslip.kernel.KernelSpec;
import faultslip.kernel.NotebookException;
import faultslip.notebook.KitKernel;
import faultslip.series.Recording;
import faultslip.study.SampledMethod;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The program {@code faultslip}, and those of its commands that are short. */
@Command(name = "faultslip", mixinStandardHelpOptions = true, sortOptions = false, scope = ScopeType.INHERIT,
    resourceBundle = "faultslip.app.versions", version = "faultslip ${bundle:faultslip}",
    description = "Predicts fault slip by transfer learning from simulation to laboratory.",
    subcommands = {Reproduce.class, StudyCommand.class, Simulate.class, Main.Kernel.class})
public final class Main {
  private Main() {}

  /** Runs a command and exits: 0 done, 1 could not be done, 2 asked wrongly. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command; returns its exit code. */
  static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          if (failure instanceof FaultslipException || failure instanceof NotebookException) {
            line.getErr().println("faultslip: " + failure.getMessage());
            return 1;
          }
          throw failure;
        })
        .execute(arguments);
  }

  @Command(description = "List the experiments, the kit's own and those on FAULTSLIP_CLASSPATH, with the MAPE that the "
      + "paper prints.")
  void experiments() {
    Experiment.all().forEach(experiment -> System.out.printf(Locale.ROOT, "%-34s %-22s %s%n", experiment.id(),
        experiment.title(), Comparison.paperMape(experiment.id())));
  }

  @Command(description = "Fetch the data, and train and predict what the model store (FAULTSLIP_MODELS) lacks, for "
      + "every experiment.")
  void train(@Mixin CampaignRun run, @Mixin StudySource source) {
    source.require();
    run.requireCounts();
    NativeBackend.require();
    run.rows(run.train(source.read()));
  }

  @Command(description = "Predict a recording of your own: learn from its first 20 %% (stopped by the next 20 %%) and "
      + "from the study's simulation, be tested on its last 60 %%.")
  void predict(
      @Parameters(paramLabel = "FILE", description = "CSV with a header line and a row a sample.") Path file,
      @Option(names = "--time", defaultValue = "time", paramLabel = "COLUMN",
          description = "Column of the time in seconds (default: ${DEFAULT-VALUE}).") String time,
      @Option(names = "--emission", defaultValue = "emission", paramLabel = "COLUMN",
          description = "Column of the acoustic emission (default: ${DEFAULT-VALUE}).") String emission,
      @Option(names = "--fault", defaultValue = "fault", paramLabel = "COLUMN",
          description = "Column of the friction coefficient or shear stress (default: ${DEFAULT-VALUE}).") String fault,
      @Option(names = "--logarithm",
          description = "Take the logarithm of the emission first: for a variance or an energy.") boolean logarithm,
      @Option(names = "--out", defaultValue = "predicted", paramLabel = "DIR",
          description = "Where figures and results go (default: ${DEFAULT-VALUE}).") Path out,
      @Mixin CampaignRun run, @Mixin StudySource source) {
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

  @Command(description = "Bring the files of a study into the data folder (FAULTSLIP_DATA), verified by their sha256.")
  void fetch(@Mixin StudySource source) {
    source.fetch().forEach(result -> System.out.println(result.line()));
  }

  @Command(description = "Check every file in the data folder by size and sha256; exit code 1 if one is wrong or "
      + "missing.")
  int verify() {
    List<FileStatus> statuses = DataFolder.standard().verify(DataManifest.ofProject().resources());
    statuses.forEach(status -> System.out.println(status.line()));
    return statuses.stream().allMatch(FileStatus::isAcceptable) ? 0 : 1;
  }

  @Command(description = "List the files of the studies.")
  void list() {
    DataManifest.ofProject().resources().forEach(resource -> System.out.printf("%-45s %s%s%n", resource.path(),
        resource.title(), resource.optional() ? " (optional)" : ""));
    System.out.println("Data folder: " + DataFolder.standard().root());
  }

  /** The Jupyter kernel. */
  @Command(name = "kernel", description = "The Java kernel for Jupyter.", synopsisSubcommandLabel = "install")
  static final class Kernel {

    @Command(description = "Make the Java kernel known to Jupyter, by default for the current user.")
    void install(@ArgGroup KernelProgram.Place place) {
      KernelSpec kernel = KitKernel.spec(KitFolder.resolve(""));
      System.out.println("Installed the kernel \"" + kernel.name() + "\" in "
          + kernel.install(Objects.requireNonNullElseGet(place, KernelProgram.Place::new).folder()));
    }
  }
}
