package faultslip.notebook;

import faultslip.FaultslipException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Poller;

/**
 * Starts a kernel as Jupyter does, has it evaluate a few cells, and ends it: a kernel that has passed works, and the
 * classes it has loaded can be kept in an archive from which the next one starts in half the time.
 */
final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> CELLS = List.of(
      "1 + 1",
      "int twice(int x) { return 2 * x; }\nrecord P(int x) {}\nnew P(twice(3))",
      "import faultslip.figure.Figure;\nSystem.out.println(List.of(1, 2).stream().map(x -> x + 1).toList());\nvar p = new P(1);",
      "display(\"<b>bold</b>\", \"text/html\");");

  private final List<String> command;

  /** @param command by which the kernel is started, but for the connection file at its end */
  Rehearsal(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** @throws FaultslipException with what the kernel said last, if it does not answer rightly within a minute */
  void run() {
    try {
      Path connectionFile = Files.createTempFile("faultslip-kernel", ".json");
      Path said = Files.createTempFile("faultslip-kernel", ".txt");
      try {
        rehearse(connectionFile, said);
      } finally {
        Files.deleteIfExists(connectionFile);
        Files.deleteIfExists(said);
      }
    } catch (IOException e) {
      throw new FaultslipException("The kernel cannot be tried: " + e.getMessage() + "; is there space left in "
          + System.getProperty("java.io.tmpdir") + "?", e);
    }
  }

  private void rehearse(Path connectionFile, Path said) throws IOException {
    int[] port = freePorts(5);
    KernelConnectionProperties connection = new KernelConnectionProperties("127.0.0.1", port[0], port[1], port[2], port[3],
        port[4], "tcp", "hmac-sha256", UUID.randomUUID().toString());
    Files.writeString(connectionFile, connection.toJsonString());
    List<String> whole = new ArrayList<>(command);
    whole.add(connectionFile.toString());
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(said.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.environment().remove("JPY_PARENT_PID");
    Process kernel = builder.start();
    try (Client client = new Client(connection)) {
      client.ask(new KernelInfoRequest());
      for (String cell : CELLS) {
        client.ask(new ExecuteRequest(cell, false, true, Map.of(), false, true));
      }
      client.ask(new CompleteRequest("p.", 2));
      client.control(ShutdownRequest.SHUTDOWN);
      if (!kernel.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new FaultslipException("The kernel does not end when asked to.");
      }
    } catch (Unanswered e) {
      throw new FaultslipException("The kernel started by " + command.get(0) + " does not work: " + e.getMessage()
          + lastLine(said), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultslipException("Interrupted while the kernel was tried.", e);
    } finally {
      kernel.destroyForcibly();
    }
  }

  private static String lastLine(Path said) throws IOException {
    List<String> lines = Files.readAllLines(said);
    return lines.isEmpty() ? "" : "; it said: " + lines.get(lines.size() - 1).strip();
  }

  private static File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
  }

  // All open at once, so that they differ.
  private static int[] freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  private static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unanswered(String message) {
      super(message);
    }
  }

  /** The other end of a kernel's shell and control channels. */
  private static final class Client implements AutoCloseable {
    private final String session = UUID.randomUUID().toString();
    private final ZMQ.Context context = ZMQ.context(1);
    private final Channel shell;
    private final Channel control;

    Client(KernelConnectionProperties connection) {
      shell = new Channel(context, connection, connection.getShellPort());
      control = new Channel(context, connection, connection.getControlPort());
    }

    <T extends ContentType<T>> void ask(T request) {
      ask(shell, request);
    }

    <T extends ContentType<T>> void control(T request) {
      ask(control, request);
    }

    private <T extends ContentType<T>> void ask(Channel channel, T request) {
      channel.sendMessage(new Message<>(new Header<>(session, request.getType()), request));
      Poller poller = context.poller(1);
      poller.register(channel, Poller.POLLIN);
      if (poller.poll(PATIENCE.toMillis()) < 1) {
        throw new Unanswered("no answer to " + request.getType().getName());
      }
      if (channel.readMessage().getContent() instanceof ErrorReply error) {
        throw new Unanswered(error.getErrorName() + ": " + error.getErrorMessage());
      }
    }

    @Override
    public void close() {
      shell.close();
      control.close();
      context.close();
    }
  }

  private static final class Channel extends JupyterSocket {

    Channel(ZMQ.Context context, KernelConnectionProperties connection, int port) {
      super(context, SocketType.DEALER, generator(connection), LoggerFactory.getLogger(Rehearsal.class));
      setLinger(0);
      connect(formatAddress(connection.getTransport(), connection.getIp(), port));
    }

    @Override
    public void bind(KernelConnectionProperties connection) {
      throw new UnsupportedOperationException("a client connects");
    }

    private static HMACGenerator generator(KernelConnectionProperties connection) {
      try {
        return connection.createHMACGenerator();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK signs by HmacSHA256", e);
      }
    }
  }
}
