package faultslip.notebook;

import faultslip.notebook.MarkdownHtml.PageHeading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A notebook as one HTML page that needs nothing beside it, and reads and prints well. */
final class NotebookPage {
  // As Jupyter Book calls them.
  private static final String FOLDED = "hide-input";
  private static final int CONTENTS_FROM = 3;
  private static final String STYLE = style();

  private final NotebookFile notebook;
  private final PageLinks links;

  NotebookPage(NotebookFile notebook, PageLinks links) {
    this.notebook = notebook;
    this.links = links;
  }

  /** @param navigation links to other pages, in HTML */
  String html(String navigation) {
    MarkdownHtml markdown = new MarkdownHtml(links);
    OutputHtml outputs = new OutputHtml(markdown);
    String cells = notebook.cells().stream().map(cell -> cell(cell, markdown, outputs)).collect(Collectors.joining());
    List<PageHeading> sections = markdown.headings().stream().filter(heading -> heading.level() == 2).toList();
    return page(notebook.title(), navigation + (sections.size() < CONTENTS_FROM ? "" : contents(sections)) + cells + navigation);
  }

  /** A whole page of this kind. */
  static String page(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + HtmlText.escaped(title)
        + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n" + body + "</main>\n</body>\n</html>\n";
  }

  private static String cell(NotebookCell cell, MarkdownHtml markdown, OutputHtml outputs) {
    return switch (cell.kind()) {
      case MARKDOWN -> markdown.html(cell.source(), cell.attachments());
      case RAW -> "<pre>" + HtmlText.escaped(cell.source()) + "</pre>\n";
      case CODE -> cell.source().isBlank() ? "" : code(cell)
          + cell.outputs().stream().map(outputs::html).collect(Collectors.joining("", "<div class=\"output\">\n", "</div>\n"));
    };
  }

  private static String code(NotebookCell cell) {
    String code = "<pre class=\"code\"><code>" + JavaCode.html(cell.source()) + "</code></pre>\n";
    return cell.tags().contains(FOLDED) ? "<details><summary>Code</summary>\n" + code + "</details>\n" : code;
  }

  private static String contents(List<PageHeading> sections) {
    return sections.stream().map(section -> "<li><a href=\"#" + HtmlText.escaped(section.id()) + "\">"
        + HtmlText.escaped(section.text()) + "</a></li>\n").collect(Collectors.joining("", "<nav class=\"contents\"><ol>\n", "</ol></nav>\n"));
  }

  private static String style() {
    try (InputStream stream = NotebookPage.class.getResourceAsStream("page.css")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
