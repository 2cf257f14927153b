package faultslip.notebook;

import faultslip.figure.Figure;
import faultslip.figure.GougeAnimation;
import faultslip.figure.WaveletFigure;
import faultslip.figure.interactive.InteractiveFigure;
import faultslip.figure.interactive.PlotlyLibrary;
import faultslip.study.Studies;
import faultslip.wavelet.DerivativeOfGaussian;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Shows the kit's own things richly: a figure as a picture or, if interactive, as a piece of a page, a table as a
 * table. Found by the kernel, and by JJava once the class path is there, as a service.
 */
public final class NotebookRenderers implements Extension {
  private static final int SCREEN_DPI = 132;
  private static final double CSS_PIXELS_PER_POINT = 96.0 / 72;
  private static final int MOST_ROWS = 40;

  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
    // Not while the kernel itself gets ready.
    CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS).execute(NotebookRenderers::prepare);
  }

  /** Loads what the first figure needs, before it is asked for or while cells are compiled; may be called again. */
  public static void prepare() {
    try {
      Studies.of("public");
      png(WaveletFigure.of(1, DerivativeOfGaussian.ricker()));
    } catch (RuntimeException | LinkageError e) {
      // The cell that needs it will say so.
    }
  }

  static void register(Renderer renderer) {
    renderer.createRegistration(Figure.class)
        .preferring(MIMEType.IMAGE_PNG).supporting(MIMEType.IMAGE_SVG).register(NotebookRenderers::figure);
    registerPage(renderer, Table.class, NotebookRenderers::html, table -> table.print(MOST_ROWS));
    registerPage(renderer, InteractiveFigure.class, InteractiveFigure::html, InteractiveFigure::toString);
    registerPage(renderer, PlotlyLibrary.class, PlotlyLibrary::html, PlotlyLibrary::toString);
    registerPage(renderer, GougeAnimation.class, GougeAnimation::html, GougeAnimation::toString);
  }

  private static <T> void registerPage(Renderer renderer, Class<T> type, Function<T, String> html,
      Function<T, String> text) {
    renderer.createRegistration(type).preferring(MIMEType.TEXT_HTML).register((value, context) -> {
      context.renderIfRequested(MIMEType.TEXT_HTML, () -> html.apply(value));
      context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> text.apply(value));
    });
  }

  private static void figure(Figure figure, RenderContext context) {
    double width = figure.width() * CSS_PIXELS_PER_POINT;
    double height = figure.height() * CSS_PIXELS_PER_POINT;
    context.renderIfRequested(MIMEType.IMAGE_PNG, () -> {
      // More dots than the page needs, drawn at the printed size: sharp on fine screens.
      context.getOutputContainer().putMetaData(MIMEType.IMAGE_PNG, Map.of("width", Math.round(width)));
      return png(figure);
    });
    context.renderIfRequested(MIMEType.IMAGE_SVG, figure::svg);
    context.renderIfRequested(MIMEType.TEXT_PLAIN,
        () -> String.format(Locale.ROOT, "[figure, %.0f x %.0f]", width, height));
  }

  /** A figure as PNG in Base64, as notebooks store it. */
  static String png(Figure figure) {
    return Base64.getEncoder().encodeToString(figure.png(SCREEN_DPI));
  }

  /** A table as HTML: numbers to the right, first and last rows of a long one. */
  static String html(Table table) {
    int rows = table.rowCount();
    String shown = rows <= MOST_ROWS ? rows(table, 0, rows) : rows(table, 0, MOST_ROWS / 2)
        + row(table, "td", column -> "…") + "\n" + rows(table, rows - MOST_ROWS / 2, rows);
    return "<table>\n<thead>" + row(table, "th", Column::name) + "</thead>\n<tbody>\n" + shown + "</tbody>\n</table>"
        + (rows <= MOST_ROWS ? "" : "\n<p>" + rows + " rows</p>");
  }

  private static String rows(Table table, int from, int to) {
    return IntStream.range(from, to).mapToObj(row -> row(table, "td", column -> column.getString(row)) + "\n")
        .collect(Collectors.joining());
  }

  private static String row(Table table, String tag, Function<Column<?>, String> text) {
    return table.columns().stream().map(column -> "<%s style=\"text-align:%s\">%s</%s>".formatted(tag,
        column instanceof NumericColumn<?> ? "right" : "left", escaped(text.apply(column)), tag))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
