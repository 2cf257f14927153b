package faultslip.data;

import faultslip.progress.ProgressReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Downloads files from their URLs: goes on where an earlier transfer stopped if the server can do that, and tries again
 * what may pass.
 *
 * @param patience how long and how often it is tried
 * @param report where progress is told
 */
record Download(Patience patience, ProgressReport report) {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /**
   * How long and how often a download is tried.
   *
   * @param attempts at least 1; optional files are tried once
   * @param pause before the second attempt; doubled before each further one
   * @param connect longest wait for a connection
   * @param silence longest wait for the next bytes
   */
  record Patience(int attempts, Duration pause, Duration connect, Duration silence) {

    /** Four attempts, 1, 2 and 4 s apart; 15 s to connect, 45 s for the next bytes. */
    static Patience standard() {
      return new Patience(4, Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(45));
    }
  }

  /** The server answered, and will answer the same again. */
  private static final class Refusal extends IOException {
    Refusal(String message) {
      super(message);
    }
  }

  /**
   * Brings a file's bytes to a path, unverified.
   *
   * @param part where to; what is there already is continued, and what comes is kept when the transfer fails
   * @return {@code DOWNLOADED} or {@code RESUMED}
   * @throws UnavailableException if it cannot be had
   */
  FetchResult.Outcome into(Path part, DataResource resource) {
    int attempts = resource.optional() ? 1 : patience.attempts();
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(part, resource);
      } catch (IOException e) {
        if (attempt == attempts || e instanceof Refusal) {
          throw new UnavailableException(("%s: cannot be downloaded into %s (%s); check the %s, or give a folder that"
              + " holds %s with --from DIR or FAULTSLIP_MIRROR.").formatted(resource.url(), part.getParent(),
                  DataException.reason(e), e instanceof Refusal ? "address in the manifest" : "network",
                  resource.fileName()), e);
        }
        report.say("Fetching " + resource.name() + " again: " + DataException.reason(e));
      }
      try {
        Thread.sleep(patience.pause().multipliedBy(1L << (attempt - 1)).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw interrupted();
      }
    }
  }

  private FetchResult.Outcome attempt(Path part, DataResource resource) throws IOException {
    long expected = resource.bytes().orElse(Long.MAX_VALUE);
    if (part.toFile().length() > expected) {
      Files.delete(part);
    }
    long there = part.toFile().length();
    if (there == expected) {
      return FetchResult.Outcome.RESUMED; // an earlier run ended between the last byte and the verification
    }
    Optional<Proxy> proxy = proxy(System.getenv(), resource.url());
    HttpURLConnection connection = (HttpURLConnection) (proxy.isPresent()
        ? resource.url().toURL().openConnection(proxy.get()) : resource.url().toURL().openConnection());
    connection.setConnectTimeout((int) patience.connect().toMillis());
    connection.setReadTimeout((int) patience.silence().toMillis());
    // Compressed bytes could be neither continued nor hashed.
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (there > 0) {
      connection.setRequestProperty("Range", "bytes=" + there + "-");
    }
    connection.connect();
    try {
      boolean continued = continues(connection, there, part);
      save(connection, part, continued ? there : 0, resource);
      return continued ? FetchResult.Outcome.RESUMED : FetchResult.Outcome.DOWNLOADED;
    } catch (SocketTimeoutException e) {
      throw new IOException("no bytes for " + patience.silence().toSeconds() + " s");
    } finally {
      connection.disconnect();
    }
  }

  /** Whether the answer is what follows the bytes that are there, or else the whole. */
  private static boolean continues(HttpURLConnection connection, long there, Path part) throws IOException {
    int status = connection.getResponseCode();
    String range = connection.getHeaderField("Content-Range");
    if (status == HttpURLConnection.HTTP_PARTIAL && there > 0 && range != null
        && range.startsWith("bytes " + there + "-")) {
      return true;
    }
    if (status == HttpURLConnection.HTTP_PARTIAL || status == RANGE_NOT_SATISFIABLE) {
      Files.deleteIfExists(part);
      throw new IOException("the server cannot continue from byte " + there);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      String message = "the server answers HTTP " + status;
      throw status == TOO_MANY_REQUESTS || status >= HttpURLConnection.HTTP_INTERNAL_ERROR
          ? new IOException(message) : new Refusal(message);
    }
    return false;
  }

  private void save(HttpURLConnection connection, Path part, long there, DataResource resource) throws IOException {
    OpenOption from = there > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    long coming = connection.getContentLengthLong();
    long total = coming < 0 ? resource.bytes().orElse(0) : there + coming;
    ProgressReport.Part progress = report.part(resource.name());
    try (InputStream body = connection.getInputStream();
        OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, from)) {
      byte[] buffer = new byte[1 << 16];
      long size = there;
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        if (Thread.currentThread().isInterrupted()) {
          throw interrupted();
        }
        file.write(buffer, 0, count);
        size += count;
        if (size < total) {
          progress.at(size, total, FileUtils.byteCountToDisplaySize(size));
        }
      }
      if (size < total) {
        throw new IOException("the connection ended after " + size + " of " + total + " bytes");
      }
    } finally {
      progress.end();
    }
  }

  /** The proxy that the environment names for an address, as other programs read it; Java itself does not. */
  static Optional<Proxy> proxy(Map<String, String> environment, URI address) {
    String variable = address.getScheme() + "_proxy";
    String named = environment.getOrDefault(variable, environment.getOrDefault(variable.toUpperCase(Locale.ROOT), ""));
    String without = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
    boolean direct = Stream.of(without.split(",")).map(String::strip).filter(host -> !host.isEmpty())
        .anyMatch(host -> host.equals("*") || ("." + address.getHost()).endsWith("." + host.replaceFirst("^\\.", "")));
    if (named.isBlank() || direct) {
      return Optional.empty();
    }
    URI proxy;
    try {
      proxy = new URI(named.contains("://") ? named.strip() : "http://" + named.strip());
    } catch (URISyntaxException e) {
      throw new DataException("%s is '%s'; give http://HOST:PORT.".formatted(variable, named), e);
    }
    if (proxy.getHost() == null) {
      throw new DataException("%s is '%s'; give http://HOST:PORT.".formatted(variable, named));
    }
    return Optional.of(new Proxy(Proxy.Type.HTTP,
        InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort())));
  }

  private static DataException interrupted() {
    return new DataException("Fetching was interrupted; start it again to continue.");
  }
}
