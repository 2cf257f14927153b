package faultslip.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.ced.NativeBackend;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest;
import faultslip.experiment.Comparison;
import faultslip.experiment.Experiment;
import faultslip.experiment.ParallelJobs;
import faultslip.gouge.Checkpoints;
import faultslip.gouge.GougeHistory;
import faultslip.gouge.SimulationProgress;
import faultslip.kernel.KernelProgram;
import faultslip.kernel.KernelSpec;
import faultslip.kernel.NotebookException;
import faultslip.notebook.KitKernel;
import faultslip.progress.ProgressReport;
import faultslip.study.SampledMethod;
import faultslip.study.Studies;
import faultslip.study.StudyDefinition;
import faultslip.study.SyntheticFault;
import java.io.ObjectInputFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** The program {@code faultslip}, and those of its commands that are one method each. */
@Command(name = "faultslip", mixinStandardHelpOptions = true, sortOptions = false, scope = ScopeType.INHERIT,
    resourceBundle = "faultslip.app.versions", version = "faultslip ${bundle:faultslip}",
    description = "Predicts fault slip by transfer learning from simulation to laboratory.",
    subcommands = {Reproduce.class, Reduce.class, Inspect.class, CrossTrain.class, Predict.class, Evaluate.class,
        NowcastCommand.class, ModelCommand.class, Bench.class, Plan.class, DoTask.class, Submit.class, Status.class,
        Main.StudyCommand.class, Main.Kernel.class})
public final class Main {
  /** System property: the process with which this one ends, even if that is killed. */
  static final String PARENT = "faultslip.parent";

  private Main() {}

