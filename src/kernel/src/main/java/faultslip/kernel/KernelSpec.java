package faultslip.kernel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kernel of the Java and the class path that this process runs with: a {@code kernel.json} for Jupyter, and beside it
 * a file of arguments for {@code java}, since a class path of a hundred jars is too long for some command lines.
 *
 * @param name by which notebooks name the kernel
 * @param displayName by which people know it
 * @param jvmArguments of the Java that evaluates cells, beyond a heap of 1 GiB
 * @param environment variables that are set in its process
 * @param trialCells Java that must run without an error before the kernel is written anywhere; the classes that it
 *     loads are kept in an archive, from which the kernel starts faster
 * @param sources folders of sources, whose Javadoc is shown on Shift-Tab
 */
public record KernelSpec(String name, String displayName, List<String> jvmArguments, Map<String, String> environment,
    List<String> trialCells, List<Path> sources) {
  private static final String ARGUMENTS = "java.args";
  private static final String ARCHIVE = "classes.jsa";
  // Whatever the project. The compiler that cells need has its share of the heap; a small one would be collected while
  // the kernel starts. It gives back what it does not use, and what native libraries leave to the collector is not left
  // for long: a server of 2 GB has to do. Without a logger of its own SLF4J would say so in the first cell that logs.
  private static final List<String> JVM_ARGUMENTS = List.of("-XX:+UseSerialGC", "-Djava.awt.headless=true",
      "-Dfile.encoding=UTF-8", "-Dslf4j.internal.verbosity=ERROR", "-Xms256m", "-Xmx1g",
      "-XX:MaxNewSize=85m", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40",
      // The compiler descends as deep as expressions nest.
      "-Xss16m",
      // Java's optimising compiler comes to what runs long; in the first cells it would take a core from them.
      "-XX:Tier4InvocationThreshold=50000", "-XX:Tier4MinInvocationThreshold=6000",
      "-XX:Tier4CompileThreshold=150000", "-XX:Tier4BackEdgeThreshold=400000");
  private static final List<String> JDK_CELLS = List.of("1 + 1",
      "int twice(int x) { return 2 * x; }\nrecord P(int x) {}\nnew P(twice(3))",
      "import java.nio.file.Path;\nSystem.out.println(List.of(1, 2).stream().map(x -> x + 1).toList());\n"
          + "var p = new P(1);",
      "display(\"<b>bold</b>\", \"text/html\");");

  /**
   * Copies all, and makes folders absolute; a {@link NotebookException} if Jupyter would not take the name, or people
   * could not see the other, or if this is a Java runtime without a compiler.
   */
  public KernelSpec {
    if (!name.matches("[A-Za-z0-9._-]+")) {
      throw new NotebookException("The kernel's name is '" + name + "'; use letters, digits, '.', '-' and '_' alone.");
    }
    if (displayName.isBlank()) {
      throw new NotebookException("The kernel '" + name + "' has no display name; give one, such as \"Java (mine)\".");
    }
    if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
      throw new NotebookException("The Java in " + System.getProperty("java.home")
          + " has no JShell; install a full JDK, 17 or newer.");
    }
    jvmArguments = List.copyOf(jvmArguments);
    environment = Map.copyOf(environment);
    trialCells = List.copyOf(trialCells);
    sources = sources.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  /**
   * Tries the kernel, keeps its classes in an archive that makes it start faster, and writes the specification into a
   * folder of kernels, for instance {@code share/jupyter/kernels} of a prefix, each file whole or not at all; an
   * earlier one is replaced. Returns its folder; a {@link NotebookException} if it does not work, or cannot be written.
   */
  public Path install(Path kernels) {
    Path folder = kernels.resolve(name).toAbsolutePath().normalize();
    writeArguments(folder);
    // Last, for it must never name what is not there.
    NotebookFile.write(folder.resolve("kernel.json"), json(folder));
    return folder;
  }

  /**
   * The launcher and its arguments, where no Jupyter need be. A file of them and the archive of classes are kept in a
   * folder, and made anew, after a trial as at {@link #install}, when java or a jar has changed; fails as that does.
   */
  List<String> command(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!isUpToDate(absolute)) {
      writeArguments(absolute);
    }
    return List.of(java().toString(), "@" + absolute.resolve(ARGUMENTS));
  }

  private void writeArguments(Path folder) {
    NotebookFile.write(folder.resolve(ARGUMENTS), arguments(Stream.of()));
    tryAndArchive(folder);
    NotebookFile.write(folder.resolve(ARGUMENTS), withArchive(folder));
  }

  private String withArchive(Path folder) {
    return arguments(Stream.of("-XX:SharedArchiveFile=" + folder.resolve(ARCHIVE), "-Xlog:disable"));
  }

  private boolean isUpToDate(Path folder) {
    try {
      Path arguments = folder.resolve(ARGUMENTS);
      long made = Files.getLastModifiedTime(arguments).toMillis();
      return Stream.concat(Stream.of(java()), classPath().stream()).filter(Files::isRegularFile)
          .allMatch(part -> part.toFile().lastModified() <= made)
          && Files.readString(arguments).equals(withArchive(folder));
    } catch (IOException e) {
      return false;
    }
  }

  // The archive is of these very jars: java passes over it, and starts as without one, when any has changed.
  private void tryAndArchive(Path folder) {
    try {
      Path notebook = Files.createTempFile(folder, ".trial", ".ipynb");
      Path archive = notebook.resolveSibling(notebook.getFileName() + ".jsa");
      try {
        NotebookFile.of(Stream.concat(JDK_CELLS.stream(), trialCells.stream()).toList()).write(notebook);
        NotebookRunner.runTrial(this, List.of(java().toString(), "-XX:ArchiveClassesAtExit=" + archive,
            "-Xlog:disable", "@" + folder.resolve(ARGUMENTS)), notebook);
        if (Files.exists(archive)) {
          Files.move(archive, folder.resolve(ARCHIVE), StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(notebook);
        Files.deleteIfExists(archive);
      }
    } catch (IOException e) {
      throw new NotebookException("Cannot write into " + folder + ": " + e.getMessage()
          + "; choose a folder you may write to.", e);
    }
  }

  private String json(Path folder) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.putArray("argv").add(java().toString()).add("@" + folder.resolve(ARGUMENTS))
        .add(KernelProcess.class.getName()).add("{connection_file}");
    // A signal would end the Java process.
    spec.put("display_name", displayName).put("language", "java").put("interrupt_mode", "message");
    new TreeMap<>(environment).forEach(spec.putObject("env")::put);
    return spec.toPrettyString() + "\n";
  }

  private String arguments(Stream<String> first) {
    Stream<String> last =
        sources.isEmpty() ? Stream.of() : Stream.of("-D" + CodeAssistant.SourceJavadoc.SOURCES + "=" + path(sources));
    // As the launcher reads a file of arguments: in quotes blanks stay, and a backslash is written twice.
    return Stream.of(first, JVM_ARGUMENTS.stream(), jvmArguments.stream(), last, Stream.of("-cp", path(classPath())))
        .flatMap(part -> part).map(argument -> "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
        .collect(Collectors.joining());
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java");
  }

  /** The folders and jars that this process runs with, absolute. */
  static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isBlank()).map(entry -> Path.of(entry).toAbsolutePath().normalize()).toList();
  }

  private static String path(List<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
