package faultslip.kernel;

import java.security.GeneralSecurityException;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/**
 * A {@link NotebookProcess} with all that a kernel of Jupyter's needs beside: what it has loaded at its end can be kept
 * in an archive, from which the next kernel starts in half the time.
 */
final class KernelTrial {
  private KernelTrial() {}

  /** Runs cells, completes a word, and ends. */
  public static void main(String[] arguments) throws GeneralSecurityException {
    NotebookKernel kernel = new NotebookKernel();
    NotebookProcess process = new NotebookProcess(kernel);
    // On whatever ports are free.
    KernelProcess.connect(kernel,
        new KernelConnectionProperties("127.0.0.1", 0, 0, 0, 0, 0, "tcp", "hmac-sha256", "trial"));
    process.run(arguments);
    kernel.complete("p.", 2);
    KernelProcess.exit();
  }
}
