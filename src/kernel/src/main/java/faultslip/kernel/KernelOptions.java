package faultslip.kernel;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options by which a command takes {@link KernelSettings}. */
final class KernelOptions {
  @Option(names = "--name", paramLabel = "NAME", description = "By which notebooks name the kernel (default: java).")
  private String name = KernelSettings.DEFAULT.name();

  @Option(names = "--display-name", paramLabel = "NAME", description = "By which people know it (default: Java).")
  private String displayName = KernelSettings.DEFAULT.displayName();

  @Option(names = "--jvm", paramLabel = "ARGUMENT",
      description = "An argument for the Java that evaluates cells, such as --jvm=-Xmx4g; may be given several times.")
  private List<String> jvmArguments = List.of();

  @Option(names = "--env", paramLabel = "NAME=VALUE",
      description = "An environment variable of the kernel; may be given several times.")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Option(names = "--sources", paramLabel = "DIR",
      description = "A folder of sources whose Javadoc is shown on Shift-Tab; may be given several times.")
  private List<Path> sources = List.of();

  KernelSettings settings() {
    return KernelSettings.DEFAULT.named(name, displayName).withJvmArguments(jvmArguments).withEnvironment(environment)
        .withSources(sources);
  }
}
