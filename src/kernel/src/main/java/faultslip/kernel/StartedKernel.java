package faultslip.kernel;

import faultslip.kernel.KernelClient.Received;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.KernelInfoRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;

/**
 * A kernel in a process of its own, started as Jupyter starts it. It ends when closed, when this process ends in
 * whatever way, or by itself.
 */
final class StartedKernel implements AutoCloseable {
  /** How long a kernel has for what is no work of a cell. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  // How long a cell has.
  private static final Duration UNLIMITED = Duration.ofDays(36_500);

  private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
  private static final long CLOSING_MS = 5000;

  private final Path connectionFile;
  private final Path output;
  private final Process process;
  private final KernelClient client;
  private final ExecutorService clientThread = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "kernel client");
    thread.setDaemon(true);
    return thread;
  });
  private final Thread hook;

  /** A kernel that has ended, or does not answer. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;

    Lost(String message) {
      super(message);
    }
  }

  private StartedKernel(Path connectionFile, Path output, Process process, KernelClient client) {
    this.connectionFile = connectionFile;
    this.output = output;
    this.process = process;
    this.client = client;
    hook = new Thread(() -> {
      process.destroyForcibly();
      discard(connectionFile);
      discard(output);
    }, "kernel");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a kernel.
   *
   * @param command by which it is started, but for the connection file at its end
   * @param environment what is set beyond this process's own
   * @param folder it works in
   * @throws NotebookException if there is no such program or folder, or no space for small files
   */
  static StartedKernel start(List<String> command, Map<String, String> environment, Path folder) {
    Path connectionFile = null;
    Path output = null;
    try {
      connectionFile = Files.createTempFile("faultslip-kernel", ".json");
      output = Files.createTempFile("faultslip-kernel", ".txt");
      int[] port = freePorts(5);
      KernelConnectionProperties connection = new KernelConnectionProperties("127.0.0.1", port[0], port[1], port[2],
          port[3], port[4], "tcp", "hmac-sha256", UUID.randomUUID().toString());
      Files.writeString(connectionFile, connection.toJsonString());
      List<String> whole = new ArrayList<>(command);
      whole.add(connectionFile.toString());
      ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile()).redirectErrorStream(true)
          .redirectOutput(output.toFile()).redirectInput(ProcessBuilder.Redirect.from(nothing()));
      builder.environment().putAll(environment);
      // A kernel ends with the process it is told here, even if that is killed.
      builder.environment().put("JPY_PARENT_PID", String.valueOf(ProcessHandle.current().pid()));
      return new StartedKernel(connectionFile, output, builder.start(), new KernelClient(connection));
    } catch (IOException e) {
      discard(connectionFile);
      discard(output);
      throw new NotebookException("The kernel cannot be started: " + e.getMessage() + "; is there space left in "
          + System.getProperty("java.io.tmpdir") + "?", e);
    }
  }

  /**
   * Waits until the kernel answers and what it publishes arrives.
   *
   * @return its answer, which describes kernel and language
   * @throws Lost if it ends, or does not answer within a minute
   * @throws NotebookException if the waiting thread is interrupted; the kernel has ended then
   */
  Received awaitReady() {
    return await(this::ready);
  }

  private Received ready() {
    Received info = null;
    boolean heard = false;
    long start = System.nanoTime();
    // What is published before the channel is connected is lost: ask until something comes.
    while (System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
      String request = client.ask(new KernelInfoRequest());
      Optional<Received> message = next(info == null ? LONGEST_WAIT : POLL_INTERVAL);
      while (message.isPresent()) {
        heard |= !message.get().reply();
        info = message.get().reply() ? message.get() : info;
        if (heard && info != null && message.get().parent().equals(request) && isIdle(message.get())) {
          return info;
        }
        message = next(POLL_INTERVAL);
      }
    }
    throw new Lost("no answer to kernel_info_request");
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param request on the shell channel
   * @param longestWait between two signs of life
   * @param published told what the kernel publishes about the request on the way, while the caller waits
   * @return the answer
   * @throws Lost if the kernel ends before, or lets us wait longer
   * @throws NotebookException if the waiting thread is interrupted; the kernel has ended then
   */
  <T extends ContentType<T>> Received ask(T request, Duration longestWait, Consumer<Received> published) {
    return await(() -> answer(request, longestWait, published));
  }

  private <T extends ContentType<T>> Received answer(T request, Duration longestWait, Consumer<Received> published) {
    String id = client.ask(request);
    Received answer = null;
    boolean idle = false;
    while (answer == null || !idle) {
      Received message = next(longestWait).orElseThrow(() -> new Lost("no answer to " + request.getType().getName()));
      if (message.parent().equals(id)) {
        if (message.reply()) {
          answer = message;
        } else {
          published.accept(message);
          idle |= isIdle(message);
        }
      }
    }
    return answer;
  }

  /** Evaluates a cell, however long it takes; as {@link #ask}. */
  Received execute(String source, Consumer<Received> published) {
    return ask(new ExecuteRequest(source, false, true, Map.of(), false, true), UNLIMITED, published);
  }

  /**
   * Asks the kernel to end, and waits until it has.
   *
   * @throws Lost if it has not within a minute
   */
  void shutDown() {
    await(() -> {
      client.control(ShutdownRequest.SHUTDOWN);
      if (!process.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new Lost("it does not end when asked to");
      }
      return null;
    });
  }

  /** Ends the kernel at once, if it has not ended. */
  @Override
  public void close() {
    process.destroyForcibly();
    boolean interrupted = Thread.interrupted();
    try {
      clientThread.execute(client::close);
      clientThread.shutdown();
      clientThread.awaitTermination(CLOSING_MS, TimeUnit.MILLISECONDS);
      // Its files are open until it is gone.
      process.waitFor(CLOSING_MS, TimeUnit.MILLISECONDS);
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (IllegalStateException e) {
      // This process is ending, and the hook does its work.
    }
    discard(connectionFile);
    discard(output);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> T await(Callable<T> task) {
    try {
      return clientThread.submit(task).get();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new NotebookException("Interrupted while a kernel was running.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  // Returns before the time is over only with a message.
  private Optional<Received> next(Duration longestWait) {
    long start = System.nanoTime();
    do {
      boolean alive = process.isAlive();
      Optional<Received> message = client.next(POLL_INTERVAL);
      if (message.isPresent()) {
        return message;
      }
      if (!alive) {
        throw new Lost("it ended with exit value " + process.exitValue() + lastLine());
      }
    } while (System.nanoTime() - start < longestWait.toNanos());
    return Optional.empty();
  }

  private static boolean isIdle(Received message) {
    return message.type().equals("status") && message.content().path("execution_state").asText().equals("idle");
  }

  private String lastLine() {
    try {
      List<String> lines =
          Files.readString(output, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
      return lines.isEmpty() ? "" : "; it said: " + lines.get(lines.size() - 1).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static void discard(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // A small file more in the folder of temporary ones.
    }
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
}
