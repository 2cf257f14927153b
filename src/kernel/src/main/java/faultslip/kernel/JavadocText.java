package faultslip.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Javadoc as plain text: tags of HTML go, what they enclose stays, block tags begin lines. */
final class JavadocText {
  private static final Pattern INLINE = Pattern.compile("\\{@(?:code|literal|link|linkplain|value)\\s+([^{}]*)\\}");
  private static final Pattern PARAGRAPH = Pattern.compile("\\s*(?:<p>|</p>|<ul>|</ul>|<ol>|</ol>|<br\\s*/?>)\\s*");
  private static final Pattern ITEM = Pattern.compile("\\s*<li>\\s*");
  private static final Pattern TAG = Pattern.compile("</?\\w[^>]*>");
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(param|return|throws|since|see)\\s+");

  private JavadocText() {}

  static String of(String comment) {
    String text = INLINE.matcher(comment.strip()).replaceAll(inline -> Matcher.quoteReplacement(
        // What looks like a tag within code is none.
        inline.group(1).replace("<", "&lt;").replace(">", "&gt;")));
    text = PARAGRAPH.matcher(text).replaceAll("\n");
    text = ITEM.matcher(text).replaceAll("\n- ");
    text = TAG.matcher(text).replaceAll("");
    text = BLOCK.matcher(text).replaceAll("$1: ");
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").lines().map(String::strip)
        .reduce((a, b) -> a + "\n" + b).orElse("");
  }
}
