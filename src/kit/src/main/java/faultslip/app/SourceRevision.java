package faultslip.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The commit of the kit's sources. */
final class SourceRevision {
  private SourceRevision() {}

  /** Its hash, with "+" behind it if sources were changed since; "unknown" where there is no git or no clone. */
  static String text() {
    String commit = git("rev-parse", "HEAD");
    return commit.isEmpty()
        ? "unknown" : commit + (git("status", "--porcelain", "--", "src", "pom.xml").isEmpty() ? "" : "+");
  }

  private static String git(String... arguments) {
    try {
      Path home = KitFolder.resolve("").toAbsolutePath();
      ProcessBuilder builder = new ProcessBuilder("git", "-C", home.toString());
      builder.command().addAll(List.of(arguments));
      Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