  /** Runs a command and exits: 0 done, 1 could not be done, 2 asked wrongly. */
  public static void main(String[] arguments) {
    // Nothing is deserialised, whoever asks for it, but a gouge's own checkpoints, which have a filter of their own.
    ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter("!*"));
    Optional.ofNullable(Long.getLong(PARENT)).ifPresent(Main::endWith);
    System.exit(run(arguments));
  }

  private static void endWith(long parent) {
    Thread watch = new Thread(() -> {
      ProcessHandle.of(parent).ifPresent(process -> process.onExit().join());
      Runtime.getRuntime().halt(1);
    }, "ends with its parent");
    watch.setDaemon(true);
    watch.start();
  }

  static int run(String... arguments) {
    try {
      return new CommandLine(new Main()).setExecutionExceptionHandler((failure, line, parsed) -> {
        if (failure instanceof FaultslipException || failure instanceof NotebookException) {
          line.getErr().println("faultslip: " + failure.getMessage());
          return 1;
        }
        throw failure;
      }).execute(arguments);
    } catch (OutOfMemoryError e) {
      System.err.println("faultslip: Memory is used up (" + e.getMessage() + "); give --threads 1, or look at a "
          + "recording at a lower rate or a part of it.");
      return 1;
    }
  }

  @Command(description = "List the experiments, the kit's own and those on FAULTSLIP_CLASSPATH, with the MAPE that the "
      + "paper prints.")
  void experiments() {
    Experiment.all().forEach(experiment -> System.out.printf(Locale.ROOT, "%-34s %-22s %s%n", experiment.id(),
        experiment.title(), Comparison.paperMape(experiment.id())));
  }

  @Command(description = "Fetch the data, and train and predict what the model store (FAULTSLIP_MODELS) lacks, for "
      + "every experiment, and for each of several values of a setting.")
  void train(@Mixin CampaignRun run, @Mixin StudySource source) {
    List<StudySource> variants = source.variants();
    variants.forEach(StudySource::require);
    run.requireCounts();
    NativeBackend.require();
    run.train(variants.stream().map(StudySource::read).toList());
  }

  @Command(description = "Make the recordings of the study synthetic again, from their grains, and hold them against "
      + "those that come with the kit. Goes on where it was stopped.")
  int simulate(
      @Parameters(arity = "0..*", paramLabel = "FAULT",
          description = "simulation, gouge-a, gouge-b (default: all three).") List<String> names,
      @Option(names = "--out", paramLabel = "DIR", defaultValue = "simulated",
          description = "Where the recordings go, and checkpoints meanwhile (default: ${DEFAULT-VALUE}).") Path out,
      @Option(names = "--threads", description = "Faults at once (default: the number of cores); changes no bit.")
      Integer threads) {
    List<String> known = SyntheticFault.all().stream().map(SyntheticFault::name).toList();
    List<String> asked = Objects.requireNonNullElse(names, known);
    asked.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
      throw new FaultslipException("Unknown fault '" + name + "'; choose of " + String.join(", ", known) + ".");
    });
    int atOnce = Objects.requireNonNullElse(threads, Runtime.getRuntime().availableProcessors());
    if (atOnce < 1) {
      throw new FaultslipException(atOnce + " faults at once asked for; give at least 1.");
    }
    Path folder = out.resolve(SyntheticFault.STUDY);
    DataFile.requireWritable(folder, "choose another with --out");
    try (ProgressReport report = ProgressReport.onConsole("Simulating")) {
      List<Path> files = ParallelJobs.all(atOnce,
          SyntheticFault.all().stream().filter(fault -> asked.contains(fault.name())).toList(),
          fault -> simulate(fault, folder, (done, all) -> report.at(fault.name(), done, all)))
          .stream().flatMap(List::stream).toList();
      List<FileStatus> made = new DataFolder(out).verify(DataManifest.ofProject().resources().stream()
          .filter(resource -> files.contains(out.resolve(resource.path()))).toList());
      made.forEach(file -> System.out.println(file.path()
          + (file.isOk() ? ": bit for bit as it comes with the kit" : ": differs from what comes with the kit")));
      return made.stream().allMatch(FileStatus::isOk) ? 0 : 1;
    }
  }

  private static List<Path> simulate(SyntheticFault fault, Path folder, SimulationProgress progress) {
    Path checkpoint = folder.resolve("." + fault.name() + ".checkpoint");
    // So many steps take some seconds.
    GougeHistory history = fault.experiment().run(new Checkpoints(checkpoint, 500_000), progress);
    List<Path> files = fault.write(history, folder);
    FileUtils.deleteQuietly(checkpoint.toFile());
    return files;
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

  @Command(description = "Say what a number of README or a table came from: row, models, data, code. For instance "
      + "'explain 2.00 zero-shot'.")
  void explain(
      @Parameters(arity = "1..*", paramLabel = "NUMBER|WORD", description = "A number as it is written, words of its "
          + "row, or a model's key.") List<String> asked,
      @Option(names = "--results", paramLabel = "DIR", description = "Where results.json is (default: the kit's own).")
      Path folder) {
    new Explanation(Objects.requireNonNullElseGet(folder, () -> KitFolder.resolve("figures"))).of(asked)
        .forEach(System.out::println);
  }

  @Command(description = "List the files of the studies.")
  void list() {
    DataManifest.ofProject().resources().forEach(resource -> System.out.printf("%-45s %s%s%n", resource.path(),
        resource.title(), resource.optional() ? " (optional)" : ""));
    System.out.println("Data folder: " + DataFolder.standard().root());
  }

  @Command(name = "kernel", description = "The Java kernel for Jupyter.", synopsisSubcommandLabel = "install")
  static final class Kernel {

    @Command(description = "Make the Java kernel known to Jupyter, by default for the current user.")
    void install(@ArgGroup KernelProgram.Place place) {
      KernelSpec kernel = KitKernel.spec(KitFolder.resolve(""));
      System.out.println("Installed the kernel \"" + kernel.name() + "\" in "
          + kernel.install(Objects.requireNonNullElseGet(place, KernelProgram.Place::new).folder()));
    }
  }

  /** Studies: what there is, what one says, whether one is sound, and a new one to fill in. */
  @Command(name = "study", description = "Studies: list, show, check, and new ones from a template.",
      synopsisSubcommandLabel = "(list | show | check | new)")
  static final class StudyCommand {

    @Command(name = "list", description = "The studies that come with the kit.")
    void list() {
      Studies.ofKit().forEach(study -> System.out.println(study.name() + ": " + study.title()));
      System.out.println("A study file of your own is named by its path: --study my-fault.yaml, or "
          + "FAULTSLIP_STUDY=my-fault.yaml.");
    }

    @Command(name = "show", description = "What a study consists of, and every setting of its method; what of it is in "
        + "samples, once its recordings are there.")
    void show(@Parameters(paramLabel = "NAME|FILE") String study,
        @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a setting first.")
        List<String> changes) throws JsonProcessingException {
      StudyDefinition definition = Studies.of(study).changed(Objects.requireNonNullElse(changes, List.of()));
      System.out.print(YAMLMapper.builder().disable(Feature.WRITE_DOC_START_MARKER).build()
          .writeValueAsString(definition.tree()));
      chosen(definition).ifPresentOrElse(method -> method.lines().forEach(System.out::println),
          () -> System.out.println("What is in cycles is known in samples once its recordings are there: "
              + "./faultslip fetch --study " + study));
    }

    @Command(name = "check", description = "Whether a study file is sound: in one line what is wrong with it, before "
        + "anything is fetched or trained.")
    void check(@Parameters(paramLabel = "FILE") String study) {
      StudyDefinition definition = Studies.of(study);
      definition.forms().forEach(System.out::println);
      chosen(definition).ifPresent(method -> method.lines().forEach(System.out::println));
      System.out.println(study + ": sound" + (definition.isThere(DataFolder.standard())
          ? "; its recordings have been read."
          : ", as far as can be seen before all of its recordings are fetched: ./faultslip fetch --study " + study));
    }

    @Command(name = "new", description = "Write a study file to fill in, with comments.")
    void create(@Parameters(paramLabel = "FILE", description = "for instance my-fault.yaml") Path file) {
      if (Files.exists(file)) {
        throw new FaultslipException(file + " is there already; name another file.");
      }
      AtomicFile.write(file, Studies.template());
      System.out.println("Wrote " + file + ": fill it in, then ./faultslip study check " + file);
    }

    private static Optional<SampledMethod> chosen(StudyDefinition definition) {
      return definition.isThere(DataFolder.standard())
          ? Optional.of(definition.read(DataFolder.standard()).sampled()) : definition.sampled();
    }
  }
}
