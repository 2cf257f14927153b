package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.kernel.KernelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitKernelTest {
  @TempDir private Path home;

  @Test
  void javadocIsThatOfAllModules() throws IOException {
    Path core = Files.createDirectories(home.resolve("src/core/src/main/java"));
    Path kit = Files.createDirectories(home.resolve("src/kit/src/main/java"));
    Files.createDirectories(home.resolve("src/notes"));
    assertThat(KitKernel.settings(home).sources()).containsExactly(core, kit);
    assertThat(KitKernel.settings(home.resolve("none")).sources()).isEmpty();
  }

  /** What the script ./faultslip sets for the process that trains holds in notebooks too. */
  @Test
  void bitsDoNotDependOnTheNumberOfCores() {
    KernelSettings settings = KitKernel.settings(home);
    assertThat(settings.environment()).containsEntry("OMP_NUM_THREADS", "1");
    assertThat(settings.jvmArguments()).contains("-Xmx1g").anyMatch(argument -> argument.contains("javacpp.maxbytes=1g"));
  }
}
