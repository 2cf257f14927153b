package faultslip.kernel;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A program that runs notebooks in place, without Jupyter, on the class path that it runs with. */
@Command(name = "RunNotebooks", sortOptions = false, mixinStandardHelpOptions = true,
    versionProvider = KernelProgram.class,
    description = "Run notebooks with this class path, without Jupyter, and store their outputs in them.")
public final class RunNotebooks implements Callable<Integer> {
  @Parameters(paramLabel = "NOTEBOOK", arity = "1..*", description = "A file *.ipynb.")
  private List<Path> notebooks;

  @Option(names = "--kernel-folder", paramLabel = "DIR", defaultValue = "target/kernel",
      description = "Where what makes the kernel start fast is kept from run to run (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Option(names = "--at-once", paramLabel = "NUMBER", defaultValue = "1",
      description = "How many run at the same time (default: ${DEFAULT-VALUE}).")
  private int atOnce;

  @Mixin
  private final KernelOptions options = new KernelOptions();

  private RunNotebooks() {}

  /** Runs the program and exits: 0 done, 1 could not be done, 2 asked wrongly. */
  public static void main(String[] arguments) {
    System.exit(KernelProgram.run(new RunNotebooks(), arguments));
  }

  /** Runs the notebooks, and names each as it ends. */
  @Override
  public Integer call() {
    if (atOnce < 1) {
      throw new NotebookException("--at-once is " + atOnce + "; give 1 or more.");
    }
    Map<Path, Path> inPlace = new LinkedHashMap<>();
    notebooks.forEach(notebook -> inPlace.put(notebook, notebook));
    new NotebookRunner(KernelSpec.ofThisProcess(options.settings()), folder).runAll(inPlace, atOnce, new RunListener() {
      @Override
      public void cellFinished(Path notebook, int cell, int cells) {
        if (cell == cells) {
          System.out.println(notebook + ": " + cells + " cells");
        }
      }
    });
    return 0;
  }
}
