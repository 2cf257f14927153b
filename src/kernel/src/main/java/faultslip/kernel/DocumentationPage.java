package faultslip.kernel;

import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/** What Shift-Tab shows: signatures, each with its Javadoc where its source is at hand. */
final class DocumentationPage {
  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";

  private final SourceJavadoc javadoc;

  DocumentationPage(SourceJavadoc javadoc) {
    this.javadoc = javadoc;
  }

  DisplayData page(List<Documentation> found) {
    String text = found.stream().map(this::entry).distinct().collect(Collectors.joining("\n\n"));
    return new DisplayData(text);
  }

  private String entry(Documentation documentation) {
    String comment = documentation.javadoc() != null
        ? JavadocText.of(documentation.javadoc())
        : javadoc.of(documentation.signature()).map(JavadocText::of).orElse("");
    return BOLD + documentation.signature() + PLAIN
        + (comment.isEmpty() ? "" : "\n" + comment.indent(2).stripTrailing());
  }
}
