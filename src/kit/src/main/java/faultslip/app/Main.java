package faultslip.app;

import faultslip.FaultslipException;
import faultslip.ced.NativeBackend;
import faultslip.data.DataFolder;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest;
import faultslip.experiment.Comparison;
import faultslip.experiment.Experiment;
import faultslip.kernel.KernelPlace;
import faultslip.kernel.KernelSpec;
import faultslip.kernel.NotebookException;
import faultslip.notebook.KitKernel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The program {@code faultslip}, and those of its commands that are short. */
@Command(name = "faultslip", mixinStandardHelpOptions = true, sortOptions = false, scope = ScopeType.INHERIT,
    resourceBundle = "faultslip.app.versions", version = "faultslip ${bundle:faultslip}",
    description = "Predicts fault slip by transfer learning from simulation to laboratory.",
    subcommands = {Reproduce.class, StudyCommand.class, Predict.class, Simulate.class, Main.Kernel.class})
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
    void install(@ArgGroup KernelPlace place) {
      KernelSpec kernel = KitKernel.spec(KitFolder.resolve(""));
      System.out.println("Installed the kernel \"" + kernel.name() + "\" in "
          + kernel.install(Objects.requireNonNullElseGet(place, KernelPlace::new).folder()));
    }
  }
}
