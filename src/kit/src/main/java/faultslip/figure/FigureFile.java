package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.apache.commons.io.function.Uncheck;
import org.apache.xmlgraphics.image.codec.png.PNGEncodeParam;
import org.apache.xmlgraphics.image.codec.png.PNGImageEncoder;
import org.w3c.dom.Element;

/** A figure as a file's content, the same each time: PNG, or SVG with text as text and images as PNG within it. */
final class FigureFile {
  /** Digits of an SVG after the point: an image as wide as the page still has the page's width. */
  private static final int DECIMALS = 3;
  /** Squared distance of the first colours chosen, times the size of the palette: nearer ones are hardly told apart. */
  private static final int FAR = 1 << 14;

  private FigureFile() {}

  /**
   * The picture reduced to a palette of a size, 1 to 256: a third of the bytes, and no difference to the eye. Chosen
   * are its most frequent colours, at first of those far from each other, then of ever nearer ones: neither gradients
   * nor the edges of thin lines suffer. The same picture gives the same palette.
   */
  static BufferedImage reduce(BufferedImage image, int size) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    Map<Integer, Integer> counts = new HashMap<>();
    Arrays.stream(pixels).forEach(pixel -> counts.merge(pixel, -1, Integer::sum));
    List<Integer> colours = counts.keySet().stream()
        .sorted(Comparator.<Integer>comparingInt(counts::get).thenComparing(Comparator.naturalOrder())).toList();
    List<Integer> palette = new ArrayList<>();
    for (int step = FAR / size; palette.size() < Math.min(size, colours.size()); step /= 2) {
      int near = step;
      for (int colour : colours) {
        if (palette.size() < size && palette.stream().allMatch(chosen -> distance(chosen, colour) > near)) {
          palette.add(colour);
        }
      }
    }
    Map<Integer, Integer> places = new HashMap<>();
    colours.forEach(colour -> places.put(colour, palette.indexOf(
        palette.stream().min(Comparator.comparingInt(chosen -> distance(chosen, colour))).orElseThrow())));
    int bits = Integer.toBinaryString(palette.size() - 1).length();
    IndexColorModel model = new IndexColorModel(bits, palette.size(),
        palette.stream().mapToInt(Integer::intValue).toArray(), 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage reduced = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    reduced.getRaster().setPixels(0, 0, width, image.getHeight(), Arrays.stream(pixels).map(places::get).toArray());
    return reduced;
  }

  /** Squared distance; weights roughly those of the eye. */
  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return 2 * red * red + 4 * green * green + 3 * blue * blue;
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
    Uncheck.run(() -> new PNGImageEncoder(bytes, settings).encode(image));
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
    return text.toString().replace("\"'Liberation Sans'\"", '"' + Lettering.Typeface.CSS_FAMILY + '"');
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
