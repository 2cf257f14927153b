package faultslip.figure.interactive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.IOUtils;
import tech.tablesaw.plotly.components.Figure;

/**
 * A figure of Tablesaw's jsplot, as a notebook shows it: drawn by the Plotly of {@link PlotlyLibrary}, with no address
 * of a network in it. The same figure gives the same text.
 *
 * @param plot what is drawn: scatter, line, bar or pie traces
 * @param title names it where it is not drawn; what is drawn has the title of its own layout
 */
public record InteractiveFigure(Figure plot, String title) {

  public InteractiveFigure {
    Objects.requireNonNull(plot, "plot");
    Objects.requireNonNull(title, "title");
  }

  /** A line of text for pages without scripts, and the script that draws the figure in its place. */
  public String html() {
    String script = script();
    String id = DigestUtils.sha256Hex(script.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    return page("figure.html").replace("{{id}}", id).replace("{{title}}", Plot.escaped(title))
        .replace("{{script}}", script);
  }

  /** What the figure is, where HTML is not shown. */
  @Override
  public String toString() {
    return "[interactive figure: " + title + "]";
  }

  /** A piece of a page kept as a file beside this class, with places such as <code>{{title}}</code> to fill. */
  static String page(String file) {
    try {
      return IOUtils.resourceToString("faultslip/figure/interactive/" + file, StandardCharsets.UTF_8,
          InteractiveFigure.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body of a function of {@code Plotly} and {@code target_figure}, the element to draw in. */
  private String script() {
    // Drawn by name of an element, jsplot's whole script would run before Plotly is there; its parts are in the
    // context.
    plot.asJavascript("figure");
    Map<String, Object> parts = plot.getContext();
    String script = parts.get("figure") + "\n" + parts.get("plotFunction") + "\n" + parts.get("eventHandlerFunction");
    return script.replace("\r\n", "\n").replaceAll("\\s*\n\\s*", "\n").strip()
        .replace("</", "<\\/").replace("<!--", "<\\!--");
  }
}
