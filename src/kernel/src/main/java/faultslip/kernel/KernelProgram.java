package faultslip.kernel;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** A program that installs a kernel, and runs notebooks, with the class path that it runs with. */
@Command(name = "faultslip-kernel", scope = ScopeType.INHERIT, sortOptions = false, mixinStandardHelpOptions = true,
    versionProvider = KernelProgram.Version.class,
    description = "A Java kernel for Jupyter, whose cells may use all that is on this class path.")
public final class KernelProgram {
  @Option(names = "--name", paramLabel = "NAME", defaultValue = "java", scope = ScopeType.INHERIT,
      description = "By which notebooks name the kernel (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(names = "--display-name", paramLabel = "NAME", defaultValue = "Java", scope = ScopeType.INHERIT,
      description = "By which people know it (default: ${DEFAULT-VALUE}).")
  private String displayName;

  @Option(names = "--jvm", paramLabel = "ARGUMENT", scope = ScopeType.INHERIT,
      description = "An argument for the Java that evaluates cells, such as --jvm=-Xmx4g; may be given several times.")
  private List<String> jvmArguments = List.of();

  @Option(names = "--env", paramLabel = "NAME=VALUE", scope = ScopeType.INHERIT,
      description = "An environment variable of the kernel; may be given several times.")
  private Map<String, String> environment = Map.of();

  @Option(names = "--sources", paramLabel = "DIR", scope = ScopeType.INHERIT,
      description = "A folder of sources whose Javadoc is shown on Shift-Tab; may be given several times.")
  private List<Path> sources = List.of();

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"faultslip-kernel " + NotebookKernel.version()};
    }
  }

  private KernelProgram() {}

  /** Runs the program and exits: 0 done, 1 could not be done, 2 asked wrongly. */
  public static void main(String[] arguments) {
    // A class path without a logger of its own is nothing to warn of.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(new CommandLine(new KernelProgram()).setExecutionExceptionHandler((failure, line, parsed) -> {
      if (!(failure instanceof NotebookException inNotebook)) {
        throw failure;
      }
      line.getErr().println("faultslip-kernel: " + failure.getMessage());
      inNotebook.report().forEach(line.getErr()::println);
      return 1;
    }).execute(arguments));
  }

  @Command(description = "Make the kernel known to Jupyter, by default for the current user.")
  void install(@ArgGroup(exclusive = true) Place place) {
    System.out.println("Installed the kernel \"" + name + "\" in "
        + spec().install((place == null ? new Place() : place).folder()));
  }

  @Command(description = "Run notebooks without Jupyter, store their outputs in them, and name each as it ends.")
  void run(
      @Parameters(paramLabel = "NOTEBOOK", arity = "1..*", description = "A file *.ipynb.") List<Path> notebooks,
      @Option(names = "--kernel-folder", paramLabel = "DIR", defaultValue = "target/kernel",
          description = "Where what makes the kernel start fast is kept from run to run (default: ${DEFAULT-VALUE}).")
      Path folder) {
    Map<Path, Path> inPlace = new LinkedHashMap<>();
    notebooks.forEach(notebook -> inPlace.put(notebook, notebook));
    new NotebookRunner(spec(), folder, Map.of()).run(inPlace, 1, (notebook, done, cells, text) -> {
      if (done == cells) {
        System.out.println(notebook + ": " + cells + " cells");
      }
    });
  }

  private KernelSpec spec() {
    return new KernelSpec(name, displayName, jvmArguments, environment, List.of(), sources);
  }

  /** Options that say who is to find an installed kernel; a command has them as a group of which one may be given. */
  public static final class Place {
    @Option(names = "--user", description = "For the current user (the default).")
    private boolean user;

    @Option(names = "--sys-prefix", description = "For the active conda or virtual environment.")
    private boolean environment;

    @Option(names = "--prefix", paramLabel = "DIR", description = "Under DIR/share/jupyter, for instance /usr/local.")
    private Path prefix;

    /** The folder of kernels asked for; a {@link NotebookException} if it is an environment's, and none is active. */
    public Path folder() {
      Map<String, String> variables = System.getenv();
      if (environment) {
        return ofEnvironment(variables).orElseThrow(() -> new NotebookException(
            "No conda or virtual environment is active (neither VIRTUAL_ENV nor CONDA_PREFIX is set); "
                + "give --prefix DIR."));
      }
      // As Jupyter sees it: without an entry in the list of users Java's own is "?".
      Path home = named(variables, File.separatorChar == '/' ? "HOME" : "USERPROFILE")
          .orElse(Path.of(System.getProperty("user.home")));
      return user || prefix == null ? ofUser(variables, home, System.getProperty("os.name")) : ofPrefix(prefix);
    }

    static Optional<Path> ofEnvironment(Map<String, String> variables) {
      return named(variables, "VIRTUAL_ENV").or(() -> named(variables, "CONDA_PREFIX")).map(Place::ofPrefix);
    }

    static Path ofUser(Map<String, String> variables, Path home, String system) {
      Path data = system.toLowerCase(Locale.ROOT).contains("mac") ? home.resolve("Library/Jupyter")
          : File.separatorChar == '\\' ? named(variables, "APPDATA").orElse(home).resolve("jupyter")
          : named(variables, "XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve("jupyter");
      return named(variables, "JUPYTER_DATA_DIR").orElse(data).resolve("kernels");
    }

    private static Path ofPrefix(Path prefix) {
      return prefix.resolve("share/jupyter/kernels");
    }

    // The folder that a variable names.
    private static Optional<Path> named(Map<String, String> variables, String variable) {
      return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank()).map(Path::of);
    }
  }
}
