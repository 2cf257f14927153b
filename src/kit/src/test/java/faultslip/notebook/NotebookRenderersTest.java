package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.figure.interactive.InteractiveFigure;
import faultslip.figure.interactive.PlotlyLibrary;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.common.Text;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;

class NotebookRenderersTest {
  private final Renderer renderer = new Renderer();

  NotebookRenderersTest() {
    Text.registerAll(renderer);
    NotebookRenderers.register(renderer);
  }

  private String html(Object value) {
    return (String) renderer.render(value).getData(MIMEType.TEXT_HTML);
  }

  private Object text(Object value) {
    return renderer.render(value).getData(MIMEType.TEXT_PLAIN);
  }

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(NotebookRenderers.class);
  }

  @Test
  void tablesAreEscapedAndAligned() {
    Table table = Table.create("t", StringColumn.create("a<b", "x&y"), DoubleColumn.create("v", 1.5));
    assertThat(html(table)).contains("a&lt;b", "<td style=\"text-align:left\">x&amp;y</td>",
        "<td style=\"text-align:right\">1.5</td>").doesNotContain("rows");
  }

  @Test
  void longTablesShowTheirEnds() {
    Table table = Table.create("t", IntColumn.create("n", IntStream.range(0, 1000).toArray()));
    assertThat(html(table)).contains(">0<", ">19<", "…", ">980<", ">999<", "1000 rows").doesNotContain(">20<", ">979<");
  }

  @Test
  void piecesOfAPageHaveAWordBesideThem() {
    InteractiveFigure figure = new InteractiveFigure(
        new Figure(ScatterTrace.builder(new double[1], new double[1]).build()), "Dots");
    assertThat(html(figure)).contains("Plotly.newPlot");
    assertThat(text(figure)).isEqualTo("[interactive figure: Dots]");
    assertThat(html(PlotlyLibrary.embedded())).contains("DecompressionStream");
    assertThat(text(PlotlyLibrary.embedded())).asString().startsWith("[Plotly ").hasSizeLessThan(100);
  }
}
