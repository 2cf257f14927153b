package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import com.google.gson.Gson;
import faultslip.testing.Attack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** What comes to a kernel's ports and is no message of its client's. */
@Timeout(120)
class BadMessagesTest {
  private static final String KEY = "a-key";
  private static final String DELIMITER = "<IDS|MSG>";

  @TempDir private Path folder;
  private final ZContext context = new ZContext();
  private final List<Integer> ports = new ArrayList<>();
  private Process kernel;
  private HMACGenerator signatures;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    signatures = new HMACGenerator("HmacSHA256", KEY);
    for (int i = 0; i < 5; i++) {
      try (ServerSocket any = new ServerSocket(0)) {
        ports.add(any.getLocalPort());
      }
    }
    Path connection = folder.resolve("connection.json");
    Files.writeString(connection, new Gson().toJson(Map.of("ip", "127.0.0.1", "transport", "tcp", "key", KEY,
        "signature_scheme", "hmac-sha256", "shell_port", ports.get(0), "control_port", ports.get(1), "stdin_port",
        ports.get(2), "hb_port", ports.get(3), "iopub_port", ports.get(4))));
    kernel = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
        System.getProperty("java.class.path"), KernelProcess.class.getName(), connection.toString())
        .redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile()).start();
  }

  @AfterEach
  void end() {
    kernel.destroyForcibly().onExit().join();
    context.close();
  }

  private ZMQ.Socket channel(int port) {
    ZMQ.Socket socket = context.createSocket(SocketType.DEALER);
    socket.setIdentity("client".getBytes(StandardCharsets.US_ASCII));
    socket.setLinger(0);
    socket.setReceiveTimeOut(20_000);
    socket.connect("tcp://127.0.0.1:" + port);
    return socket;
  }

  private static String header(String type) {
    return new Gson().toJson(Map.of("msg_id", UUID.randomUUID().toString(), "username", "a", "session", "b", "date",
        "2026-01-01T00:00:00.000000Z", "msg_type", type, "version", "5.3"));
  }

  private ZMsg signed(String... parts) {
    byte[][] bytes = Stream.of(parts).map(part -> part.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    ZMsg message = ZMsg.newStringMsg(DELIMITER, signatures.calculateSignature(bytes));
    Stream.of(bytes).forEach(message::add);
    return message;
  }

  private void assertAnswers(ZMQ.Socket channel) {
    String header = header("kernel_info_request");
    signed(header, "{}", "{}", "{}").send(channel);
    // Of what came before some is answered by an error.
    String reply;
    do {
      ZMsg frames = ZMsg.recvMsg(channel);
      assertThat(frames).as(() -> "a reply; the kernel says " + contentOf(folder.resolve("err").toFile())).isNotNull();
      reply = String.join("\n", frames.stream().map(frame -> frame.getString(StandardCharsets.UTF_8)).toList());
    } while (!reply.contains("kernel_info_reply"));
    assertThat(reply).as("no reply to what is no message").contains(header.substring(header.indexOf("\"msg_id\":\"") + 10).substring(0, 36));
  }

  @Test
  void aKernelAnswersOnAfterThem() throws IOException, InterruptedException {
    String info = header("kernel_info_request");
    List<ZMsg> bad = List.of(
        ZMsg.newStringMsg(DELIMITER, "0".repeat(64), info, "{}", "{}", "{}"),
        ZMsg.newStringMsg(DELIMITER, "", info, "{}", "{}", "{}"),
        ZMsg.newStringMsg("no", "delimiter"),
        ZMsg.newStringMsg(""),
        ZMsg.newStringMsg(DELIMITER),
        ZMsg.newStringMsg(DELIMITER, "", info),
        signed(info, "{}", "{}"),
        signed("no JSON", "{}", "{}", "{}"),
        signed("null", "{}", "{}", "{}"),
        signed("[]", "{}", "{}", "{}"),
        signed("{}", "{}", "{}", "{}"),
        signed(info, "no JSON {", "{}", "{}"),
        signed(info, "{}", "[1]", "{}"),
        signed(header("execute_request"), "{}", "{}", "\"text\""),
        signed(header("execute_request"), "{}", "{}", "null"),
        signed(header("history_request"), "{}", "{}", "{}"),
        signed(header("no_such_request"), "{}", "{}", "{}"),
        signed(info, "{}", "[".repeat(100_000), "{}"));
    ZMQ.Socket control = channel(ports.get(1));
    for (ZMQ.Socket channel : List.of(channel(ports.get(0)), control)) {
      assertAnswers(channel);
      bad.forEach(message -> message.duplicate().send(channel));
      assertAnswers(channel);
    }
    for (int port : ports.subList(0, 2)) {
      try (Socket raw = new Socket(InetAddress.getLoopbackAddress(), port)) {
        raw.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
    assertAnswers(control);
    assertThat(folder.resolve("err")).content().contains("dropped", "invalid signature").doesNotContain("\tat ");
    signed(header("shutdown_request"), "{}", "{}", "{\"restart\": false}").send(control);
    assertThat(kernel.waitFor(20, TimeUnit.SECONDS)).as("it ends when told").isTrue();
  }

  /** Frames of a message with bytes changed, signed or not as it comes. */
  @Test
  void aKernelAnswersOnAfterMutatedOnes() {
    Attack attack = new Attack("mutated messages to a kernel");
    Random random = attack.random();
    List<ZMQ.Socket> channels = List.of(channel(ports.get(0)), channel(ports.get(1)));
    channels.forEach(this::assertAnswers);
    for (int i = 0; i < Attack.count(100); i++) {
      ZMsg whole = signed(header("kernel_info_request"), "{}", "{}", "{\"code\": \"1 + 1\"}");
      ZFrame changed = List.copyOf(whole).get(random.nextInt(whole.size()));
      byte[] other = Attack.mutated(changed.getData(), random);
      if (!Arrays.equals(changed.getData(), other)) {
        changed.reset(other);
        whole.send(channels.get(i % 2));
      }
      if (i % 20 == 19) {
        channels.forEach(this::assertAnswers);
      }
      attack.tried("");
    }
    channels.forEach(this::assertAnswers);
    attack.end();
  }

  /** A reply on the channel of standard input that is none does not end the waiting for the one that is. */
  @Test
  void aCellReadsOnAfterThem() {
    // Clients tell by its identity which of them is asked.
    ZMQ.Socket shell = channel(ports.get(0));
    ZMQ.Socket input = channel(ports.get(2));
    assertAnswers(shell);
    signed(header("execute_request"), "{}", "{}", new Gson().toJson(Map.of("code",
        "new Scanner(System.in).nextLine().length()", "silent", false, "store_history", true, "allow_stdin", true,
        "stop_on_error", true, "user_expressions", Map.of()))).send(shell);
    assertThat(ZMsg.recvMsg(input)).as("a request for input").isNotNull();
    ZMsg.newStringMsg(DELIMITER, "0".repeat(64), header("input_reply"), "{}", "{}", "{}").send(input);
    ZMsg.newStringMsg("no message").send(input);
    signed(header("input_reply"), "{}", "{}", "{\"value\": \"four\"}").send(input);
    ZMsg reply = ZMsg.recvMsg(shell);
    assertThat(reply).isNotNull();
    assertThat(reply.stream().map(frame -> frame.getString(StandardCharsets.UTF_8)))
        .anyMatch(frame -> frame.contains("\"status\":\"ok\""));
  }
}
