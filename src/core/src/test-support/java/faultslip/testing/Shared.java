package faultslip.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that tests need and that may not be copied into this repository: data for download, and published references.
 *
 * <p>They are looked for in a folder beside the project, {@code ../shared}; system property or environment variable
 * {@code FAULTSLIP_SHARED} names another, and {@code FAULTSLIP_REFERENCE} another for the references alone. Recordings
 * are taken from where {@code ./faultslip fetch} puts them, too. A test whose file is missing is skipped and says which.
 */
public final class Shared {

  private Shared() {}

  /** A published reference: {@code reference("nino3/sst_nino3.dat")}. */
  public static Path reference(String file) {
    return present(setting("FAULTSLIP_REFERENCE").orElseGet(() -> root().resolve("reference")).resolve(file),
        "FAULTSLIP_REFERENCE");
  }

  /** A recording: {@code data("public/VxAveTop.txt")}. */
  public static Path data(String file) {
    Path fetched = fetched().resolve(file);
    return Files.exists(fetched) ? fetched : present(root().resolve("data").resolve(file), "FAULTSLIP_SHARED");
  }

  /** The kit's data folder; that of other systems than Linux and macOS has to be named. */
  private static Path fetched() {
    Path home = Path.of(System.getProperty("user.home"));
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    return setting("FAULTSLIP_DATA").orElseGet(() -> (mac ? Optional.<Path>empty() : setting("XDG_CACHE_HOME"))
        .orElse(home.resolve(mac ? "Library/Caches" : ".cache")).resolve("faultslip").resolve("data"));
  }

  private static Path root() {
    return setting("FAULTSLIP_SHARED").orElse(Path.of("..", "shared"));
  }

  private static Optional<Path> setting(String name) {
    return Optional.ofNullable(System.getProperty(name, System.getenv(name))).filter(set -> !set.isBlank())
        .map(Path::of);
  }

  private static Path present(Path file, String setting) {
    assumeTrue(Files.exists(file), () -> "Skipped: " + file.toAbsolutePath().normalize() + " is missing; set "
        + setting + " to the folder that has it.");
    return file;
  }
}
