package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.common.Image;
import org.dflib.jjava.jupyter.kernel.display.common.Text;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

class CellRendererTest {
  private final CellRenderer renderer = new CellRenderer();

  CellRendererTest() {
    Image.registerAll(renderer);
    Text.registerAll(renderer);
    PictureRenderers.register(renderer);
  }

  private Object text(Object value) {
    return renderer.render(value).getData(MIMEType.TEXT_PLAIN);
  }

  private byte[] png(Object value) {
    return Base64.getDecoder().decode((String) renderer.render(value).getData(MIMEType.IMAGE_PNG));
  }

  @Test
  void picturesAreFoundAsAService() {
    assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(PictureRenderers.class);
  }

  @Test
  void textShownAsHtmlIsNotStoredTwice() {
    DisplayData data = renderer.renderAs("<b>x</b>", "text/html");
    assertThat(data.getData(MIMEType.TEXT_HTML)).isEqualTo("<b>x</b>");
    assertThat(data.hasDataForType(MIMEType.TEXT_PLAIN)).isFalse();
  }

  @Test
  void arraysShowWhatTheyHold() {
    assertThat(text(new double[][] {{1, 2}, {}})).isEqualTo("[[1.0, 2.0], []]");
    assertThat(text(new int[101])).asString().endsWith("… (101 elements)]");
    assertThat(text(new String[] {null})).isEqualTo("[null]");
    assertThat(text(new byte[3])).isEqualTo("byte[3]");
    assertThat(text("text")).isEqualTo("text");
    assertThat(text(null)).isEqualTo("null");
  }

  @Test
  void picturesAreWholePngFiles() throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0x123456);
    byte[] file = png(image);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(read.getRGB(2, 1) & 0xFFFFFF).isEqualTo(0x123456);
    assertThat(text(image)).isEqualTo("[picture, 3 x 2]");
    assertThat(png(file)).isEqualTo(file);
    assertThat(text(file)).isEqualTo("[picture, " + file.length + " bytes]");
  }
}
