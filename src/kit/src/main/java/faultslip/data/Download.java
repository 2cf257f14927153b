package faultslip.data;

import faultslip.data.DataException.UnavailableException;
import faultslip.data.DataFolder.FileStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
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
 * @param silence longest wait for the next bytes
 */
record Download(int attempts, Duration pause, Duration silence) {
  /** Four attempts, 1, 2 and 4 s apart. */
  static final Download STANDARD = new Download(4, Duration.ofSeconds(1), Duration.ofSeconds(45));

  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int TOO_MANY_REQUESTS = 429;

  /** The server answered, and will answer the same again. */
  private static final class Refusal extends IOException {
    Refusal(String message) {
      super(message);
    }
  }

  /**
   * Brings a file's bytes to a path, unverified but where two transfers have been put together.
   *
   * @param part where to; what is there already is continued, and what comes is kept when the transfer fails
   * @param told of every further attempt, and why
   * @return {@code DOWNLOADED} or {@code RESUMED}
   * @throws UnavailableException if it cannot be had
   */
  FileStatus.State bring(DataResource resource, Path part, Consumer<String> told) {
    for (int attempt = 1; ; attempt++) {
      try {
        boolean resumed = attempt(resource, part);
        if (resumed && !DataFile.sha256(part).equals(resource.sha256())) {
          // The earlier part belonged to something else: once more from the first byte.
          told.accept("Fetching " + resource.name() + " again: the parts of two transfers do not fit together");
          Files.delete(part);
          resumed = attempt(resource, part);
        }
        return resumed ? FileStatus.State.RESUMED : FileStatus.State.DOWNLOADED;
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

  /** Whether an earlier transfer was continued. */
  private boolean attempt(DataResource resource, Path part) throws IOException {
    long expected = resource.bytes().orElse(Long.MAX_VALUE);
    if (part.toFile().length() > expected) {
      Files.delete(part);
    }
    long there = part.toFile().length();
    if (there == expected) {
      return true; // an earlier run ended between the last byte and the verification
    }
    URL url = resource.url().toURL();
    Optional<Proxy> proxy = proxy(System.getenv(), resource.url());
    HttpURLConnection connection =
        (HttpURLConnection) (proxy.isPresent() ? url.openConnection(proxy.get()) : url.openConnection());
    connection.setConnectTimeout((int) CONNECT.toMillis());
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
        requireWhole(connection.getResponseCode(), part, there);
      }
      try (InputStream body = connection.getInputStream();
          OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
              resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
        long missing = connection.getContentLengthLong() - body.transferTo(file);
        if (missing > 0) {
          throw new IOException("the connection ended " + missing + " bytes early");
        }
      }
      return resumed;
    } catch (SocketTimeoutException e) {
      throw new IOException("no bytes for " + silence.toSeconds() + " s");
    } finally {
      connection.disconnect();
    }
  }

  private static void requireWhole(int status, Path part, long there) throws IOException {
    if (status == HttpURLConnection.HTTP_PARTIAL || status == RANGE_NOT_SATISFIABLE) {
      Files.deleteIfExists(part);
      throw new IOException("the server cannot continue from byte " + there);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      String message = "the server answers HTTP " + status;
      throw status == TOO_MANY_REQUESTS || status >= HttpURLConnection.HTTP_INTERNAL_ERROR
          ? new IOException(message) : new Refusal(message);
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
