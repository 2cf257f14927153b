package faultslip.data;

import faultslip.data.DataException.UnavailableException;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest.DataResource;
import java.io.FileNotFoundException;
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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Brings files into the data folder: out of the kit's jar, from a local folder that holds copies, or from the network.
 * Under its final name a file is always whole and right: bytes gather in a file named {@code .part} beside it, are held
 * against the manifest's sha256, and are then renamed in one step.
 *
 * @param folder where the files go
 * @param mirror a folder to take them from instead of the network: by their names in it, or in its subfolder of the
 *     study
 * @param told what is fetched from where, a line each, and what goes wrong; nothing of files already there
 * @param download how a file is brought that the mirror and the kit do not hold
 */
public record DataFetcher(DataFolder folder, Optional<Path> mirror, Consumer<String> told, Download download) {

  /**
   * Downloads files from their URLs: goes on where an earlier transfer stopped if the server can do that, and tries
   * again what may pass.
   *
   * @param attempts at least 1; optional files are tried once
   * @param pause before the second attempt; doubled before each further one
   * @param silence longest wait for the next bytes; in it at least {@value #LEAST_SPEED} bytes a second must come
   * @param longest time limit of an attempt
   * @param telling time between two lines that tell how far a transfer is
   */
  public record Download(int attempts, Duration pause, Duration silence, Duration longest, Duration telling) {
    /** Bytes a second, averaged over the longest silence: who sends fewer is as good as silent. */
    static final long LEAST_SPEED = 100;

