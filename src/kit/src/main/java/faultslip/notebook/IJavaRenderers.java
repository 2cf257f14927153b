package faultslip.notebook;

import faultslip.figure.Figure;
import faultslip.figure.interactive.InteractiveFigure;
import faultslip.figure.interactive.PlotlyLibrary;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * Teaches a running IJava to show what {@link NotebookRenderers} shows. IJava looks for no services; its library is
 * there when it runs, and nowhere in the kit's class path.
 */
final class IJavaRenderers {
  private IJavaRenderers() {}

  /** Does nothing where the kernel is another; where it is an IJava that differs, things are shown as text. */
  static void registerIfRunning(ClassLoader loader) {
    try {
      Object kernel =
          Class.forName("io.github.spencerpark.ijava.IJava", true, loader).getMethod("getKernelInstance").invoke(null);
      if (kernel != null) {
        Renderer renderer = (Renderer) kernel.getClass().getMethod("getRenderer").invoke(kernel);
        register(renderer, Figure.class, MIMEType.IMAGE_PNG, NotebookRenderers::png);
        register(renderer, Table.class, MIMEType.TEXT_HTML, NotebookRenderers::html);
        register(renderer, InteractiveFigure.class, MIMEType.TEXT_HTML, InteractiveFigure::html);
        register(renderer, PlotlyLibrary.class, MIMEType.TEXT_HTML, PlotlyLibrary::html);
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      // Not IJava, or not as it was at 1.3.0.
    }
  }

  private static <T> void register(Renderer renderer, Class<T> type, MIMEType form, Function<T, String> content) {
    renderer.createRegistration(type).preferring(form)
        .register((value, context) -> context.getOutputContainer().putData(form, content.apply(value)));
  }
}
