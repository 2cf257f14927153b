package faultslip.kernel;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** Shows an image, and the bytes of a PNG file, as what they depict. Found as a service, by JJava's kernel too. */
public final class PictureRenderers implements Extension {
  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  @Override
  public void install(BaseKernel kernel) {
    register(kernel.getRenderer());
  }

  static void register(Renderer renderer) {
    renderer.createRegistration(byte[].class).preferring(MIMEType.IMAGE_PNG).register((bytes, context) -> {
      if (Arrays.mismatch(bytes, PNG_SIGNATURE) == PNG_SIGNATURE.length) {
        show(() -> bytes, "[picture, %d bytes]".formatted(bytes.length), context);
      } else {
        context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> "byte[" + bytes.length + "]");
      }
    });
    // The library's own loses the last bytes of the file, and tells where the picture lies in memory.
    renderer.createRegistration(BufferedImage.class).preferring(MIMEType.IMAGE_PNG).register((image, context) ->
        show(() -> png(image), "[picture, %d x %d]".formatted(image.getWidth(), image.getHeight()), context));
  }

  private static void show(Supplier<byte[]> png, String text, RenderContext context) {
    context.renderIfRequested(MIMEType.IMAGE_PNG, () -> Base64.getEncoder().encodeToString(png.get()));
    context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> text);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
