package faultslip.app;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Writes notebooks as HTML pages by the nbconvert of this machine. Pages lie beside a copy of MathJax and need no
 * network; their links to each other lead to pages.
 *
 * @param nbconvert the command, without options
 */
record NotebookPages(List<String> nbconvert) {
  private static final List<List<String>> COMMANDS =
      List.of(List.of("jupyter", "nbconvert"), List.of("python3", "-m", "nbconvert"));
  private static final String FORMULAS = "mathjax.js";
  private static final String SCRIPT = "META-INF/resources/webjars/mathjax/%s/es5/tex-svg-full.js";
  // What nbconvert's pages tell MathJax 2 in their own words.
  private static final String FORMULA_SETTINGS =
      "window.MathJax = {tex: {inlineMath: [['$', '$'], ['\\\\(', '\\\\)']], processEscapes: true, tags: 'ams'}};\n";

  NotebookPages {
    nbconvert = List.copyOf(nbconvert);
  }

  /** @throws FaultslipException if there is no nbconvert */
  static NotebookPages ofThisMachine() {
    return COMMANDS.stream().filter(NotebookPages::works).findFirst().map(NotebookPages::new)
        .orElseThrow(() -> new FaultslipException("--html needs nbconvert, and neither 'jupyter nbconvert' "
            + "nor 'python3 -m nbconvert' runs here; environment/install --jupyter brings it to Debian, pip install "
            + "nbconvert elsewhere."));
  }

  /**
   * Writes a page for each notebook, named as the notebook but ending in {@code .html}.
   *
   * @param notebooks whose names differ
   * @param folder of the pages; made if need be
   * @throws FaultslipException if nbconvert fails or the folder cannot be written to
   */
  void write(List<Path> notebooks, Path folder) {
    List<String> command = new ArrayList<>(nbconvert);
    command.addAll(List.of("--to", "html", "--log-level", "ERROR", "--output-dir", folder.toAbsolutePath().toString(),
        // Nothing in these notebooks asks for these two, which would come from elsewhere.
        "--HTMLExporter.require_js_url=", "--HTMLExporter.jquery_url=",
        "--HTMLExporter.mathjax_url=" + FORMULAS, "--HTMLExporter.embed_images=True"));
    notebooks.forEach(notebook -> command.add(notebook.toAbsolutePath().toString()));
    Ended ended = run(command);
    if (ended.exit() != 0) {
      throw new FaultslipException("nbconvert ended with exit code %d and said: %s; are its packages of one version?"
          .formatted(ended.exit(), ended.output().strip().lines().reduce("nothing", (first, last) -> last)));
    }
    List<String> names = notebooks.stream().map(NotebookPages::name).toList();
    names.forEach(name -> linkToPages(folder.resolve(name + ".html"), names));
    writeMathJax(folder.resolve(FORMULAS));
  }

  private static String name(Path notebook) {
    return notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
  }

  private static void linkToPages(Path page, List<String> names) {
    try {
      String html = Files.readString(page);
      for (String name : names) {
        html = html.replace("href=\"" + name + ".ipynb", "href=\"" + name + ".html");
      }
      AtomicFile.write(page, html);
    } catch (IOException e) {
      throw new FaultslipException("nbconvert has not written " + page + ": " + e.getMessage()
          + "; try 'jupyter nbconvert --to html'.", e);
    }
  }

  private static void writeMathJax(Path file) {
    try (InputStream version = resource("META-INF/maven/org.webjars.npm/mathjax/pom.properties")) {
      Properties webjar = new Properties();
      webjar.load(version);
      AtomicFile.write(file, stream -> {
        stream.write(FORMULA_SETTINGS.getBytes(StandardCharsets.UTF_8));
        try (InputStream script = resource(SCRIPT.formatted(webjar.getProperty("version")))) {
          script.transferTo(stream);
        }
      });
    } catch (IOException e) {
      throw new FaultslipException("Cannot read MathJax from the class path: " + e.getMessage()
          + "; run mvn package again.", e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = NotebookPages.class.getClassLoader().getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("no " + name);
    }
    return stream;
  }

  private static boolean works(List<String> command) {
    try {
      return run(Stream.concat(command.stream(), Stream.of("--version")).toList()).exit() == 0;
    } catch (FaultslipException e) {
      return false;
    }
  }

  private record Ended(int exit, String output) {}

  private static Ended run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      throw new FaultslipException("Cannot run " + command.get(0) + ": " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultslipException("Interrupted while " + command.get(0) + " was running.", e);
    }
  }
}
