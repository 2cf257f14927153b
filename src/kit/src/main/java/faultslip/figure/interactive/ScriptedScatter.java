package faultslip.figure.interactive;

import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import tech.tablesaw.plotly.traces.AbstractTrace;
import tech.tablesaw.plotly.traces.ScatterTrace;

/**
 * A scatter trace as jsplot's template writes it, but for two things that jsplot's own class cannot: its numbers are
 * rounded and not in quotes, and it takes settings that jsplot has no words for, such as the text under the pointer.
 */
final class ScriptedScatter extends AbstractTrace {
  private final Map<String, Object> shown;
  private final Map<String, Object> more;

  /**
   * @param trace name and axes
   * @param shown what jsplot's template of a trace has places for: x, y, mode, line, marker, fill, fillColor
   * @param more what it has none for, by Plotly's names
   */
  ScriptedScatter(ScatterTrace.ScatterBuilder trace, Map<String, Object> shown, Map<String, Object> more) {
    super(trace);
    this.shown = Map.copyOf(shown);
    this.more = new HashMap<>(more);
    // jsplot would escape a name, but not for a script.
    this.more.put("name", PlotText.escaped(name()));
  }

  @Override
  public String asJavascript(int i) {
    Map<String, Object> context = getContext();
    context.put("name", "");
    context.put("variableName", "trace" + i);
    context.putAll(shown);
    StringWriter script = new StringWriter();
    try {
      PebbleTemplate template = engine.getTemplate("trace_template.html");
      template.evaluate(script, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return script + "\n" + PlotText.adding("trace" + i, more);
  }
}
