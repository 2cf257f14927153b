package faultslip.app;

import java.nio.file.Path;

/** The folder the kit lies in, with its notebooks and figures: told by the scripts that start it. */
final class KitFolder {
  private KitFolder() {}

  /** The property {@code faultslip.home}; without it, where the process runs. */
  static Path resolve(String name) {
    return Path.of(System.getProperty("faultslip.home", "")).resolve(name);
  }
}
