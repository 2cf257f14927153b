package faultslip.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/** The process that Jupyter starts for each notebook. */
public final class KernelProcess {
  private static final long CLOSING_MS = 1500;
  private static final long HOOKS_MS = 3000;

  private KernelProcess() {}

  /** Serves one notebook until it is closed; the argument is the file in which Jupyter has written ports and key. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
    if (arguments.length != 1) {
      System.err.println("This is the kernel that Jupyter starts, with a connection file as its argument; "
          + KernelProgram.class.getName() + " install makes it known to Jupyter.");
      System.exit(2);
    }
    NotebookKernel kernel = new NotebookKernel();
    JupyterConnection connection = connect(kernel,
        UnixSockets.passOn(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0])))));
    endWithServer();
    kernel.shutDown.await();
    // The reply to the request to end should still go out; what is open even then is closed by the process's end.
    CompletableFuture.runAsync(connection::waitUntilClose).completeOnTimeout(null, CLOSING_MS, TimeUnit.MILLISECONDS)
        .exceptionally(failure -> null).join();
    exit();
  }

  /** Starts a kernel, and connects it. */
  static JupyterConnection connect(NotebookKernel kernel, KernelConnectionProperties properties)
      throws GeneralSecurityException {
    JupyterConnection connection = new JupyterConnection(properties);
    kernel.becomeHandlerForConnection(connection);
    kernel.onStartup();
    connection.connect();
    return connection;
  }

  // A server that is killed closes no kernels.
  private static void endWithServer() {
    String server = System.getenv("JPY_PARENT_PID");
    if (server != null && server.matches("[1-9]\\d*")) {
      ProcessHandle.of(Long.parseLong(server)).ifPresent(process -> {
        CompletableFuture<Void> unused = process.onExit().thenRun(KernelProcess::exit);
      });
    }
  }

  /** Ends this process, even if something holds that up. */
  static void exit() {
    CompletableFuture.delayedExecutor(HOOKS_MS, TimeUnit.MILLISECONDS).execute(() -> Runtime.getRuntime().halt(1));
    System.exit(0);
  }
}
