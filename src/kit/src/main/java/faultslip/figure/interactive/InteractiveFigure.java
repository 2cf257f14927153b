package faultslip.figure.interactive;

import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import tech.tablesaw.plotly.components.Figure;

/**
 * A figure as a notebook shows it, drawn by {@link PlotlyLibrary} without a network; its title names it where it is not
 * drawn. The script is the body of a function of {@code Plotly} and {@code target_figure}, the element to draw in.
 * Equal figures give equal text.
 */
public record InteractiveFigure(String script, String title) {

  public InteractiveFigure {
    script = script.replace("\r\n", "\n").replaceAll("\\s*\n\\s*", "\n").strip()
        .replace("</", "<\\/").replace("<!--", "<\\!--");
  }

  /** A figure of Tablesaw's jsplot: scatter, line, bar or pie traces. */
  public InteractiveFigure(Figure plot, String title) {
    this(script(plot), title);
  }

  private static String script(Figure plot) {
    // Drawn by an element's name, jsplot's script would run before Plotly is there; its parts are in the context.
    plot.asJavascript("figure");
    Map<String, Object> parts = plot.getContext();
    return parts.get("figure") + "\n" + parts.get("plotFunction") + "\n" + parts.get("eventHandlerFunction");
  }

  /** A line of text for pages without scripts, and the script that draws the figure in its place. */
  public String html() {
    String id = DigestUtils.sha256Hex(script).substring(0, 12);
    return PlotlyLibrary.resource("faultslip/figure/interactive/figure.html").replace("{{id}}", id)
        .replace("{{title}}", Plot.escaped(title)).replace("{{script}}", script);
  }

  /** What the figure is, where HTML is not shown. */
  @Override
  public String toString() {
    return "[interactive figure: " + title + "]";
  }
}
