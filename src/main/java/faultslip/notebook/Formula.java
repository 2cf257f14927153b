package faultslip.notebook;

import java.io.IOException;
import java.util.Set;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.text.CharMatcher;
import uk.ac.ed.ph.snuggletex.SerializationMethod;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;
import uk.ac.ed.ph.snuggletex.XMLStringOutputOptions;

/** A formula in Markdown, {@code $...$} in a line or {@code $$...$$} on its own, shown as MathML by the browser itself. */
final class Formula extends CustomNode {
  private static final SnuggleEngine ENGINE = new SnuggleEngine();
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

  /** MathML; the formula as it was written if it holds something unknown. */
  String html() {
    SnuggleSession session = ENGINE.createSession();
    XMLStringOutputOptions options = new XMLStringOutputOptions();
    options.setSerializationMethod(SerializationMethod.XHTML);
    options.setEncoding("UTF-8");
    String dollars = display ? "$$" : "$";
    try {
      session.parseInput(new SnuggleInput(dollars + tex + dollars));
      String mathml = session.buildXMLString(options);
      if (session.getErrors().isEmpty() && mathml != null) {
        return mathml;
      }
    } catch (IOException e) {
      throw new IllegalStateException("a formula is read from memory", e);
    }
    return "<code>" + HtmlText.escaped(dollars + tex + dollars) + "</code>";
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
