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
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/**
 * Jupyter's transport "ipc": clients connect to files. JeroMQ knows only TCP, so the kernel listens on ports of this
 * machine alone, and what comes through a file is passed on to its port, byte by byte, and back.
 */
final class UnixSockets {
  private UnixSockets() {}

  /**
   * Opens the five files of a connection, and gives the ports that the kernel shall listen on; where the transport is
   * TCP nothing is opened and all is as given.
   */
  static KernelConnectionProperties passOn(KernelConnectionProperties asked) throws IOException {
    if (!"ipc".equals(asked.getTransport())) {
      return asked;
    }
    return new KernelConnectionProperties(InetAddress.getLoopbackAddress().getHostAddress(),
        passOn(asked, asked.getControlPort()), passOn(asked, asked.getShellPort()), passOn(asked, asked.getStdinPort()),
        passOn(asked, asked.getHbPort()), passOn(asked, asked.getIopubPort()), "tcp", asked.getSignatureScheme(),
        asked.getKey());
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
