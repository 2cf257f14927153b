package faultslip.notebook;

import faultslip.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notebooks as HTML pages to read and print, and a page that lists them. Each page is whole in itself: pictures, tables
 * and scripts of outputs are in it, and nothing is loaded from elsewhere.
 */
public final class NotebookPages {
  private static final String INDEX = "index.html";

  private final String title;

  /** @param title of the page that lists all */
  public NotebookPages(String title) {
    this.title = title;
  }

  /**
   * Writes a page for each notebook, named as the notebook but ending in {@code .html}, and {@code index.html}.
   *
   * @param notebooks in the order they are read; their names differ
   * @param folder of the pages; made if need be
   * @return the pages, the list of all first
   * @throws NotebookException if a notebook cannot be read, before anything is written
   * @throws faultslip.FaultslipException if a page cannot be written
   */
  public List<Path> write(List<Path> notebooks, Path folder) {
    Map<Path, String> names = new LinkedHashMap<>();
    List<NotebookFile> files = new ArrayList<>();
    for (Path notebook : notebooks) {
      files.add(NotebookFile.read(notebook));
      names.put(notebook.toAbsolutePath().normalize(),
          notebook.getFileName().toString().replaceFirst("\\.ipynb$", "") + ".html");
    }
    List<String> pages = List.copyOf(names.values());
    List<Path> written = new ArrayList<>();
    written.add(write(folder.resolve(INDEX), NotebookPage.page(title, index(files, pages))));
    for (int i = 0; i < files.size(); i++) {
      PageLinks links = new PageLinks(notebooks.get(i), folder, names);
      written.add(write(folder.resolve(pages.get(i)), new NotebookPage(files.get(i), links).html(navigation(files, pages, i))));
    }
    return List.copyOf(written);
  }

  private String index(List<NotebookFile> files, List<String> pages) {
    StringBuilder html = new StringBuilder("<h1>" + HtmlText.escaped(title) + "</h1>\n<ol class=\"notebooks\">\n");
    for (int i = 0; i < files.size(); i++) {
      html.append("<li>").append(link(pages.get(i), files.get(i).title())).append("</li>\n");
    }
    return html.append("</ol>\n").toString();
  }

  private String navigation(List<NotebookFile> files, List<String> pages, int i) {
    String before = i == 0 ? "" : link(pages.get(i - 1), "← " + files.get(i - 1).title());
    String after = i == files.size() - 1 ? "" : link(pages.get(i + 1), files.get(i + 1).title() + " →");
    return "<nav class=\"pages\"><span>" + before + "</span><span>" + link(INDEX, title) + "</span><span>" + after
        + "</span></nav>\n";
  }

  private static String link(String page, String text) {
    return "<a href=\"" + HtmlText.escaped(page) + "\">" + HtmlText.escaped(text) + "</a>";
  }

  private static Path write(Path page, String html) {
    AtomicFile.write(page, html);
    return page;
  }
}
