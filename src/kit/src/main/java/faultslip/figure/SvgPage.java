package faultslip.figure;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

/**
 * A page to draw on that becomes an SVG document: text as text, images as PNG within it, lines with no more points than
 * print can show.
 */
final class SvgPage extends SVGGraphics2D {
  /** A point nearer than this to the line past it is left out, in points: 1/1200 inch. */
  private static final double UNSEEN = 72.0 / 1200;
  /** Digits after the point: an image as wide as the page still has the page's width. */
  private static final int DECIMALS = 3;
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private SvgPage(SVGGeneratorContext context) {
    super(context, false);
  }

  private SvgPage(SvgPage page) {
    super(page);
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
      SvgPage page = new SvgPage(context);
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

  @Override
  public Graphics create() {
    return new SvgPage(this);
  }

  @Override
  public void draw(Shape shape) {
    super.draw(printed(shape));
  }

  @Override
  public void fill(Shape shape) {
    super.fill(printed(shape));
  }

  @Override
  public void clip(Shape shape) {
    super.clip(printed(shape));
  }

  private static Shape printed(Shape shape) {
    if (!(shape instanceof Path2D path)) {
      return shape;
    }
    Path2D printed = new Path2D.Double(path.getWindingRule());
    List<Point2D> line = new ArrayList<>();
    double[] at = new double[6];
    for (PathIterator parts = path.getPathIterator(null, UNSEEN); !parts.isDone(); parts.next()) {
      int kind = parts.currentSegment(at);
      if (kind != PathIterator.SEG_LINETO) {
        simplify(line, printed);
        line.clear();
      }
      if (kind == PathIterator.SEG_CLOSE) {
        printed.closePath();
      } else {
        line.add(new Point2D.Double(at[0], at[1]));
      }
      if (kind == PathIterator.SEG_MOVETO) {
        printed.moveTo(at[0], at[1]);
      }
    }
    simplify(line, printed);
    return printed;
  }

  /** Douglas and Peucker (1973): a straight line to the last point if no point is far from it, else two such parts. */
  private static void simplify(List<Point2D> line, Path2D printed) {
    if (line.size() < 2) {
      return;
    }
    Point2D last = line.get(line.size() - 1);
    Line2D straight = new Line2D.Double(line.get(0), last);
    int farthest = IntStream.range(0, line.size()).boxed()
        .max(Comparator.comparingDouble(i -> straight.ptSegDist(line.get(i)))).orElseThrow();
    if (straight.ptSegDist(line.get(farthest)) < UNSEEN) {
      printed.lineTo(last.getX(), last.getY());
    } else {
      simplify(line.subList(0, farthest + 1), printed);
      simplify(line.subList(farthest, line.size()), printed);
    }
  }

  /** Batik's own encoder needs more libraries, and takes as many colours as there may be. */
  private static final class PaletteImages extends ImageHandlerBase64Encoder {
    @Override
    public void handleHREF(Image image, Element element, SVGGeneratorContext context) {
      byte[] png = FigureFile.png((BufferedImage) image, FigureStyle.PRINT_DPI);
      element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    }
  }
}
