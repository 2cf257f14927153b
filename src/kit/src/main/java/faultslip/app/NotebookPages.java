package faultslip.app;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;

/**
 * Writes notebooks as HTML pages by the nbconvert of this machine, a command to which options are added. Pages lie
 * beside a copy of MathJax and need no network; their links to each other lead to pages.
 */
record NotebookPages(List<String> nbconvert) {
  private static final String FORMULAS = "mathjax.js";
  // What nbconvert's pages tell MathJax 2 in their own words.
  private static final String FORMULA_SETTINGS =
      "window.MathJax = {tex: {inlineMath: [['$', '$'], ['\\\\(', '\\\\)']], processEscapes: true, tags: 'ams'}};\n";

  /** @throws FaultslipException if there is no nbconvert */
  static NotebookPages ofThisMachine() {
    return Stream.of(List.of("jupyter", "nbconvert"), List.of("python3", "-m", "nbconvert"))
        .filter(command -> !ProgramRun.outputIfAny(with(command, "--version").toArray(String[]::new)).isEmpty())
        .findFirst().map(NotebookPages::new)
        .orElseThrow(() -> new FaultslipException("--html needs nbconvert, and neither 'jupyter nbconvert' "
            + "nor 'python3 -m nbconvert' runs here; environment/install --jupyter brings it to Debian, pip install "
            + "nbconvert elsewhere."));
  }

  private static List<String> with(List<String> command, String... arguments) {
    return Stream.concat(command.stream(), Stream.of(arguments)).toList();
  }

  /** Writes a page for each notebook, named as the notebook but ending in {@code .html}. */
  void write(List<Path> notebooks, Path folder) {
    List<String> command = new ArrayList<>(with(nbconvert, "--to", "html", "--log-level", "ERROR",
        "--output-dir", folder.toAbsolutePath().toString(),
        // Nothing in these notebooks asks for these two, which would come from elsewhere.
        "--HTMLExporter.require_js_url=", "--HTMLExporter.jquery_url=",
        "--HTMLExporter.mathjax_url=" + FORMULAS, "--HTMLExporter.embed_images=True"));
    notebooks.forEach(notebook -> command.add(notebook.toAbsolutePath().toString()));
    ProgramRun.output("nbconvert", new ProcessBuilder(command).redirectErrorStream(true),
        "are its packages of one version?");
    List<String> names =
        notebooks.stream().map(file -> file.getFileName().toString().replaceFirst("\\.ipynb$", "")).toList();
    try {
      for (String name : names) {
        Path page = folder.resolve(name + ".html");
        AtomicFile.write(page, Files.readString(page)
            .replaceAll("href=\"(" + String.join("|", names) + ")\\.ipynb", "href=\"$1.html"));
      }
      AtomicFile.write(folder.resolve(FORMULAS), mathJax());
    } catch (IOException e) {
      throw new FaultslipException("nbconvert has not written every page, or a jar lacks MathJax: " + e.getMessage()
          + "; try 'jupyter nbconvert --to html'.", e);
    }
  }

  private static String mathJax() throws IOException {
    String version = resource("META-INF/maven/org.webjars.npm/mathjax/pom.properties").lines()
        .filter(line -> line.startsWith("version=")).findFirst().orElseThrow().substring("version=".length());
    return FORMULA_SETTINGS + resource("META-INF/resources/webjars/mathjax/" + version + "/es5/tex-svg-full.js");
  }

  private static String resource(String name) throws IOException {
    return IOUtils.resourceToString(name, StandardCharsets.UTF_8, NotebookPages.class.getClassLoader());
  }
}
