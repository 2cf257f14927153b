package faultslip.kernel;

import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.Loop;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.publish.PublishStatus;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/**
 * A connection that outlives what is no message of its client's: it is dropped, counted and logged. The channels of
 * jjava end their threads for it, and mistake the next message for the rest of one that is cut.
 */
final class SturdyConnection extends JupyterConnection {
  /** Signature, header, header of what is answered, metadata and content. */
  private static final int FRAMES = 5;
  private static final long ASKED_EVERY_MS = 50;

  private final KernelConnectionProperties properties;
  private final ZMQ.Context context = ZMQ.context(1);
  private final ShellChannel sturdyShell;
  private final ShellChannel sturdyControl;
  private final StdinChannel sturdyStdin;
  // That of Jupyter, before the kernel puts its cells' in its place.
  private final PrintStream log = System.err;

  SturdyConnection(KernelConnectionProperties properties) throws GeneralSecurityException {
    super(properties);
    this.properties = properties;
    sturdyShell = new SturdyShell(properties.createHMACGenerator(), "shell", KernelConnectionProperties::getShellPort);
    sturdyControl = new SturdyShell(properties.createHMACGenerator(), "control",
        KernelConnectionProperties::getControlPort);
    sturdyStdin = new SturdyStdin(properties.createHMACGenerator());
  }

  private List<JupyterSocket> sockets() {
    return List.of(heartbeat, sturdyShell, sturdyControl, sturdyStdin, iopub);
  }

  @Override
  public void connect() {
    sockets().forEach(socket -> socket.bind(properties));
    iopub.sendMessage(new Message<>((MessageContext) null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
  }

  @Override
  public ShellReplyEnvironment prepareReplyEnv(ShellChannel asked, MessageContext message) {
    return new ShellReplyEnvironment(asked, sturdyStdin, iopub, message) { };
  }

  @Override
  public void close() {
    super.close();
    sockets().forEach(JupyterSocket::close);
  }

  @Override
  public void waitUntilClose() {
    sockets().forEach(JupyterSocket::waitUntilClose);
  }

  private <T> void answer(ShellChannel asked, Message<T> message) {
    ShellHandler<T> handler = getHandler(message.getHeader().getType());
    if (handler == null) {
      return;
    }
    ShellReplyEnvironment reply = prepareReplyEnv(asked, message);
    try {
      handler.handle(reply, message);
    } finally {
      reply.resolveDeferrals();
    }
    if (reply.isMarkedForShutdown()) {
      close();
    }
  }

  private final class SturdyShell extends ShellChannel {
    private final Parser parser;
    private final ToIntFunction<KernelConnectionProperties> port;
    private final Loop loop;

    SturdyShell(HMACGenerator signatures, String name, ToIntFunction<KernelConnectionProperties> port) {
      super(context, signatures, false, SturdyConnection.this);
      this.port = port;
      parser = new Parser(signatures, name);
      loop = new Loop(name, ASKED_EVERY_MS, () -> {
        while (!closed && (getEvents() & ZMQ.Poller.POLLIN) != 0) {
          answer(this, readMessage());
        }
      });
      loop.onError(failure -> {
        parser.drop(failure);
        return ASKED_EVERY_MS;
      });
    }

    @Override
    public void bind(KernelConnectionProperties at) {
      bind(formatAddress(at.getTransport(), at.getIp(), port.applyAsInt(at)));
      loop.start();
    }

    @Override
    public synchronized Message<?> readMessage() {
      return parser.parse(ZMsg.recvMsg(this));
    }

    @Override
    public void close() {
      loop.shutdown();
      super.close();
    }

    @Override
    public void waitUntilClose() {
      try {
        loop.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class SturdyStdin extends StdinChannel {
    private final Parser parser;

    SturdyStdin(HMACGenerator signatures) {
      super(context, signatures);
      parser = new Parser(signatures, "stdin");
    }

    @Override
    public synchronized Message<?> readMessage() {
      Message<?> message;
      do {
        message = parser.parse(ZMsg.recvMsg(this));
      } while (message.getHeader().getType().equals(MessageType.UNKNOWN));
      return message;
    }
  }

  // The parser of jjava reads from its own socket alone: whole messages are put before it through one in memory.
  private final class Parser extends JupyterSocket {
    private final String channel;
    private final ZMQ.Socket whole = context.socket(SocketType.PAIR);
    private long dropped;

    Parser(HMACGenerator signatures, String channel) {
      super(SturdyConnection.this.context, SocketType.PAIR, signatures, LoggerFactory.getLogger(channel));
      this.channel = channel;
      String address = "inproc://" + UUID.randomUUID();
      bind(address);
      whole.connect(address);
    }

    @Override
    public void bind(KernelConnectionProperties unused) {
      throw new UnsupportedOperationException("nobody connects to it");
    }

    /** The message of these frames; one of a type that nobody handles if they are none. */
    Message<?> parse(ZMsg frames) {
      try {
        List<ZFrame> parts = List.copyOf(frames);
        int delimiter = parts.indexOf(new ZFrame("<IDS|MSG>"));
        if (delimiter < 0 || parts.size() - delimiter <= FRAMES) {
          throw new IllegalArgumentException("Message received had too few frames");
        }
        frames.send(whole);
        Message<?> message = readMessage();
        if (message.getContent() == null || message.getHeader().getType() == null) {
          throw new IllegalArgumentException("Message received had no content or type");
        }
        return message;
      } catch (RuntimeException | StackOverflowError e) {
        drop(e);
        return new Message<>(new Header<>(MessageType.UNKNOWN), "");
      }
    }

    void drop(Throwable why) {
      dropped++;
      // Who sends them without end does not fill the log.
      if (Long.bitCount(dropped) == 1) {
        log.printf(Locale.ROOT, "faultslip-kernel: message %d dropped on the %s channel: %s%n", dropped, channel, why);
      }
    }
  }
}
