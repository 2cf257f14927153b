package faultslip.data;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One attempt to download a file, whole or from the byte where an earlier attempt stopped. */
final class Download {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int SERVER_ERROR = 500;
  private static final long POLL_MILLIS = 100;

  private final HttpClient client;
  private final URI url;
  private final Path part;
  private final long there;
  private final Duration silence;

  /**
   * @param client the client to use
   * @param url what to download
   * @param part the file to write or to continue; kept when the attempt fails, so that the next can go on
   * @param there how many bytes it has already
   * @param silence longest wait for the next bytes
   */
  Download(HttpClient client, URI url, Path part, long there, Duration silence) {
    this.client = client;
    this.url = url;
    this.part = part;
    this.there = there;
    this.silence = silence;
  }

  /**
   * @throws WebSource.Refusal if another attempt would end the same
   * @throws IOException if another attempt may succeed
   */
  FetchResult.Outcome run(TransferListener listener) throws IOException {
    // Compressed bytes could be neither continued nor hashed.
    HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept-Encoding", "identity");
    if (there > 0) {
      request.header("Range", "bytes=" + there + "-");
    }
    HttpResponse<Path> response = await(client.sendAsync(request.build(), this::body), listener);
    int status = response.statusCode();
    if (status == OK) {
      return FetchResult.Outcome.DOWNLOADED;
    }
    if (continues(status, response.headers())) {
      return FetchResult.Outcome.RESUMED;
    }
    if (status == PARTIAL || status == RANGE_NOT_SATISFIABLE) {
      Files.deleteIfExists(part);
      throw new IOException("the server cannot continue from byte " + there);
    }
    String message = "the server answers HTTP " + status;
    throw status == TOO_MANY_REQUESTS || status >= SERVER_ERROR
        ? new IOException(message) : new WebSource.Refusal(message);
  }

  /** Bytes of another range or of an error page never reach the file. */
  private BodySubscriber<Path> body(ResponseInfo response) {
    if (response.statusCode() == OK) {
      return BodySubscribers.ofFile(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
    return continues(response.statusCode(), response.headers())
        ? BodySubscribers.ofFile(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND)
        : BodySubscribers.replacing(part);
  }

  private boolean continues(int status, HttpHeaders headers) {
    return status == PARTIAL && there > 0
        && headers.firstValue("Content-Range").orElse("").startsWith("bytes " + there + "-");
  }

  /** Waits for the end, tells of growth, and gives up when the file has not grown for too long. */
  private HttpResponse<Path> await(CompletableFuture<HttpResponse<Path>> answer, TransferListener listener)
      throws IOException {
    long size = there;
    long lastGrowth = System.nanoTime();
    while (true) {
      try {
        return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillRunning) {
        long now = Files.exists(part) ? Files.size(part) : 0;
        if (now != size) {
          size = now;
          lastGrowth = System.nanoTime();
          listener.progressed(size);
        } else if (System.nanoTime() - lastGrowth > silence.toNanos()) {
          answer.cancel(true);
          throw new IOException("no bytes for " + silence.toSeconds() + " s");
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new DataException("Fetching was interrupted; start it again to continue.", e);
      }
    }
  }
}
