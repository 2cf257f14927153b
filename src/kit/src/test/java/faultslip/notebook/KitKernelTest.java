package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.kernel.KernelSpec;
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
    assertThat(KitKernel.spec(home).sources()).containsExactly(core, kit);
    assertThat(KitKernel.spec(home.resolve("none")).sources()).isEmpty();
  }

  /** What the script ./faultslip sets for the process that trains holds in notebooks too. */
  @Test
  void bitsDoNotDependOnTheNumberOfCores() {
    KernelSpec kernel = KitKernel.spec(home);
    assertThat(kernel.environment()).containsEntry("OMP_NUM_THREADS", "1");
    assertThat(kernel.jvmArguments()).contains("-Xmx1g").anyMatch(argument -> argument.contains("javacpp.maxbytes=1g"));
  }
}
