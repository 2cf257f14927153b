package faultslip.figure;

import java.awt.Graphics;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A page to draw on that becomes an SVG document: text as text, images as PNG within it, lines with no more points than
 * print can show.
 */
final class SvgPage extends SVGGraphics2D {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  /** Digits after the point of all lengths, which are in points. */
  private static final int DECIMALS = 2;
  private static final double STEPS = 100;

  private final double width;
  private final double height;

  /** An empty page of so many points. */
  SvgPage(double width, double height) {
    super(context(), false);
    this.width = width;
    this.height = height;
  }

  private SvgPage(SvgPage page) {
    super(page);
    this.width = page.width;
    this.height = page.height;
  }

  private static SVGGeneratorContext context() {
    try {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation()
          .createDocument(SVG, "svg", null);
      SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
      context.setComment(null);
      context.setPrecision(DECIMALS);
      context.setStyleHandler(new Style());
      context.setImageHandler(new Png());
      return context;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that has been drawn; the page is empty then. */
  String document() {
    Element root = getRoot();
    root.setAttribute("width", thousandths(width) + "pt");
    root.setAttribute("height", thousandths(height) + "pt");
    root.setAttribute("font-family", Typeface.CSS_FAMILY);
    root.setAttribute("viewBox", "0 0 " + thousandths(width) + " " + thousandths(height));
    StringWriter text = new StringWriter();
    try {
      Transformer writer = TransformerFactory.newInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      writer.transform(new DOMSource(root), new StreamResult(text));
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text + "\n";
  }

  @Override
  public Graphics create() {
    return new SvgPage(this);
  }

  /** Lines to be drawn along the dots of a screen, as axes and grids are, have crisp edges. */
  @Override
  public void setRenderingHint(RenderingHints.Key hint, Object value) {
    super.setRenderingHint(hint, value);
    if (hint.equals(RenderingHints.KEY_STROKE_CONTROL)) {
      super.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_STROKE_NORMALIZE.equals(value)
          ? RenderingHints.VALUE_ANTIALIAS_OFF : RenderingHints.VALUE_ANTIALIAS_ON);
    }
  }

  @Override
  public void draw(Shape shape) {
    super.draw(PrintedPath.of(shape));
  }

  @Override
  public void fill(Shape shape) {
    super.fill(PrintedPath.of(shape));
  }

  @Override
  public void clip(Shape shape) {
    super.clip(PrintedPath.of(shape));
  }

  /** The place in whole hundredths of a point: as a scaling of the image's own dots it would have too few digits. */
  @Override
  public boolean drawImage(Image image, AffineTransform place, ImageObserver observer) {
    Rectangle2D on = place.createTransformedShape(
        new Rectangle2D.Double(0, 0, image.getWidth(null), image.getHeight(null))).getBounds2D();
    AffineTransform before = getTransform();
    scale(1 / STEPS, 1 / STEPS);
    drawImage(image, hundredths(on.getX()), hundredths(on.getY()), hundredths(on.getWidth()),
        hundredths(on.getHeight()), observer);
    setTransform(before);
    return true;
  }

  private static String thousandths(double points) {
    return BigDecimal.valueOf(points).setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
  }

  private static int hundredths(double points) {
    return (int) Math.round(points * STEPS);
  }

  /** The whole page is of one typeface, and viewers may smooth what they like: both is said once or not at all. */
  private static final class Style extends DefaultStyleHandler {
    private static final List<String> OF_THE_PAGE = List.of("font-family", "image-rendering", "text-rendering");

    @Override
    @SuppressWarnings("rawtypes") // As Batik has it.
    public void setStyle(Element element, Map styles, SVGGeneratorContext context) {
      OF_THE_PAGE.forEach(styles::remove);
      super.setStyle(element, styles, context);
    }
  }

  private static final class Png extends ImageHandlerBase64Encoder {
    @Override
    public void handleHREF(Image image, Element element, SVGGeneratorContext context) {
      String png = Base64.getEncoder().encodeToString(FigureFile.png((BufferedImage) image, FigureStyle.PRINT_DPI));
      element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + png);
    }
  }
}
