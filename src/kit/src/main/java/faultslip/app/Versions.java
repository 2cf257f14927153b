package faultslip.app;

import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import picocli.CommandLine.IVersionProvider;

/** The versions of the kit and of the libraries its numbers depend on, as built. */
final class Versions implements IVersionProvider {

  static Map<String, String> all() {
    ResourceBundle properties = ResourceBundle.getBundle("faultslip.app.versions");
    Map<String, String> versions = new TreeMap<>();
    properties.keySet().forEach(name -> versions.put(name, properties.getString(name)));
    return versions;
  }

  /** The commit of the kit's sources, "+" behind it if they were changed since; "unknown" where there is no clone. */
  static String commit() {
    String home = KitFolder.resolve("").toAbsolutePath().toString();
    String commit = ProgramRun.outputOf(List.of("git", "-C", home, "rev-parse", "HEAD"));
    String changes = ProgramRun.outputOf(List.of("git", "-C", home, "status", "--porcelain", "--", "src", "pom.xml"));
    return commit.isEmpty() ? "unknown" : commit + (changes.isEmpty() ? "" : "+");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"faultslip " + all().get("faultslip")};
  }
}
