package faultslip.kernel;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** What a project adds to the kernel: named in META-INF/services, it shows a type of its own. */
public final class SampleExtension implements Extension {
  /** Something only its project knows. */
  public record Rock(String name) {}

  @Override
  public void install(BaseKernel kernel) {
    kernel.getRenderer().createRegistration(Rock.class).preferring(MIMEType.TEXT_HTML).register((rock, context) ->
        context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>" + rock.name() + "</b>"));
  }
}
