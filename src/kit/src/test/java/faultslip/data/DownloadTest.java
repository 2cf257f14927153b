package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import faultslip.data.DataFetcher.Download;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest.DataResource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  private static final byte[] CONTENT = new byte[200_000];

  static {
    new Random(7).nextBytes(CONTENT);
  }

  /** What the server does with the n-th request (from 0). */
  private interface Answer {
    void give(int request, HttpExchange exchange) throws IOException;
  }

  @TempDir Path data;
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private final List<String> told = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private Answer answer;
  private DataResource resource;
  private Duration silence = Duration.ofSeconds(30);
  private Duration longest = Duration.ofMinutes(5);
  private Duration telling = Duration.ofMinutes(5);
  private Path target;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(range == null ? "whole" : range);
      try (exchange) {
        answer.give(ranges.size() - 1, exchange);
      }
    });
    server.start();
    URI url = URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
        + server.getAddress().getPort() + "/a.bin");
    resource = Samples.resource("a.bin", CONTENT, url, false);
    target = data.resolve("tiny").resolve("a.bin");
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void proxyIsTheOneTheEnvironmentNames() {
    URI address = URI.create("https://data.example.org/a.bin");
    assertThat(Download.proxy(Map.of(), address)).isEmpty();
    assertThat(Download.proxy(Map.of("http_proxy", "http://other:1"), address)).isEmpty();
    for (Map<String, String> environment : List.of(Map.of("https_proxy", "http://proxy.example.org:3128/"),
        Map.of("HTTPS_PROXY", "proxy.example.org:3128"), Map.of("https_proxy", "http://me:word@proxy.example.org:3128"))) {
      assertThat(Download.proxy(environment, address)).hasValueSatisfying(proxy ->
          assertThat(proxy.address()).hasToString(InetSocketAddress.createUnresolved("proxy.example.org", 3128).toString()));
    }
    assertThatThrownBy(() -> Download.proxy(Map.of("https_proxy", "http://no host"), address)).isInstanceOf(DataException.class)
        .hasMessage("https_proxy is 'http://no host'; give http://HOST:PORT.");
    for (String without : List.of("*", "localhost, example.org", ".example.org", "data.example.org")) {
      assertThat(Download.proxy(Map.of("https_proxy", "http://proxy:3128", "no_proxy", without), address)).isEmpty();
    }
    assertThat(Download.proxy(Map.of("https_proxy", "http://proxy:3128", "no_proxy", "ample.org"), address)).isPresent();
  }

  @Test
  void downloadsAWholeFile() {
    answer = (request, exchange) -> whole(exchange);
    assertThat(fetch().state()).isEqualTo(FileStatus.State.FETCHED);
    assertComplete();
    assertThat(ranges).containsExactly("whole");
    assertThat(told).containsExactly("Fetching a (200000 bytes) from " + resource.url());
  }

  @Test
  void followsRedirections() {
    answer = (request, exchange) -> {
      if (exchange.getRequestURI().getPath().equals("/a.bin")) {
        exchange.getResponseHeaders().set("Location", "/moved.bin");
        exchange.sendResponseHeaders(302, -1);
      } else {
        whole(exchange);
      }
    };
    fetch();
    assertComplete();
  }

  @Test
  void continuesAnInterruptedTransfer() {
    answer = (request, exchange) -> {
      if (request == 0) {
        cutAfter(50_000, exchange);
      } else {
        rest(exchange);
      }
    };
    assertThat(fetch().state()).isEqualTo(FileStatus.State.FETCHED);
    assertComplete();
    assertThat(ranges).hasSize(2).startsWith("whole");
    assertThat(ranges.get(1)).matches("bytes=[1-9]\\d*-");
    assertThat(told).hasSize(2).last().asString().isEqualTo("Fetching a again: the connection ended 150000 bytes early");
  }

  @Test
  void continuesWhatAnEarlierRunLeft() throws IOException {
    leavePart(Arrays.copyOf(CONTENT, 120_000));
    answer = (request, exchange) -> rest(exchange);
    assertThat(fetch().state()).isEqualTo(FileStatus.State.FETCHED);
    assertComplete();
    assertThat(ranges).containsExactly("bytes=120000-");
  }

  @Test
  void takesUpAPartThatIsWholeWithoutAskingTheServer() throws IOException {
    leavePart(CONTENT);
    fetch();
    assertComplete();
    assertThat(ranges).isEmpty();
  }

  @Test
  void startsAgainWhenTheServerIgnoresTheRange() throws IOException {
    leavePart(new byte[120_000]);
    answer = (request, exchange) -> whole(exchange);
    assertThat(fetch().state()).isEqualTo(FileStatus.State.FETCHED);
    assertComplete();
    assertThat(ranges).containsExactly("bytes=120000-");
  }

  @Test
  void startsAgainWhenThePartBelongsToSomethingElse() throws IOException {
    leavePart(new byte[120_000]);
    answer = (request, exchange) -> rest(exchange);
    assertThat(fetch().state()).isEqualTo(FileStatus.State.FETCHED);
    assertComplete();
    assertThat(ranges).containsExactly("bytes=120000-", "whole");
  }

  @Test
  void startsAgainWhenTheServerAnswersAnotherRange() throws IOException {
    leavePart(Arrays.copyOf(CONTENT, 120_000));
    answer = (request, exchange) -> {
      if (request == 0) {
        exchange.getResponseHeaders().set("Content-Range", "bytes 0-199999/200000");
        send(exchange, 206, CONTENT);
      } else {
        whole(exchange);
      }
    };
    fetch();
    assertComplete();
    assertThat(ranges).containsExactly("bytes=120000-", "whole");
  }

  @Test
  void startsAgainWhenThePartIsTooLong() throws IOException {
    leavePart(new byte[300_000]);
    answer = (request, exchange) -> whole(exchange);
    fetch();
    assertComplete();
    assertThat(ranges).containsExactly("whole");
  }

  @Test
  void startsAgainWhenThereIsNothingToContinueAndTheSizeIsUnknown() throws IOException {
    resource = Samples.ofUnknownSize(resource);
    leavePart(new byte[200_000]);
    answer = (request, exchange) -> {
      if (request == 0) {
        exchange.sendResponseHeaders(416, -1);
      } else {
        whole(exchange);
      }
    };
    fetch();
    assertComplete();
    assertThat(ranges).containsExactly("bytes=200000-", "whole");
  }

  @Test
  void refusesWrongContentAndLeavesNothing() {
    byte[] other = CONTENT.clone();
    other[17]++;
    answer = (request, exchange) -> send(exchange, 200, other);
    assertThatThrownBy(this::fetch).isInstanceOf(DataException.class)
        .hasMessageMatching("http://\\S+/a\\.bin: sha256 [0-9a-f]{64}, but the manifest says " + resource.sha256()
            + "; it is damaged or another version: get it elsewhere or correct the manifest\\.");
    assertThat(target.getParent()).isEmptyDirectory();
    assertThat(ranges).containsExactly("whole");
  }

  @Test
  void keepsTheOldFileWhenTheNewOneIsWrong() throws IOException {
    Files.createDirectories(target.getParent());
    Files.writeString(target, "an older version");
    answer = (request, exchange) -> send(exchange, 200, new byte[200_000]);
    assertThatThrownBy(this::fetch).isInstanceOf(DataException.class);
    assertThat(target).hasContent("an older version");
  }

  @Test
  void doesNotRepeatWhatTheServerRefuses() {
    answer = (request, exchange) -> exchange.sendResponseHeaders(404, -1);
    assertThatThrownBy(this::fetch).isInstanceOf(DataException.class)
        .hasMessage("%s: cannot be downloaded into %s (the server answers HTTP 404); check the address in the"
            + " manifest, or give a folder"
            + " that holds a.bin with --from DIR or FAULTSLIP_MIRROR.", resource.url(), target.getParent());
    assertThat(ranges).hasSize(1);
    assertThat(target.getParent()).isEmptyDirectory();
  }

  @Test
  void repeatsWhatMayPass() {
    answer = (request, exchange) -> {
      if (request < 2) {
        exchange.sendResponseHeaders(503, -1);
      } else {
        whole(exchange);
      }
    };
    fetch();
    assertComplete();
    assertThat(ranges).hasSize(3);
    assertThat(told).as("where it comes from is said once").containsExactly(
        "Fetching a (200000 bytes) from " + resource.url(), "Fetching a again: the server answers HTTP 503",
        "Fetching a again: the server answers HTTP 503");
  }

  @Test
  void givesUpAfterTheLastAttemptAndKeepsThePartForNextTime() {
    answer = (request, exchange) -> {
      if (request == 0) {
        cutAfter(50_000, exchange);
      } else {
        exchange.sendResponseHeaders(500, -1);
      }
    };
    assertThatThrownBy(this::fetch).isInstanceOf(DataException.class)
        .hasMessageContaining("(the server answers HTTP 500)");
    assertThat(ranges).hasSize(3);
    assertThat(target).doesNotExist();
    assertThat(target.resolveSibling("a.bin.part")).isNotEmptyFile();
  }

  @Test
  void givesUpOnAServerThatFallsSilent() {
    silence = Duration.ofSeconds(1);
    resource = Samples.resource("a.bin", CONTENT, resource.url(), true);
    answer = (request, exchange) -> {
      exchange.sendResponseHeaders(200, CONTENT.length);
      exchange.getResponseBody().write(CONTENT, 0, 1000);
      exchange.getResponseBody().flush();
      pause(5000);
    };
    FileStatus result = fetch();
    assertThat(result.state()).isEqualTo(FileStatus.State.UNAVAILABLE);
    assertThat(result.note()).contains("(no bytes for 1 s)");
    assertThat(target).doesNotExist();
  }

  @Test
  void takesNoMoreThanTheManifestSays() {
    answer = (request, exchange) -> {
      exchange.sendResponseHeaders(200, 0); // of a length that it does not say
      byte[] more = new byte[1 << 20];
      for (int i = 0; i < 50; i++) {
        exchange.getResponseBody().write(more);
      }
    };
    assertThatThrownBy(this::fetch).isInstanceOf(DataException.class)
        .hasMessageContaining("(the server sends more than the 200000 bytes of the manifest)");
    assertThat(ranges).as("what is too long stays too long").hasSize(1);
    assertThat(target.getParent()).isEmptyDirectory();
  }

  @Test
  void givesUpOnAServerThatDolesOut() {
    silence = Duration.ofSeconds(1);
    resource = Samples.resource("a.bin", CONTENT, resource.url(), true);
    answer = (request, exchange) -> {
      exchange.sendResponseHeaders(200, CONTENT.length);
      for (int i = 0; i < 40; i++) {
        exchange.getResponseBody().write(CONTENT, i, 1);
        exchange.getResponseBody().flush();
        pause(100);
      }
    };
    assertThat(fetch().note()).contains("bytes in 1 s)").contains("(only ");
  }

  @Test
  void givesUpAfterTheTimeLimit() {
    longest = Duration.ofSeconds(1);
    resource = Samples.resource("a.bin", CONTENT, resource.url(), true);
    answer = (request, exchange) -> {
      exchange.sendResponseHeaders(200, CONTENT.length);
      for (int i = 0; i < 40; i++) {
        exchange.getResponseBody().write(CONTENT, 1000 * i, 1000);
        exchange.getResponseBody().flush();
        pause(100);
      }
    };
    assertThat(fetch().note()).contains("(not done after 1 s)");
  }

  @Test
  void tellsHowFarItIs() {
    telling = Duration.ofMillis(50);
    answer = (request, exchange) -> {
      exchange.sendResponseHeaders(200, CONTENT.length);
      exchange.getResponseBody().write(CONTENT, 0, 100_000);
      exchange.getResponseBody().flush();
      pause(200);
      exchange.getResponseBody().write(CONTENT, 100_000, 100_000);
    };
    fetch();
    assertComplete();
    assertThat(told).hasSizeGreaterThan(1).last().asString().matches("Fetching a: 1\\d{5} of 200000 bytes");
  }

  @Test
  void followsNoLinkInPlaceOfItsPart() throws IOException {
    Path precious = Files.writeString(data.resolve("precious"), "mine");
    Files.createDirectories(target.getParent());
    Files.createSymbolicLink(target.resolveSibling("a.bin.part"), precious);
    answer = (request, exchange) -> rest(exchange);
    fetch();
    assertComplete();
    assertThat(precious).hasContent("mine");
  }

  @Test
  void namesUrlFolderAndRemedyWhenTheServerIsDown() {
    server.stop(0);
    assertThatThrownBy(this::fetch).isInstanceOf(DataException.class)
        .hasMessage("%s: cannot be downloaded into %s (no connection); check the network, or give a folder that"
            + " holds a.bin with --from DIR or FAULTSLIP_MIRROR.", resource.url(), target.getParent());
  }

  @Test
  void goesOnWithoutAnOptionalFileAfterOneAttempt() {
    resource = Samples.resource("a.bin", CONTENT, resource.url(), true);
    answer = (request, exchange) -> exchange.sendResponseHeaders(503, -1);
    assertThat(fetch().state()).isEqualTo(FileStatus.State.UNAVAILABLE);
    assertThat(ranges).hasSize(1);
  }

  private FileStatus fetch() {
    Download download = new Download(3, Duration.ofMillis(1), silence, longest, telling);
    return new DataFetcher(new DataFolder(data), Optional.empty(), told::add, download).fetch(List.of(resource)).get(0);
  }

  private void assertComplete() {
    assertThat(target).hasBinaryContent(CONTENT);
    assertThat(target.getParent()).isDirectoryNotContaining(path -> !path.equals(target));
  }

  private void leavePart(byte[] content) throws IOException {
    Files.createDirectories(target.getParent());
    Files.write(target.resolveSibling("a.bin.part"), content);
  }

  private static void whole(HttpExchange exchange) throws IOException {
    send(exchange, 200, CONTENT);
  }

  private static void rest(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      whole(exchange);
      return;
    }
    int from = Integer.parseInt(range.replaceAll("\\D", ""));
    exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-199999/200000");
    send(exchange, 206, Arrays.copyOfRange(CONTENT, from, CONTENT.length));
  }

  private static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
    exchange.sendResponseHeaders(status, content.length);
    exchange.getResponseBody().write(content);
  }

  /** Promises all, sends some, and closes the connection. */
  private static void cutAfter(int bytes, HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, CONTENT.length);
    exchange.getResponseBody().write(CONTENT, 0, bytes);
    exchange.getResponseBody().flush();
    pause(200); // so that the client has taken them
    throw new IOException("cut");
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
