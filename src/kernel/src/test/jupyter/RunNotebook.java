import faultslip.kernel.KernelSpec;
import faultslip.kernel.NotebookRunner;
import faultslip.kernel.RunListener;
import java.nio.file.Path;

/** Runs a notebook as ./reproduce does: java RunNotebook.java KERNEL_FOLDER NOTEBOOK RESULT. */
final class RunNotebook {
  public static void main(String[] arguments) {
    new NotebookRunner(KernelSpec.ofThisProcess(), Path.of(arguments[0]))
        .run(Path.of(arguments[1]), Path.of(arguments[2]), RunListener.SILENT);
  }
}
