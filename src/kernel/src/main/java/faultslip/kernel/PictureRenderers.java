package faultslip.kernel;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Shows an image, and the bytes of a PNG file, as what they depict. Found as a service, by JJava's kernel too. */
public final class PictureRenderers implements Extension {
  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** Made by the service loader. */
  public PictureRenderers() {}

  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
  }

  static void register(Renderer renderer) {
    renderer.createRegistration(byte[].class)
        .preferring(MIMEType.IMAGE_PNG).register(PictureRenderers::bytes);
    // The library's own loses the last bytes of the file, and tells where the picture lies in memory.
    renderer.createRegistration(BufferedImage.class)
        .preferring(MIMEType.IMAGE_PNG).register(PictureRenderers::image);
  }

  private static void image(BufferedImage image, RenderContext context) {
    context.renderIfRequested(MIMEType.IMAGE_PNG, () -> {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      try {
        ImageIO.write(image, "png", png);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Base64.getEncoder().encodeToString(png.toByteArray());
    });
    context.renderIfRequested(MIMEType.TEXT_PLAIN,
        () -> "[picture, %d x %d]".formatted(image.getWidth(), image.getHeight()));
  }

  private static void bytes(byte[] bytes, RenderContext context) {
    boolean png = bytes.length > PNG_SIGNATURE.length
        && Arrays.equals(bytes, 0, PNG_SIGNATURE.length, PNG_SIGNATURE, 0, PNG_SIGNATURE.length);
    if (png) {
      context.renderIfRequested(MIMEType.IMAGE_PNG, () -> Base64.getEncoder().encodeToString(bytes));
    }
    context.renderIfRequested(MIMEType.TEXT_PLAIN,
        () -> png ? "[picture, %d bytes]".formatted(bytes.length) : "byte[" + bytes.length + "]");
  }
}
