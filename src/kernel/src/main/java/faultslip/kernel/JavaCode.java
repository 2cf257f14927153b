package faultslip.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Java source as HTML, its comments, texts, numbers and keywords marked. */
final class JavaCode {
  private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*|/\\*.*?(?:\\*/|\\z))"
      + "|(?<text>\"\"\"(?:\\\\.|.)*?(?:\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*\"?|'(?:\\\\.|[^'\\\\\\n])*'?)"
      + "|(?<number>\\b\\d[\\w.]*(?<=[eE])[+-]?\\w*|\\b\\d[\\w.]*)|(?<word>[\\p{L}_$][\\w$]*)", Pattern.DOTALL);

  private JavaCode() {}

  static String html(String source) {
    StringBuilder html = new StringBuilder();
    Matcher token = TOKEN.matcher(source);
    int end = 0;
    while (token.find()) {
      html.append(HtmlText.escaped(source.substring(end, token.start()))).append(marked(token));
      end = token.end();
    }
    return html.append(HtmlText.escaped(source.substring(end))).toString();
  }

  private static String marked(Matcher token) {
    String text = HtmlText.escaped(token.group());
    if (token.group("comment") != null) {
      return "<i>" + text + "</i>";
    }
    if (token.group("text") != null) {
      return "<q>" + text + "</q>";
    }
    if (token.group("number") != null) {
      return "<s>" + text + "</s>";
    }
    return isKeyword(token.group()) ? "<b>" + text + "</b>" : text;
  }

  private static boolean isKeyword(String word) {
    return SourceVersion.isKeyword(word) || word.equals("var") || word.equals("record");
  }
}
