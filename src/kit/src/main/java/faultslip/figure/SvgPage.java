package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import java.util.Base64;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Element;

/** What is drawn on a page as an SVG document: text as text, images as PNG within it. */
final class SvgPage {
  /** Digits after the point: an image as wide as the page still has the page's width. */
  private static final int DECIMALS = 3;

  private SvgPage() {
  }

  /** What is drawn on a page of so many points, as a document. */
  static String of(double width, double height, Consumer<Graphics2D> drawing) {
    StringWriter text = new StringWriter();
    try {
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(DocumentBuilderFactory.newInstance()
          .newDocumentBuilder().getDOMImplementation().createDocument("http://www.w3.org/2000/svg", "svg", null));
      context.setComment(null);
      context.setPrecision(DECIMALS);
      context.setImageHandler(new PaletteImages());
      SVGGraphics2D page = new SVGGraphics2D(context, false);
      drawing.accept(page);
      Element root = page.getRoot();
      root.setAttribute("width", context.doubleString(width) + "pt");
      root.setAttribute("height", context.doubleString(height) + "pt");
      root.setAttribute("viewBox", "0 0 " + context.doubleString(width) + " " + context.doubleString(height));
      TransformerFactory.newInstance().newTransformer().transform(new DOMSource(root), new StreamResult(text));
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException(e);
    }
    return text.toString().replace("\"'Liberation Sans'\"", '"' + Typeface.CSS_FAMILY + '"');
  }

  /** Batik's own encoder needs more libraries, and takes as many colours as there may be. */
  private static final class PaletteImages extends ImageHandlerBase64Encoder {
    @Override
    public void handleHREF(Image image, Element element, SVGGeneratorContext context) {
      byte[] png = FigureFile.png((BufferedImage) image, FigureStyle.PRINT_DPI);
      element.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href",
          "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    }
  }
}
