package faultslip.data;

import faultslip.data.DataException.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Downloads files from their URLs: goes on where an earlier transfer stopped if the server can do that, and tries again
 * what may pass.
 *
 * @param attempts at least 1; optional files are tried once
 * @param pause before the second attempt; doubled before each further one
 * @param connect longest wait for a connection
 * @param silence longest wait for the next bytes
 */
record Download(int attempts, Duration pause, Duration connect, Duration silence) {
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int TOO_MANY_REQUESTS = 429;

  /** The server answered, and will answer the same again. */
  private static final class Refusal extends IOException {
    Refusal(String message) {
      super(message);
    }
  }

  /** Four attempts, 1, 2 and 4 s apart; 15 s to connect, 45 s for the next bytes. */
  static Download standard() {
    return new Download(4, Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(45));
  }

  /**
   * Brings a file's bytes to a path, unverified.
   *
   * @param part where to; what is there already is continued, and what comes is kept when the transfer fails
   * @param told of every further attempt, and why
   * @return {@code DOWNLOADED} or {@code RESUMED}
   * @throws UnavailableException if it cannot be had
   */
  FileStatus.State bring(DataResource resource, Path part, Consumer<String> told) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(resource, part);
      } catch (IOException e) {
        if (resource.optional() || attempt == attempts || e instanceof Refusal) {
          throw new UnavailableException(("%s: cannot be downloaded into %s (%s); check the %s, or give a folder that"
              + " holds %s with --from DIR or FAULTSLIP_MIRROR.").formatted(resource.url(), part.getParent(),
                  DataException.reason(e), e instanceof Refusal ? "address in the manifest" : "network",
                  resource.fileName()), e);
        }
        told.accept("Fetching " + resource.name() + " again: " + DataException.reason(e));
      }
      try {
        Thread.sleep(pause.toMillis() << (attempt - 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DataException("Fetching was interrupted; start it again to continue.", e);
      }
    }
  }

  private FileStatus.State attempt(DataResource resource, Path part) throws IOException {
    long expected = resource.bytes().orElse(Long.MAX_VALUE);
    if (part.toFile().length() > expected) {
      Files.delete(part);
    }
    long there = part.toFile().length();
    if (there == expected) {
      return FileStatus.State.RESUMED; // an earlier run ended between the last byte and the verification
    }
    Optional<Proxy> proxy = proxy(System.getenv(), resource.url());
    HttpURLConnection connection = (HttpURLConnection) (proxy.isPresent()
        ? resource.url().toURL().openConnection(proxy.get()) : resource.url().toURL().openConnection());
    connection.setConnectTimeout((int) connect.toMillis());
    connection.setReadTimeout((int) silence.toMillis());
    // Compressed bytes could be neither continued nor hashed.
    connection.setRequestProperty("Accept-Encoding", "identity");
    if (there > 0) {
      connection.setRequestProperty("Range", "bytes=" + there + "-");
    }
    connection.connect();
    try {
      boolean resumed = connection.getResponseCode() == HttpURLConnection.HTTP_PARTIAL && there > 0
          && String.valueOf(connection.getHeaderField("Content-Range")).startsWith("bytes " + there + "-");
      if (!resumed) {
        requireWhole(connection, part, there);
      }
      save(connection, part, resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
      return resumed ? FileStatus.State.RESUMED : FileStatus.State.DOWNLOADED;
    } catch (SocketTimeoutException e) {
      throw new IOException("no bytes for " + silence.toSeconds() + " s");
    } finally {
      connection.disconnect();
    }
  }

  private static void requireWhole(HttpURLConnection connection, Path part, long there) throws IOException {
    int status = connection.getResponseCode();
    if (status == HttpURLConnection.HTTP_PARTIAL || status == RANGE_NOT_SATISFIABLE) {
      Files.deleteIfExists(part);
      throw new IOException("the server cannot continue from byte " + there);
    }
    String message = "the server answers HTTP " + status;
    if (status == TOO_MANY_REQUESTS || status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
      throw new IOException(message);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw new Refusal(message);
    }
  }

  private static void save(HttpURLConnection connection, Path part, OpenOption from) throws IOException {
    try (InputStream body = connection.getInputStream();
        OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, from)) {
      long missing = connection.getContentLengthLong() - body.transferTo(file);
      if (missing > 0) {
        throw new IOException("the connection ended " + missing + " bytes early");
      }
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
    try {
      URI proxy = URI.create(named.contains("://") ? named.strip() : "http://" + named.strip());
      return Optional.of(new Proxy(Proxy.Type.HTTP,
          InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort())));
    } catch (IllegalArgumentException e) {
      throw new DataException("%s is '%s'; give http://HOST:PORT.".formatted(variable, named), e);
    }
  }
}
