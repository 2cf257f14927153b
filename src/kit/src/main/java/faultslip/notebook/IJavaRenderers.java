package faultslip.notebook;

import faultslip.figure.Figure;
import faultslip.figure.interactive.InteractiveFigure;
import faultslip.figure.interactive.PlotlyLibrary;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * Teaches a running IJava to show what {@link NotebookRenderers} shows. IJava looks for no services and is nowhere in
 * the kit's class path, so its renderer is spoken to by reflection.
 */
final class IJavaRenderers {
  private static final String DISPLAY = "io.github.spencerpark.jupyter.kernel.display.";

  private final Object renderer;
  private final ClassLoader loader;

  private IJavaRenderers(Object renderer, ClassLoader loader) {
    this.renderer = renderer;
    this.loader = loader;
  }

  /** Does nothing where the kernel is another; where it is an IJava that differs, things are shown as text. */
  static void registerIfRunning(ClassLoader loader) {
    try {
      Object kernel =
          Class.forName("io.github.spencerpark.ijava.IJava", true, loader).getMethod("getKernelInstance").invoke(null);
      if (kernel != null) {
        Object renderer = kernel.getClass().getMethod("getRenderer").invoke(kernel);
        IJavaRenderers renderers = new IJavaRenderers(renderer, loader);
        renderers.register(Figure.class, "image/png", NotebookRenderers::png);
        renderers.register(Table.class, "text/html", table -> new TableHtml(table).html());
        renderers.register(InteractiveFigure.class, "text/html", InteractiveFigure::html);
        renderers.register(PlotlyLibrary.class, "text/html", PlotlyLibrary::html);
      }
    } catch (ReflectiveOperationException e) {
      // Not IJava, or not as it was at 1.3.0.
    }
  }

  private <T> void register(Class<T> type, String mimeType, Function<T, String> content)
      throws ReflectiveOperationException {
    Object registration = renderer.getClass().getMethod("createRegistration", Class.class).invoke(renderer, type);
    registration.getClass().getMethod("preferring", String[].class)
        .invoke(registration, (Object) new String[] {mimeType});
    Class<?> function = Class.forName(DISPLAY + "RenderFunction", true, loader);
    Object renders = Proxy.newProxyInstance(loader, new Class<?>[] {function},
        (proxy, method, arguments) -> switch (method.getName()) {
      case "render" -> put(arguments[1], mimeType, content.apply(type.cast(arguments[0])));
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> type.getSimpleName() + " as " + mimeType;
    });
    registration.getClass().getMethod("register", function).invoke(registration, renders);
  }

  private static Object put(Object context, String mimeType, String content)
      throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
    Object data = context.getClass().getMethod("getOutputContainer").invoke(context);
    data.getClass().getMethod("putData", String.class, Object.class).invoke(data, mimeType, content);
    return null;
  }
}
