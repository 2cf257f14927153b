package faultslip.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Poller;

/**
 * The other end of a kernel's shell, control and IOPub channels: a frontend without a face. Used by one
 * thread that nobody interrupts, for ZeroMQ would lose messages, and the interruption.
 */
final class KernelClient implements AutoCloseable {
  private final String session = UUID.randomUUID().toString();
  private final ZMQ.Context context = ZMQ.context(1);
  private final Channel shell;
  private final Channel control;
  private final Channel published;
  private volatile boolean closing;

  /**
   * A message from the kernel.
   *
   * @param type such as {@code execute_reply}
   * @param parent id of the request it belongs to; "" if there is none
   * @param content as the kernel wrote it
   * @param reply true if it answers a request, false if it was published to all
   */
  record Received(String type, String parent, JsonNode content, boolean reply) {}

  KernelClient(KernelConnectionProperties connection) {
    // JeroMQ's own thread may find a channel of it closed before it has told so, and would print that.
    context.setNotificationExceptionHandler((thread, failure) -> {
      if (!closing) {
        failure.printStackTrace();
      }
    });
    shell = new Channel(context, SocketType.DEALER, connection, connection.getShellPort());
    control = new Channel(context, SocketType.DEALER, connection, connection.getControlPort());
    published = new Channel(context, SocketType.SUB, connection, connection.getIopubPort());
    published.subscribe(new byte[0]);
  }

  /** Asks on the shell channel; returns the id of the request, its messages' parent. */
  <T extends ContentType<T>> String ask(T request) {
    return send(shell, request);
  }

  /** Asks on the control channel, which a kernel answers even while a cell runs; nobody waits for the answer. */
  <T extends ContentType<T>> void control(T request) {
    send(control, request);
  }

  /** The next message of shell or IOPub channel; empty if none came in time. */
  Optional<Received> next(Duration longestWait) {
    try (Poller poller = context.poller(2)) {
      poller.register(published, Poller.POLLIN);
      poller.register(shell, Poller.POLLIN);
      if (poller.poll(longestWait.toMillis()) < 1) {
        return Optional.empty();
      }
      return Optional.of(poller.pollin(0) ? published.receive(false) : shell.receive(true));
    }
  }

  private <T extends ContentType<T>> String send(Channel channel, T request) {
    Header<T> header = new Header<>(session, request.getType());
    channel.sendMessage(new Message<>(header, request));
    return header.getId();
  }

  @Override
  public void close() {
    closing = true;
    shell.close();
    control.close();
    published.close();
    context.close();
  }

  private static final class Channel extends JupyterSocket {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    Channel(ZMQ.Context context, SocketType type, KernelConnectionProperties connection, int port) {
      super(context, type, generator(connection), LoggerFactory.getLogger(KernelClient.class));
      setLinger(0);
      // Pictures and a flood of output wait here, where there is more room than on the way.
      setRcvHWM(0);
      connect(formatAddress(connection.getTransport(), connection.getIp(), port));
    }

    // Not by readMessage(): it makes 640 a 640.0 and knows the messages of frontends only.
    Received receive(boolean reply) {
      List<byte[]> frames = new ArrayList<>();
      do {
        frames.add(recv());
      } while (hasReceiveMore());
      int start = 0;
      while (!Arrays.equals(frames.get(start), DELIMITER)) {
        start++;
      }
      byte[][] signed = frames.subList(start + 2, start + 6).toArray(byte[][]::new);
      if (!hmacGenerator.calculateSignature(signed).equals(text(frames.get(start + 1)))) {
        throw new IllegalStateException("a message of the kernel is signed by another key");
      }
      try {
        return new Received(NotebookJson.read(text(signed[0])).path("msg_type").asText(),
            NotebookJson.read(text(signed[1])).path("msg_id").asText(), NotebookJson.read(text(signed[3])), reply);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a message of the kernel is not JSON", e);
      }
    }

    @Override
    public void bind(KernelConnectionProperties connection) {
      throw new UnsupportedOperationException("a client connects");
    }

    private static String text(byte[] frame) {
      return new String(frame, StandardCharsets.UTF_8);
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
