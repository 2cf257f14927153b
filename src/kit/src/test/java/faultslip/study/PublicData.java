package faultslip.study;

import faultslip.data.DataFolder;
import faultslip.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A data folder with the real recordings, and what comes with the kit; a test is skipped where they are not. */
public final class PublicData {
  private static DataFolder folder;

  private PublicData() {}

  /** One folder for all tests of a run: none of them writes into it. */
  public static synchronized DataFolder folder() {
    Path mirror = Shared.data("public/Slip_events.npy").getParent();
    if (folder == null) {
      try {
        DataFolder made = new DataFolder(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "public-data"));
        Studies.of("public").fetch(made, Optional.of(mirror), line -> { });
        Studies.of("p4677").fetch(made, Optional.of(mirror), line -> { });
        Studies.of("synthetic").provide(made, Optional.empty(), line -> { });
        folder = made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }
}
