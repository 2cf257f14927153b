package faultslip.kernel;

import java.nio.charset.StandardCharsets;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.JupyterIO;

/** The kernel's display and standard input, which belong to one cell at a time. */
final class CellInputOutput extends JupyterIO {

  CellInputOutput() {
    super(StandardCharsets.UTF_8);
  }

  void attach(ShellReplyEnvironment cell, boolean inputAllowed) {
    setEnv(cell);
    setJupyterInEnabled(inputAllowed);
  }
}
