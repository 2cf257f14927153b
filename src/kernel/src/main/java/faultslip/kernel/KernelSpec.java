package faultslip.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes a kernel known to Jupyter: {@code kernel.json}, and beside it a file of arguments for {@code java}, since
 * a class path of a hundred jars is longer than some systems allow a command line to be.
 *
 * @param java the launcher of a JDK, 17 or newer
 * @param classPath of the kernel and of what cells may use, its entries absolute
 * @param settings what the project chooses
 */
public record KernelSpec(Path java, List<Path> classPath, KernelSettings settings) {
  private static final String ARGUMENTS = "java.args";
  private static final String ARCHIVE = "classes.jsa";
  // Whatever the project. Without a logger of its own SLF4J would say so in the first cell that logs.
  private static final List<String> JVM_ARGUMENTS = List.of("-XX:+UseSerialGC", "-Djava.awt.headless=true",
      "-Dfile.encoding=UTF-8", "-Dslf4j.internal.verbosity=ERROR");

  /** Copies the class path. */
  public KernelSpec {
    classPath = List.copyOf(classPath);
  }

  /**
   * A kernel of the Java and the class path that this process runs with.
   *
   * @throws NotebookException if that is a Java runtime without a compiler
   */
  public static KernelSpec ofThisProcess(KernelSettings settings) {
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw new NotebookException("The Java in " + System.getProperty("java.home")
          + " has no JShell; install a full JDK, 17 or newer.");
    }
    Path bin = Path.of(System.getProperty("java.home"), "bin");
    Path java = bin.resolve(File.separatorChar == '\\' ? "java.exe" : "java");
    List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isBlank()).map(entry -> Path.of(entry).toAbsolutePath().normalize()).toList();
    return new KernelSpec(java, classPath, settings);
  }

  /**
   * Tries the kernel, keeps its classes in an archive that makes it start faster, and writes the specification into a
   * folder of kernels, each file whole or not at all; an earlier one is replaced.
   *
   * @param kernels for instance {@code share/jupyter/kernels} of a prefix
   * @return the folder written
   * @throws NotebookException if the kernel does not work, or the folder cannot be written to
   */
  public Path install(Path kernels) {
    Path folder = kernels.resolve(settings.name()).toAbsolutePath().normalize();
    writeArguments(folder);
    // Last, for it must never name what is not there.
    WholeFile.write(folder.resolve("kernel.json"), json(folder));
    return folder;
  }

  /**
   * What starts the kernel from here, where no Jupyter need be. Its arguments and the archive of its classes are kept
   * in a folder, and made anew, after a trial as at {@link #install}, when java or a jar has changed.
   *
   * @throws NotebookException if the kernel does not work, or the folder cannot be written to
   */
  KernelLaunch launch(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!isUpToDate(absolute)) {
      writeArguments(absolute);
    }
    return new KernelLaunch(java, absolute.resolve(ARGUMENTS), settings.environment());
  }

  private void writeArguments(Path folder) {
    Path arguments = folder.resolve(ARGUMENTS);
    WholeFile.write(arguments, arguments(List.of()));
    tryAndArchive(arguments, folder.resolve(ARCHIVE));
    WholeFile.write(arguments, arguments(withArchive(folder)));
  }

  private static List<String> withArchive(Path folder) {
    return List.of("-XX:SharedArchiveFile=" + folder.resolve(ARCHIVE), "-Xlog:disable", "-Xlog:all=error:stderr");
  }

  private boolean isUpToDate(Path folder) {
    try {
      Path arguments = folder.resolve(ARGUMENTS);
      if (!Files.isRegularFile(arguments) || !Files.readString(arguments).equals(arguments(withArchive(folder)))) {
        return false;
      }
      FileTime made = Files.getLastModifiedTime(arguments);
      for (Path part : Stream.concat(Stream.of(java), classPath.stream()).filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(part).compareTo(made) > 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  // The archive is of these very jars: java passes over it, and starts as without one, when any has changed.
  private void tryAndArchive(Path arguments, Path archive) {
    try {
      Path made = Files.createTempFile(archive.getParent(), ".classes", ".part");
      Files.delete(made);
      try {
        List<String> command =
            List.of(java.toString(), "-XX:ArchiveClassesAtExit=" + made, "-Xlog:disable", "@" + arguments,
            KernelProcess.class.getName());
        new KernelTrial(command, settings.environment(), settings.trialCells()).run();
        if (Files.exists(made)) {
          Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw new NotebookException("Cannot write " + archive + ": " + e.getMessage()
          + "; choose a folder you may write to.", e);
    }
  }

  private String json(Path folder) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("argv", List.of(java.toString(), "@" + folder.resolve(ARGUMENTS), KernelProcess.class.getName(),
        "{connection_file}"));
    spec.put("display_name", settings.displayName());
    spec.put("language", "java");
    // A signal would end the Java process.
    spec.put("interrupt_mode", "message");
    spec.put("env", new TreeMap<>(settings.environment()));
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(spec) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and lists are always written", e);
    }
  }

  private String arguments(List<String> more) {
    List<String> arguments = new ArrayList<>(more);
    arguments.addAll(JVM_ARGUMENTS);
    arguments.addAll(settings.jvmArguments());
    if (!settings.sources().isEmpty()) {
      arguments.add("-D" + SourceJavadoc.SOURCES + "=" + path(settings.sources()));
    }
    arguments.add("-cp");
    arguments.add(path(classPath));
    return arguments.stream().map(KernelSpec::quoted).collect(Collectors.joining("\n", "", "\n"));
  }

  // As the launcher reads a file of arguments: in quotes blanks stay, and a backslash is written twice.
  private static String quoted(String argument) {
    return "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
