package faultslip.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recordings that tests need and that may not be copied into this repository.
 *
 * <p>They are looked for in {@code shared/data} beside the project; system property or environment variable
 * {@code FAULTSLIP_SHARED} names another folder than {@code shared}. A test whose file is missing is skipped and says which.
 */
public final class Shared {

  private Shared() {}

  /** A recording: {@code data("public/VxAveTop.txt")}. */
  public static Path data(String file) {
    Path found = root().resolve("data").resolve(file);
    assumeTrue(Files.exists(found), () -> "Skipped: " + found + " is missing; set FAULTSLIP_SHARED to the folder that has it.");
    return found;
  }

  private static Path root() {
    return Optional.ofNullable(System.getProperty("FAULTSLIP_SHARED", System.getenv("FAULTSLIP_SHARED"))).map(Path::of)
        .orElseGet(() -> project().resolveSibling("shared"));
  }

  // Tests run in their module's folder.
  private static Path project() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("data-manifest.json"))).findFirst().orElseThrow();
  }
}
