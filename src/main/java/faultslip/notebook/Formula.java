package faultslip.notebook;

import java.awt.Color;
import java.awt.Insets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.CharMatcher;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.ViewBox;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** A formula in Markdown, {@code $...$} in a line or {@code $$...$$} on its own, typeset as TeX does. */
final class Formula extends CustomNode {
  // Dots to an em: enough that rounding to whole ones is not seen.
  private static final float EM = 100;
  private static final Insets MARGIN = new Insets(4, 4, 4, 4);
  // Where a formula ends, or code begins, which is stronger.
  private static final CharMatcher END = c -> c == '$' || c == '`';

  private final String tex;
  private final boolean display;

  /**
   * @param tex what stands between the dollars
   * @param display true for a line of its own
   */
  Formula(String tex, boolean display) {
    this.tex = tex;
    this.display = display;
  }

  static Parser.Builder addTo(Parser.Builder parser) {
    return parser.customInlineContentParserFactory(new InlineContentParserFactory() {
      @Override
      public Set<Character> getTriggerCharacters() {
        return Set.of('$');
      }

      @Override
      public InlineContentParser create() {
        return Formula::parse;
      }
    });
  }

  /** An SVG as high as the text around it asks for; the formula as it was written if it holds something unknown. */
  String html() {
    String dollars = display ? "$$" : "$";
    String written = HtmlText.escaped(dollars + tex.strip() + dollars);
    try {
      TeXIcon icon = new TeXFormula(tex).createTeXIcon(display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT, EM);
      icon.setInsets(MARGIN, true);
      // Within HTML an SVG needs no names of its language.
      String svg = svg(icon).replaceAll(" xmlns(:\\w+)?='[^']*'", "").replaceFirst("<svg ", "<svg role=\"img\" aria-label=\"" + Matcher.quoteReplacement(written)
          + "\" style=\"" + em("width", icon.getIconWidth()) + em("height", icon.getIconHeight())
          + em("vertical-align", -icon.getIconDepth()) + "\" ");
      return display ? "<span class=\"formula\">" + svg + "</span>" : svg;
    } catch (ParseException e) {
      return "<code>" + written + "</code>";
    }
  }

  // The letters are drawn as shapes: whoever reads the page need not have the font.
  private static String svg(TeXIcon icon) {
    SVGGraphics2D graphics = new SVGGraphics2D(icon.getIconWidth(), icon.getIconHeight());
    graphics.setRenderingHint(SVGHints.KEY_DRAW_STRING_TYPE, SVGHints.VALUE_DRAW_STRING_TYPE_VECTOR);
    icon.setForeground(Color.BLACK);
    icon.paintIcon(null, graphics, 0, 0);
    return graphics.getSVGElement(null, false, new ViewBox(0, 0, icon.getIconWidth(), icon.getIconHeight()), null, null);
  }

  private static String em(String property, double dots) {
    return String.format(Locale.ROOT, "%s:%.3fem;", property, dots / EM);
  }

  private static ParsedInline parse(InlineParserState state) {
    Scanner scanner = state.scanner();
    int dollars = scanner.matchMultiple('$');
    Position start = scanner.position();
    if (dollars > 2 || dollars == 1 && Character.isWhitespace(scanner.peek())) {
      return ParsedInline.none();
    }
    while (scanner.find(END) >= 0 && scanner.peek() == '$') {
      int before = scanner.peekPreviousCodePoint();
      Position end = scanner.position();
      int closing = scanner.matchMultiple('$');
      if (before == '\\') {
        continue;
      }
      // As in Pandoc: "$5 and $6" are prices.
      boolean closes = closing == dollars
          && (dollars == 2 || !Character.isWhitespace(before) && !Character.isDigit(scanner.peek()));
      return closes ? ParsedInline.of(new Formula(scanner.getSource(start, end).getContent(), dollars == 2), scanner.position())
          : ParsedInline.none();
    }
    return ParsedInline.none();
  }
}
