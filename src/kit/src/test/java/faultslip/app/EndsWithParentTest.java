package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that another has started for a part of its work does not go on when that is killed. */
class EndsWithParentTest {
  @TempDir private Path folder;

  @Test
  void aChildEndsWithItsParent() throws IOException, InterruptedException {
    Process parent = new ProcessBuilder("sleep", "600").start();
    Process child = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
        System.getProperty("java.class.path"), "-D" + Main.PARENT + "=" + parent.pid(), Main.class.getName(),
        "simulate", "--threads", "1", "--out", folder.toString())
        .redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
    try {
      assertThat(child.waitFor(8, TimeUnit.SECONDS)).as("it works on while its parent does").isFalse();
      parent.destroyForcibly().waitFor();
      assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      parent.destroyForcibly();
      child.destroyForcibly();
    }
  }
}
