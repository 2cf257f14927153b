package faultslip.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a project chooses of its kernel.
 *
 * @param name by which notebooks name the kernel
 * @param displayName by which people know it
 * @param jvmArguments of the Java that evaluates cells
 * @param environment variables that are set in its process
 * @param trialCells Java that must run without an error before the kernel is written anywhere; the classes that it
 *     loads are kept in an archive, from which the kernel starts faster
 * @param sources folders of sources, whose Javadoc is shown on Shift-Tab
 */
public record KernelSettings(String name, String displayName, List<String> jvmArguments,
    Map<String, String> environment, List<String> trialCells, List<Path> sources) {

  /** A heap of 1 GiB and nothing else: enough for notebooks that need no more than the JDK. */
  public static final KernelSettings DEFAULT =
      // The compiler that cells need has its share of the heap; a small one would be collected while the kernel starts.
      new KernelSettings("java", "Java", List.of("-Xms256m", "-Xmx1g"), Map.of(), List.of(), List.of());

  /**
   * Copies all, and makes folders absolute.
   *
   * @throws NotebookException if Jupyter would not take the name, or people could not see the other
   */
  public KernelSettings {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new NotebookException("The kernel's name is '" + name + "'; use letters, digits, '.', '-' and '_' alone.");
    }
    if (displayName.isBlank()) {
      throw new NotebookException("The kernel '" + name + "' has no display name; give one, such as \"Java (mine)\".");
    }
    jvmArguments = List.copyOf(jvmArguments);
    environment = Map.copyOf(environment);
    trialCells = List.copyOf(trialCells);
    sources = sources.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  /** These settings under other names. */
  public KernelSettings named(String newName, String newDisplayName) {
    return new KernelSettings(newName, newDisplayName, jvmArguments, environment, trialCells, sources);
  }

  /** These settings with more arguments for Java, after those that are there: the later of two that differ counts. */
  public KernelSettings withJvmArguments(List<String> more) {
    return new KernelSettings(name, displayName, joined(jvmArguments, more), environment, trialCells, sources);
  }

  /** These settings with more environment variables, which replace those of the same name. */
  public KernelSettings withEnvironment(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(more);
    return new KernelSettings(name, displayName, jvmArguments, all, trialCells, sources);
  }

  /** These settings with more cells to be tried, after those that are there. */
  public KernelSettings withTrialCells(List<String> more) {
    return new KernelSettings(name, displayName, jvmArguments, environment, joined(trialCells, more), sources);
  }

  /** These settings with more folders of sources, looked through after those that are there. */
  public KernelSettings withSources(List<Path> more) {
    return new KernelSettings(name, displayName, jvmArguments, environment, trialCells, joined(sources, more));
  }

  private static <T> List<T> joined(List<T> first, List<T> then) {
    List<T> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }
}
