package faultslip.notebook;

import faultslip.figure.Figure;
import faultslip.figure.GougeAnimation;
import faultslip.figure.interactive.InteractiveFigure;
import faultslip.figure.interactive.PlotlyLibrary;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import tech.tablesaw.api.Table;

/**
 * Shows the kit's own things richly: a figure as a picture or, if interactive, as a piece of a page, a table as a
 * table. Found by the kernel, and by JJava once the class path is there, as a service.
 */
public final class NotebookRenderers implements Extension {
  private static final int SCREEN_DPI = 132;
  private static final double CSS_PIXELS_PER_POINT = 96.0 / 72;

  /** Made by the service loader. */
  public NotebookRenderers() {}

  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
  }

  static void register(Renderer renderer) {
    renderer.createRegistration(Figure.class)
        .preferring(MIMEType.IMAGE_PNG).supporting(MIMEType.IMAGE_SVG).register(NotebookRenderers::figure);
    renderer.createRegistration(Table.class)
        .preferring(MIMEType.TEXT_HTML).register(NotebookRenderers::table);
    registerPage(renderer, InteractiveFigure.class, InteractiveFigure::html);
    registerPage(renderer, PlotlyLibrary.class, PlotlyLibrary::html);
    registerPage(renderer, GougeAnimation.class, GougeAnimation::html);
  }

  /** What is a piece of a page, and beside it no more than a word of it. */
  private static <T> void registerPage(Renderer renderer, Class<T> type, Function<T, String> html) {
    renderer.createRegistration(type).preferring(MIMEType.TEXT_HTML).register((value, context) -> {
      context.renderIfRequested(MIMEType.TEXT_HTML, () -> html.apply(value));
      context.renderIfRequested(MIMEType.TEXT_PLAIN, value::toString);
    });
  }

  /** A figure as PNG in Base64, as notebooks store it. */
  static String png(Figure figure) {
    return Base64.getEncoder().encodeToString(figure.png(SCREEN_DPI));
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

  private static void table(Table table, RenderContext context) {
    context.renderIfRequested(MIMEType.TEXT_HTML, () -> new TableHtml(table).html());
    context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> table.print(TableHtml.MOST_ROWS));
  }
}
