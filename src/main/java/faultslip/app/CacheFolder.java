package faultslip.app;

import faultslip.data.DataFolder;
import java.nio.file.Path;

/** Where trained models are kept: FAULTSLIP_MODELS, else {@code models} beside the data folder. */
final class CacheFolder {
  private CacheFolder() {}

  static Path models() {
    String chosen = System.getenv("FAULTSLIP_MODELS");
    return chosen == null || chosen.isBlank()
        ? DataFolder.standard().root().toAbsolutePath().resolveSibling("models") : Path.of(chosen);
  }
}
