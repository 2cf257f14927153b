package faultslip.kernel;

/** Text as it is written in HTML. */
public final class HtmlText {
  private HtmlText() {}

  /** A text with the characters replaced that HTML gives a meaning to. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