    /** Bytes of a file whose size the manifest does not say. */
    private static final long MOST = 1L << 34;
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * Brings a file's bytes to a path, unverified; what is there already is continued, and what comes is kept when the
     * transfer fails, with an {@link UnavailableException}.
     */
    void bring(DataResource resource, Path part, Consumer<String> told) {
      for (int attempt = 1; ; attempt++) {
        try {
          attempt(resource, part, told);
          return;
        } catch (IOException e) {
          if (resource.optional() || attempt == attempts || e instanceof FileNotFoundException) {
            throw new UnavailableException(("%s: cannot be downloaded into %s (%s); check the %s, or give a folder that"
                + " holds %s with --from DIR or FAULTSLIP_MIRROR.").formatted(resource.url(), part.getParent(),
                    DataException.reason(e), e instanceof FileNotFoundException ? "address in the manifest"
                    : "network", resource.fileName()), e);
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

    private void attempt(DataResource resource, Path part, Consumer<String> told) throws IOException {
      long expected = resource.bytes().orElse(MOST);
      if (part.toFile().length() > expected) {
        Files.delete(part);
      }
      long there = part.toFile().length();
      if (there == expected) {
        return; // an earlier run ended between the last byte and the verification
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
      // Whatever is being waited for then fails: a server may dole out its headers, too.
      CompletableFuture<Void> end = CompletableFuture.runAsync(connection::disconnect,
          CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
      try {
        boolean resumed = connection.getResponseCode() == HttpURLConnection.HTTP_PARTIAL && there > 0
            && String.valueOf(connection.getHeaderField("Content-Range")).startsWith("bytes " + there + "-");
        if (!resumed) {
          requireWhole(connection.getResponseCode(), part, there);
          there = 0;
        }
        try (InputStream body = connection.getInputStream();
            OutputStream file = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS,
                resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
          long come = copy(body, file, there, expected, done -> told.accept("Fetching %s: %d of %s bytes".formatted(
              resource.name(), done, resource.bytes().isPresent() ? "" + expected : "unknown")));
          if (connection.getContentLengthLong() > come) {
            throw new IOException("the connection ended " + (connection.getContentLengthLong() - come)
                + " bytes early");
          }
        }
      } catch (TooLongException e) {
        Files.deleteIfExists(part);
        throw e;
      } catch (SocketTimeoutException e) {
        throw new IOException("no bytes for " + silence.toSeconds() + " s");
      } catch (IOException e) {
        throw end.isDone() ? new IOException("not done after " + longest.toSeconds() + " s") : e;
      } finally {
        end.cancel(false);
        connection.disconnect();
      }
    }

    private static final class TooLongException extends FileNotFoundException {
      private static final long serialVersionUID = 1;

      TooLongException(long expected) {
        super("the server sends more than the " + expected + " bytes of the manifest");
      }
    }

    // How many bytes have come; no more than what is expected are kept.
    private long copy(InputStream body, OutputStream file, long there, long expected, LongConsumer progress)
        throws IOException {
      byte[] bytes = new byte[1 << 16];
      long come = 0;
      long measured = 0;
      long measuredAt = System.nanoTime();
      long toldAt = measuredAt;
      for (int length = body.read(bytes); length >= 0; length = body.read(bytes)) {
        come += length;
        if (there + come > expected) {
          throw new TooLongException(expected);
        }
        file.write(bytes, 0, length);
        long now = System.nanoTime();
        if (now - measuredAt > silence.toNanos()) {
          if (come - measured < LEAST_SPEED * silence.toSeconds()) {
            throw new IOException("only %d bytes in %d s".formatted(come - measured, silence.toSeconds()));
          }
          measured = come;
          measuredAt = now;
        }
        if (now - toldAt > telling.toNanos()) {
          progress.accept(there + come);
          toldAt = now;
        }
      }
      return come;
    }

    private static void requireWhole(int status, Path part, long there) throws IOException {
      if (status == HttpURLConnection.HTTP_PARTIAL || status == RANGE_NOT_SATISFIABLE) {
        Files.deleteIfExists(part);
        throw new IOException("the server cannot continue from byte " + there);
      }
      if (status != HttpURLConnection.HTTP_OK) {
        String message = "the server answers HTTP " + status;
        // What it refuses, it will refuse again.
        throw status == TOO_MANY_REQUESTS || status >= HttpURLConnection.HTTP_INTERNAL_ERROR
            ? new IOException(message) : new FileNotFoundException(message);
      }
    }

    /** The proxy that the environment names for an address, as other programs read it; Java itself does not. */
    static Optional<Proxy> proxy(Map<String, String> environment, URI address) {
      String variable = address.getScheme() + "_proxy";
      String named =
          environment.getOrDefault(variable, environment.getOrDefault(variable.toUpperCase(Locale.ROOT), ""));
      String without = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
      boolean direct = Stream.of(without.split(",")).map(host -> host.strip().replaceFirst("^\\.", ""))
          .anyMatch(host -> host.equals("*") || (!host.isEmpty() && ("." + address.getHost()).endsWith("." + host)));
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

  /** With four attempts to download a file, 1, 2 and 4 s apart. */
  public DataFetcher(DataFolder folder, Optional<Path> mirror, Consumer<String> told) {
    this(folder, mirror, told, new Download(4, Duration.ofSeconds(1), Duration.ofSeconds(45), Duration.ofHours(2),
        Duration.ofSeconds(10)));
  }

  /** @throws DataException if there is no such mirror */
  public DataFetcher {
    mirror.ifPresent(copies -> DataException.require(Files.isDirectory(copies),
        "Mirror %s: no such folder; give the folder that holds the data files.", copies));
  }

  /**
   * Fetches what is not there yet or not right, in the order given; what is there and right is left alone. Stops at the
   * first failure; what came before it stays. While another run of the kit writes into the folder, it waits.
   *
   * @return what became of each file
   * @throws DataException if the folder must be written to and cannot (before anything is fetched), a file that is not
   *     optional cannot be had, or what comes is not what the manifest says
   */
  public List<FileStatus> fetch(Collection<DataResource> resources) {
    List<FileStatus> before = folder.verify(resources);
    List<FileStatus> wanting = before.stream().filter(status -> !status.isOk()).toList();
    if (wanting.isEmpty()) {
      return before;
    }
    try {
      wanting.stream().map(status -> status.path().getParent()).distinct().forEach(study ->
          DataFile.requireWritable(study, "set FAULTSLIP_DATA to a folder you may write to"));
    } catch (DataException e) {
      if (wanting.stream().allMatch(status -> status.isAcceptable() && !status.resource().isOfTheKit())) {
        // Someone else's folder, with all that is needed in it.
        return before.stream().map(status -> status.isOk() ? status : unavailable(status, e)).toList();
      }
      throw e;
    }
    try (Lease lease = Lease.take(folder.root().resolve(".lease"), "set FAULTSLIP_DATA to a folder you may write to")) {
      return resources.stream().map(folder::check).map(status -> status.isOk() ? status : bring(status)).toList();
    }
  }

  private FileStatus unavailable(FileStatus status, DataException reason) {
    FileStatus without =
        new FileStatus(status.resource(), status.path(), FileStatus.State.UNAVAILABLE, reason.getMessage());
    told.accept(without.line());
    return without;
  }

  private FileStatus bring(FileStatus status) {
    DataResource resource = status.resource();
    Path part = status.path().resolveSibling(resource.fileName() + ".part");
    String origin = resource.url().toString();
    try {
      if (!resource.isOfTheKit()) {
        origin = mirror.map(copies -> copy(resource, copies).toString()).orElse(origin);
        told.accept("Fetching " + resource.name()
            + (resource.bytes().isPresent() ? " (" + resource.bytes().getAsLong() + " bytes)" : "")
            + " from " + origin);
      }
      if (Files.isSymbolicLink(part)) {
        Files.delete(part); // none of ours, and what it leads to is not to be written over
      }
      boolean isContinued = Files.exists(part);
      deliver(resource, origin, part);
      if (isContinued && !DataFile.sha256(part).equals(resource.sha256())) {
        // The earlier part belonged to something else: once more from the first byte.
        told.accept("Fetching " + resource.name() + " again: the parts of two transfers do not fit together");
        Files.delete(part);
        deliver(resource, origin, part);
      }
      String sha256 = DataFile.sha256(part);
      if (!sha256.equals(resource.sha256())) {
        Files.delete(part);
        throw new DataException(("%s: sha256 %s, but the manifest says %s; it is damaged or another version: get"
            + " it elsewhere or correct the manifest.").formatted(origin, sha256, resource.sha256()));
      }
      Files.move(part, status.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new FileStatus(resource, status.path(), FileStatus.State.FETCHED, "fetched");
    } catch (UnavailableException e) {
      if (resource.optional()) {
        return unavailable(status, e);
      }
      throw e;
    } catch (IOException e) {
      throw new DataException("%s: cannot be put in place from %s (%s); check the folder and its free space."
          .formatted(status.path(), origin, DataException.reason(e)), e);
    }
  }

  private void deliver(DataResource resource, String origin, Path part) throws IOException {
    if (mirror.isEmpty() && !resource.isOfTheKit()) {
      download.bring(resource, part, told);
      return;
    }
    try (InputStream copy = resource.isOfTheKit() ? DataFetcher.class.getResourceAsStream(resource.path())
        : Files.newInputStream(Path.of(origin))) {
      Files.copy(copy, part, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path copy(DataResource resource, Path copies) {
    return Stream.of(resource.fileName(), resource.path()).map(copies::resolve).filter(Files::isRegularFile).findFirst()
        .orElseThrow(() -> new UnavailableException(
            "%s: not in mirror %s; put a copy of %s there, or fetch from the network."
                .formatted(resource.fileName(), copies, resource.url()), null));
  }
}
