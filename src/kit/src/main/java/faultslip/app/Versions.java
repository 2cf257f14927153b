package faultslip.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.IVersionProvider;

/** The versions of the kit and of the libraries its numbers depend on, as built. */
final class Versions implements IVersionProvider {

  static SortedMap<String, String> all() {
    Properties properties = new Properties();
    try (InputStream stream = Versions.class.getResourceAsStream("versions.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new IllegalStateException("versions.properties is part of the jar", e);
    }
    SortedMap<String, String> versions = new TreeMap<>();
    properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
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
