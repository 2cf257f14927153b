package faultslip.kernel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
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

  static JupyterConnection connect(NotebookKernel kernel, KernelConnectionProperties properties)
      throws GeneralSecurityException {
    JupyterConnection connection = new SturdyConnection(properties);
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

  /**
   * Jupyter's transport "ipc": clients connect to files. JeroMQ knows only TCP, so the kernel listens on ports of this
   * machine alone, and what comes through a file is passed on to its port, byte by byte, and back.
   */
  private static final class UnixSockets {
    /** Opens the five files of a connection, and gives the ports for the kernel to listen on; TCP stays as given. */
    static KernelConnectionProperties passOn(KernelConnectionProperties asked) throws IOException {
      if (!"ipc".equals(asked.getTransport())) {
        return asked;
      }
      return new KernelConnectionProperties(InetAddress.getLoopbackAddress().getHostAddress(),
          passOn(asked, asked.getControlPort()), passOn(asked, asked.getShellPort()),
          passOn(asked, asked.getStdinPort()), passOn(asked, asked.getHbPort()), passOn(asked, asked.getIopubPort()),
          "tcp", asked.getSignatureScheme(), asked.getKey());
    }

    // Jupyter's number of a channel ends the name of its file.
    private static int passOn(KernelConnectionProperties asked, int channel) throws IOException {
      Path file = Path.of(asked.getIp() + "-" + channel);
      Files.deleteIfExists(file);
      ServerSocketChannel clients = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
          .bind(UnixDomainSocketAddress.of(file));
      file.toFile().deleteOnExit();
      try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        SocketAddress port = any.getLocalSocketAddress();
        start(() -> {
          while (true) {
            SocketChannel client = clients.accept();
            start(() -> join(client, port));
          }
        });
        return any.getLocalPort();
      }
    }

    // Who comes before the kernel listens is sent away, and comes again.
    private static void join(SocketChannel client, SocketAddress port) throws IOException {
      try (client; SocketChannel kernel = SocketChannel.open(port)) {
        start(() -> copy(client, kernel));
        copy(kernel, client);
      }
    }

    private static void copy(ByteChannel from, ByteChannel to) throws IOException {
      try (from; to) {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        while (from.read(bytes.clear()) >= 0) {
          bytes.flip();
          while (bytes.hasRemaining()) {
            to.write(bytes);
          }
        }
      }
    }

    private interface Passing {
      void run() throws IOException;
    }

    private static void start(Passing passing) {
      Thread thread = new Thread(() -> {
        try {
          passing.run();
        } catch (IOException e) {
          // One of the two has gone, and with it the connection.
        }
      }, "ipc");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
