package faultslip.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How often and from which seed an attack is tried, and what came of it: a line in {@code target/attacks}. Short where
 * nothing is said; {@code .ci/attack --seed S --count N} says more.
 */
public final class Attack {
  private static final Path RESULTS = Path.of("target", "attacks");

  private final String name;
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private int tried;

  /** @param name what is attacked, and how: "mutated NumPy files" */
  public Attack(String name) {
    this.name = name;
  }

  /** How often, where so many are tried in a short run. */
  public static int count(int usual) {
    return (int) Math.ceil(usual * Double.parseDouble(System.getProperty("attack.count", "1")));
  }

  /** What it draws from; another for each name. */
  public Random random() {
    return new Random(Long.getLong("attack.seed", 0) * 1_000_003 + name.hashCode());
  }

  /** One more has been tried; a failure is what came of it, in a line, and "" if it was survived. */
  public synchronized void tried(String failure) {
    tried++;
    if (!failure.isEmpty()) {
      failures.add(failure);
    }
  }

  /** Keeps the counts, and fails if not all were survived. */
  public void end() {
    try {
      Files.createDirectories(RESULTS);
      Files.writeString(RESULTS.resolve(name.replaceAll("\\W+", "-") + ".txt"),
          "| %s | %,d | %,d |%n".formatted(name, tried, tried - failures.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!failures.isEmpty()) {
      throw new AssertionError("%s: %d of %d not survived, with attack.seed %d: %s".formatted(name, failures.size(),
          tried, Long.getLong("attack.seed", 0), String.join("\n", failures.subList(0, Math.min(10, failures.size())))));
    }
  }

  /** Bytes with some of them changed, cut, repeated or put elsewhere. */
  public static byte[] mutated(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int change = 0; change < 1 + random.nextInt(4) && bytes.length > 0; change++) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(1 + random.nextInt(64)));
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> Arrays.fill(bytes, at, at + length, (byte) random.nextInt(256));
        case 2 -> Arrays.fill(bytes, at, at + Math.min(length, 8), random.nextBoolean() ? (byte) 0xff : (byte) 0x7f);
        case 3 -> bytes = Arrays.copyOf(bytes, at);
        case 4 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
        case 5 -> bytes = joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
        default -> {
          int from = random.nextInt(whole.length);
          System.arraycopy(whole, from, bytes, at, Math.min(length, whole.length - from));
        }
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
