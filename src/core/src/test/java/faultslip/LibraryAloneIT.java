package faultslip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's example runs in a Maven project outside this one, whose only dependency is the library.
 *
 * <p>That project's local repository is this build's, by links, with this build's library and parent POM laid over it:
 * nothing is fetched, and nothing is left behind.
 */
class LibraryAloneIT {
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
  private static final String VERSION = System.getProperty("faultslip.version");

  @TempDir private Path folder;

  @BeforeEach
  void layOverLocalRepository() throws IOException {
    Path repository = Files.createDirectory(folder.resolve("repository"));
    try (var entries = Files.list(Path.of(System.getProperty("maven.repository")))) {
      for (Path entry : entries.filter(path -> !path.endsWith("faultslip")).toList()) {
        Files.createSymbolicLink(repository.resolve(entry.getFileName()), entry.toAbsolutePath());
      }
    } catch (IOException | UnsupportedOperationException e) {
      abort("Skipped: no symbolic links can be made here (" + e + ").");
    }
    install(Path.of("pom.xml"), "faultslip-parent", "pom");
    install(Path.of("src", "core", "pom.xml"), "faultslip-core", "pom");
    install(Path.of("target", "faultslip-core-" + VERSION + ".jar"), "faultslip-core", "jar");
  }

  private void install(Path file, String artifact, String extension) throws IOException {
    Path target = folder.resolve(Path.of("repository", "faultslip", artifact, VERSION,
        artifact + "-" + VERSION + "." + extension));
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  @AfterEach
  void takeLinksAway() throws IOException {
    try (var entries = Files.list(folder.resolve("repository"))) {
      for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void theExampleInTheReadmeRunsOnThisArtifactAlone() throws Exception {
    Path project = folder.resolve("project");
    Path sources = Files.createDirectories(project.resolve(Path.of("src", "main", "java")));
    String example = example();
    assertThat(example.lines().filter(line -> !line.isBlank()).count()).as("lines of the example")
        .isLessThanOrEqualTo(15);
    Files.writeString(sources.resolve("Example.java"), """
        import faultslip.ced.*;
        import faultslip.evaluate.*;
        import faultslip.series.*;
        import faultslip.split.*;
        import faultslip.wavelet.*;
        import java.util.*;
        import java.util.function.*;
        import java.util.stream.*;

        class Example {
          public static void main(String[] arguments) {
        %s  }
        }
        """.formatted(example.indent(4)));
    Files.writeString(project.resolve("pom.xml"), pom());

    Path maven = Path.of(System.getProperty("maven.home"), "bin", WINDOWS ? "mvn.cmd" : "mvn");
    run(project, maven.toString(), "--batch-mode", "--offline", "-Dmaven.legacyLocalRepo=true",
        "-Dmaven.repo.local=" + folder.resolve("repository"), "package");

    Path jar = project.resolve(Path.of("target", "example.jar"));
    assertThat(classPath(jar)).contains("faultslip-core-" + VERSION + ".jar")
        .noneMatch(name -> name.matches("faultslip-(?!core).*|.*(tablesaw|picocli|jfreechart|batik|tribuo|jjava).*"));
    List<String> tested = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(path -> Path.of(path).getFileName().toString()).toList();
    assertThat(tested).as("versions that all other tests run with")
        .containsAll(classPath(jar).stream().filter(name -> !name.startsWith("faultslip-")).toList());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String printed = run(project, java, "-jar", jar.toString());
    Matcher scores = Pattern
        .compile("Scores\\[mapePercent=([\\d.]+), .*meanPredictorMapePercent=([\\d.]+), samples=480]").matcher(printed);
    assertThat(scores.find()).as("scores in %s", printed).isTrue();
    assertThat(Double.parseDouble(scores.group(1))).as("error, beside that of the mean")
        .isLessThan(Double.parseDouble(scores.group(2)) / 2);
    String onOneThread = run(project, Map.of("OMP_NUM_THREADS", "1"), java, "-jar", jar.toString());
    assertThat(onOneThread).as("the same bits as on one native thread").contains(scores.group());
  }

  private static String example() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf("\n## The library alone\n"));
    int from = section.indexOf("```java\n") + "```java\n".length();
    return section.substring(from, section.indexOf("```", from));
  }

  /** With the README's coordinates, and this project's versions of Maven's plugins, which are there already. */
  private static String pom() throws IOException {
    Matcher dependency = Pattern.compile("(?s)```xml\\s*(<dependency>.*?</dependency>)")
        .matcher(Files.readString(Path.of("README.md")));
    assertThat(dependency.find()).isTrue();
    assertThat(dependency.group(1)).contains("<version>" + VERSION + "</version>");
    String plugins = Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s*<version>([^<]+)</version>")
        .matcher(Files.readString(Path.of("pom.xml"))).results()
        .map(plugin -> "<plugin><artifactId>%s</artifactId><version>%s</version></plugin>"
            .formatted(plugin.group(1), plugin.group(2)))
        .collect(Collectors.joining("\n"));
    return """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>example</groupId>
          <artifactId>example</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <dependencies>
            %s
          </dependencies>
          <build>
            <finalName>example</finalName>
            <pluginManagement><plugins>%s</plugins></pluginManagement>
            <plugins>
              <plugin>
                <artifactId>maven-jar-plugin</artifactId>
                <configuration>
                  <archive>
                    <manifest>
                      <mainClass>Example</mainClass>
                      <addClasspath>true</addClasspath>
                      <classpathLayoutType>repository</classpathLayoutType>
                      <classpathPrefix>../../repository/</classpathPrefix>
                    </manifest>
                  </archive>
                </configuration>
              </plugin>
            </plugins>
          </build>
        </project>
        """.formatted(dependency.group(1), plugins);
  }

  private static List<String> classPath(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String names = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return Stream.of(names.split(" ")).map(name -> name.substring(name.lastIndexOf('/') + 1)).toList();
    }
  }

  private static String run(Path where, String... command) throws IOException, InterruptedException {
    return run(where, Map.of(), command);
  }

  private static String run(Path where, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path printed = Files.createTempFile(where, "printed", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile())
        .redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    // As whoever tries the library has them: not set.
    builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "OMP_NUM_THREADS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(printed);
    assertThat(ended).as("%s ends within five minutes: %s", command[0], text).isTrue();
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }
}
