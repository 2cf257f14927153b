package faultslip.figure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What is written and drawn in a figure, piece by piece. */
final class SvgText {

  private SvgText() {
  }

  static List<String> of(Figure figure) {
    return elements(figure).filter(element -> element.getTagName().equals("text")).map(Element::getTextContent).toList();
  }

  /** How many lines and outlines there are of a colour: "rgb(38,38,38)". */
  static long lines(Figure figure, String colour) {
    return elements(figure).filter(element -> List.of("line", "path", "rect", "circle", "ellipse", "polygon", "polyline")
        .contains(element.getTagName())).filter(element -> attribute(element, "stroke").equals(colour)).count();
  }

  /** An attribute of an element, its own or that of the nearest around it. */
  static String attribute(Element element, String name) {
    return element.hasAttribute(name) || !(element.getParentNode() instanceof Element around)
        ? element.getAttribute(name) : attribute(around, name);
  }

  static Stream<Element> elements(Figure figure) {
    try {
      NodeList nodes = DocumentBuilderFactory.newInstance().newDocumentBuilder()
          .parse(new ByteArrayInputStream(figure.svg().getBytes(StandardCharsets.UTF_8))).getElementsByTagName("*");
      return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }
}
