package faultslip.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the program, with programs in the place of Maven and Java that say what they are told. */
class LauncherTest {
  @TempDir private Path home;
  private Path jar;
  private Path core;
  private Path list;

  @BeforeEach
  void build() throws IOException {
    Files.copy(Path.of("faultslip"), home.resolve("faultslip"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(home.resolve("pom.xml"), "");
    program("mvn", "cp \"$PWD\"/good/* \"$PWD\"/target/; echo built >>\"$PWD\"/log");
    program("java", "echo started >>\"" + home + "/log\"");
    Path good = Files.createDirectories(home.resolve("good"));
    for (String name : new String[] {"kit", "core"}) {
      try (JarOutputStream made = new JarOutputStream(
          Files.newOutputStream(good.resolve("faultslip-" + name + "-0.2.0.jar")))) {
        made.putNextEntry(new ZipEntry("something"));
      }
    }
    Path library = Files.copy(good.resolve("faultslip-kit-0.2.0.jar"), home.resolve("library.jar"));
    Files.writeString(good.resolve("classpath.txt"), library + ":" + library);
    Files.createDirectories(home.resolve("target"));
    jar = home.resolve("target/faultslip-kit-0.2.0.jar");
    core = home.resolve("target/faultslip-core-0.2.0.jar");
    list = home.resolve("target/classpath.txt");
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.createDirectories(home.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String start() throws IOException, InterruptedException {
    Files.deleteIfExists(home.resolve("log"));
    ProcessBuilder script = new ProcessBuilder(home.resolve("faultslip").toString()).redirectErrorStream(true)
        .redirectOutput(home.resolve("said").toFile());
    script.environment().merge("PATH", home.resolve("bin").toString(), (path, first) -> first + ":" + path);
    script.environment().remove("FAULTSLIP_CLASSPATH");
    assertThat(script.start().waitFor()).as(() -> said()).isZero();
    return Files.readString(home.resolve("log"));
  }

  private String said() {
    try {
      return Files.readString(home.resolve("said"));
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  @Test
  void whatIsMissingIsBuiltOnce() throws IOException, InterruptedException {
    assertThat(start()).isEqualTo("built\nstarted\n");
    assertThat(start()).isEqualTo("started\n");
  }

  @Test
  void whatIsCutIsBuiltAnew() throws IOException, InterruptedException {
    start();
    for (Path file : new Path[] {jar, core, list}) {
      byte[] whole = Files.readAllBytes(file);
      for (int length : new int[] {0, whole.length / 3, whole.length - 1}) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThat(start()).as("%s of %d bytes", file, length).isEqualTo("built\nstarted\n");
        assertThat(said().lines()).first(InstanceOfAssertFactories.STRING).contains("damaged");
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
      }
    }
    Files.writeString(list, home.resolve("gone.jar").toString(), StandardCharsets.UTF_8);
    assertThat(start()).isEqualTo("built\nstarted\n");
  }
}
