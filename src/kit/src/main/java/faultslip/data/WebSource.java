package faultslip.data;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The network: each file from its URL, continued where an earlier transfer stopped if the server can do that. */
public final class WebSource implements FileSource {
  private final RetryPolicy policy;
  private final HttpClient client;

  /** A source that tries as often as {@link RetryPolicy#standard} says. */
  public WebSource() {
    this(RetryPolicy.standard());
  }

  /** @param policy how long and how often downloads are tried */
  public WebSource(RetryPolicy policy) {
    this.policy = policy;
    this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(policy.connect()).build();
  }

  @Override
  public String origin(DataResource resource) {
    return resource.url().toString();
  }

  @Override
  public FetchResult.Outcome deliver(DataResource resource, Path part, TransferListener listener) {
    int attempts = resource.optional() ? 1 : policy.attempts();
    Duration pause = policy.pause();
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(resource, part, listener);
      } catch (Refusal e) {
        throw unavailable(resource, part, e);
      } catch (IOException e) {
        if (attempt == attempts) {
          throw unavailable(resource, part, e);
        }
        listener.retrying(resource, FailureReason.of(e));
      }
      sleep(pause);
      pause = pause.multipliedBy(2);
    }
  }

  private FetchResult.Outcome attempt(DataResource resource, Path part, TransferListener listener) throws IOException {
    long there = Files.exists(part) ? Files.size(part) : 0;
    long expected = resource.bytes().orElse(Long.MAX_VALUE);
    if (there == expected) {
      return FetchResult.Outcome.RESUMED; // an earlier run ended between the last byte and the verification
    }
    if (there > expected) {
      Files.delete(part);
      there = 0;
    }
    listener.started(resource, origin(resource), resource.bytes());
    try {
      FetchResult.Outcome outcome = new Download(client, resource.url(), part, there, policy.silence()).run(listener);
      long size = Files.size(part);
      listener.progressed(size);
      if (resource.bytes().isPresent() && size < expected) {
        throw new IOException("the connection ended after " + size + " of " + expected + " bytes");
      }
      return outcome;
    } finally {
      listener.ended();
    }
  }

  private static UnavailableException unavailable(DataResource resource, Path part, IOException cause) {
    String remedy = cause instanceof Refusal ? "check the address in the manifest" : "check the network";
    return new UnavailableException(
        "%s: cannot be downloaded into %s (%s); %s, or give a folder that holds %s with --from DIR or FAULTSLIP_MIRROR."
            .formatted(resource.url(), part.getParent(), FailureReason.of(cause), remedy, resource.fileName()), cause);
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("Fetching was interrupted; start it again to continue.", e);
    }
  }

  /** The server answered, and will answer the same again. */
  static final class Refusal extends IOException {
    Refusal(String message) {
      super(message);
    }
  }
}
