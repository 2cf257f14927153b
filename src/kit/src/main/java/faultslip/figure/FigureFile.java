package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.xmlgraphics.image.codec.png.PNGEncodeParam;
import org.apache.xmlgraphics.image.codec.png.PNGImageEncoder;
import org.w3c.dom.Element;

/** A figure as a file's content, the same each time: PNG, or SVG with text as text and images as PNG within it. */
final class FigureFile {
  /** Digits of an SVG after the point: an image as wide as the page still has the page's width. */
  private static final int DECIMALS = 3;

  private FigureFile() {
  }

  /** @param image of a palette */
  static byte[] png(BufferedImage image, int dpi) {
    // Filters make a smooth image shorter and one of lines and letters longer.
    return Stream.of(new PNGEncodeParam.Palette(), new Unfiltered()).map(settings -> png(image, dpi, settings))
        .min(Comparator.comparingInt(bytes -> bytes.length)).orElseThrow();
  }

  private static byte[] png(BufferedImage image, int dpi, PNGEncodeParam.Palette settings) {
    IndexColorModel colours = (IndexColorModel) image.getColorModel();
    settings.setPalette(IntStream.range(0, colours.getMapSize())
        .flatMap(i -> IntStream.of(colours.getRed(i), colours.getGreen(i), colours.getBlue(i))).toArray());
    int perMetre = (int) Math.round(dpi / 0.0254);
    settings.setPhysicalDimension(perMetre, perMetre, 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new PNGImageEncoder(bytes, settings).encode(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final class Unfiltered extends PNGEncodeParam.Palette {
    @Override
    public int filterRow(byte[] row, byte[] above, byte[][] filtered, int bytes, int skipped) {
      System.arraycopy(row, skipped, filtered[PNG_FILTER_NONE], skipped, bytes);
      return PNG_FILTER_NONE;
    }
  }

  /** What is drawn on a page of so many points, as a document. */
  static String svg(double width, double height, Consumer<Graphics2D> drawing) {
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
      byte[] png = png((BufferedImage) image, FigureStyle.PRINT_DPI);
      element.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href",
          "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    }
  }
}
