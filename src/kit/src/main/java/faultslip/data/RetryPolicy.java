package faultslip.data;

import java.time.Duration;

/**
 * How long and how often a download is tried.
 *
 * @param attempts at least 1; optional files are tried once
 * @param pause before the second attempt; doubled before each further one
 * @param connect longest wait for a connection
 * @param silence longest wait for the next bytes
 */
public record RetryPolicy(int attempts, Duration pause, Duration connect, Duration silence) {

  /** @throws DataException if there is no attempt, or a wait is not positive (the pause may be zero) */
  public RetryPolicy {
    if (attempts < 1 || pause.isNegative() || !isPositive(connect) || !isPositive(silence)) {
      throw new DataException("%d attempts, pause %s, waiting %s to connect and %s for bytes; give positive numbers."
          .formatted(attempts, pause, connect, silence));
    }
  }

  /** Four attempts, 1, 2 and 4 s apart; 15 s to connect, 45 s for the next bytes. */
  public static RetryPolicy standard() {
    return new RetryPolicy(4, Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofSeconds(45));
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
