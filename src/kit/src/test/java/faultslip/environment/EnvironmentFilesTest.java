package faultslip.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each way into the kit (apt, conda, Docker, Binder) says again what the build asks for: none may change alone. */
class EnvironmentFilesTest {
  private static final Path DOCKERFILE = Path.of("environment", "Dockerfile");

  @Test
  void binderBuildsTheSameImage() {
    assertThat(Path.of(".binder", "Dockerfile")).hasSameBinaryContentAs(DOCKERFILE);
  }

  /** Binder takes the first it finds of binder/ and .binder/, and then looks at nothing else. */
  @Test
  void binderFindsNothingElse() throws IOException {
    assertThat(Path.of("binder")).doesNotExist();
    try (var files = Files.list(Path.of(".binder"))) {
      assertThat(files).containsExactly(Path.of(".binder", "Dockerfile"));
    }
  }

  /** As Binder asks: a base with a tag that stays, the user it names, and that user, not root, at the end. */
  @Test
  void imageIsAsBinderAsks() throws IOException {
    List<String> steps = Files.readAllLines(DOCKERFILE);
    assertThat(all("FROM (\\S+)", DOCKERFILE)).singleElement().asString().matches("debian:(bookworm|trixie)");
    assertThat(steps).anyMatch(step -> step.matches("ARG NB_USER\\b.*")).anyMatch(step -> step.matches("ARG NB_UID\\b.*"));
    assertThat(all("USER (\\S+)", DOCKERFILE)).last().isEqualTo("${NB_USER}");
    assertThat(steps).contains("RUN environment/install --jupyter");
  }

  @Test
  void builtFilesOfThisMachineStayOutOfTheImage() throws IOException {
    assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("**/target/");
  }

  @Test
  void condaBringsWhatTheBuildRequires() throws IOException {
    Path conda = Path.of("environment", "environment.yml");
    assertThat(version(one(" *- openjdk=(\\S+)", conda))).isGreaterThanOrEqualTo(required("Java"));
    assertThat(version(one(" *- maven>=(\\S+)", conda))).isGreaterThanOrEqualTo(required("Maven"));
    assertThat(all(" *- (jupyterlab|nbconvert|nbclient)\\b.*", conda)).hasSize(3);
  }

  @Test
  void theScriptAsksForTheJdkThatTheBuildRequires() throws IOException {
    assertThat(version(one(".* -ge (\\d+) \\]", Path.of("environment", "install")))).isEqualTo(required("Java"));
  }

  /** Who cites the kit, and who starts it, names the version that the build makes. */
  @Test
  void oneVersionEverywhere() throws IOException {
    String version = all(" *<version>(\\S+)</version>", Path.of("pom.xml")).get(0);
    assertThat(one("version: (\\S+)", Path.of("CITATION.cff"))).isEqualTo(version);
    assertThat(one("jar=\\$home/target/faultslip-kit-(\\S+)\\.jar", Path.of("faultslip"))).isEqualTo(version);
    assertThat(all("## \\[(\\S+)\\] - .*", Path.of("CHANGELOG.md"))).first().isEqualTo(version);
  }

  /** The lowest version that the pom's enforcer lets through. */
  private static Version required(String what) throws IOException {
    String element = "require" + what + "Version";
    return version(one(" *<" + element + "><version>\\[([\\d.]+),\\)</version></" + element + ">", Path.of("pom.xml")));
  }

  private static Version version(String text) {
    return Version.parse(text);
  }

  private static String one(String line, Path file) throws IOException {
    List<String> found = all(line, file);
    assertThat(found).as("lines '%s' of %s", line, file).hasSize(1);
    return found.get(0);
  }

  /** The first group of each line that matches as a whole. */
  private static List<String> all(String line, Path file) throws IOException {
    Pattern pattern = Pattern.compile("^" + line + "$", Pattern.MULTILINE);
    return pattern.matcher(Files.readString(file)).results().map(found -> found.group(1)).toList();
  }
}
