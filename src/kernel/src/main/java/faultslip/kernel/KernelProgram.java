package faultslip.kernel;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The module's version. */
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
  void install(@ArgGroup(exclusive = true) KernelPlace place) {
    System.out.println("Installed the kernel \"" + name + "\" in "
        + spec().install((place == null ? new KernelPlace() : place).folder()));
  }

  @Command(description = "Run notebooks without Jupyter, store their outputs in them, and name each as it ends.")
  void run(
      @Parameters(paramLabel = "NOTEBOOK", arity = "1..*", description = "A file *.ipynb.") List<Path> notebooks,
      @Option(names = "--kernel-folder", paramLabel = "DIR", defaultValue = "target/kernel",
          description = "Where what makes the kernel start fast is kept from run to run (default: ${DEFAULT-VALUE}).")
      Path folder,
      @Option(names = "--at-once", paramLabel = "NUMBER", defaultValue = "1",
          description = "How many run at the same time (default: ${DEFAULT-VALUE}).") int atOnce) {
    if (atOnce < 1) {
      throw new NotebookException("--at-once is " + atOnce + "; give 1 or more.");
    }
    Map<Path, Path> inPlace = new LinkedHashMap<>();
    notebooks.forEach(notebook -> inPlace.put(notebook, notebook));
    new NotebookRunner(spec(), folder, Map.of()).run(inPlace, atOnce, (notebook, done, cells, text) -> {
      if (done == cells) {
        System.out.println(notebook + ": " + cells + " cells");
      }
    });
  }

  private KernelSpec spec() {
    return new KernelSpec(name, displayName, jvmArguments, environment, List.of(), sources);
  }
}
