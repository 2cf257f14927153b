package faultslip.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An output of a cell as HTML, in the richest form it has; printed on paper, in one that needs no script. */
final class OutputHtml {
  private static final List<String> PICTURES = List.of("image/svg+xml", "image/png", "image/jpeg", "image/gif");

  private final MarkdownHtml markdown;

  /** @param markdown of the page */
  OutputHtml(MarkdownHtml markdown) {
    this.markdown = markdown;
  }

  String html(JsonNode output) {
    return switch (output.path("output_type").asText()) {
      case "stream" -> output.path("name").asText().equals("stderr")
          ? "<pre class=\"stderr\">" + plain(output.path("text")) + "</pre>\n" : "<pre>" + plain(output.path("text")) + "</pre>\n";
      case "error" -> "<pre class=\"error\">" + StreamSupport.stream(output.path("traceback").spliterator(), false)
          .map(OutputHtml::plain).collect(Collectors.joining("\n")) + "</pre>\n";
      default -> bundle(output.path("data"), output.path("metadata"));
    };
  }

  private String bundle(JsonNode data, JsonNode metadata) {
    String picture = PICTURES.stream().filter(data::has).findFirst()
        .map(type -> picture(type, data, metadata.path(type))).orElse("");
    if (data.has("text/html")) {
      String html = data.get("text/html").asText();
      boolean scripted = html.contains("<script");
      return scripted && !picture.isEmpty()
          ? "<div class=\"screen\">" + framed(html) + "</div><div class=\"print\">" + picture + "</div>\n"
          : "<div class=\"html\">" + framed(html) + "</div>\n";
    }
    if (!picture.isEmpty()) {
      return picture + "\n";
    }
    if (data.has("text/markdown") || data.has("text/latex")) {
      return markdown.html(data.path("text/markdown").asText(data.path("text/latex").asText()));
    }
    return data.has("text/plain") ? "<pre>" + plain(data.get("text/plain")) + "</pre>\n" : "";
  }

  // A whole document stays one, or its head and style would become the page's.
  private static String framed(String html) {
    return html.contains("<html") ? "<iframe srcdoc=\"" + HtmlText.escaped(html) + "\"></iframe>" : html;
  }

  private static String picture(String type, JsonNode data, JsonNode metadata) {
    String text = data.get(type).asText();
    // As a picture of its own, an SVG shares no ids with others.
    String base64 = type.endsWith("xml") ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        : text.replaceAll("\\s", "");
    return "<img src=\"data:" + type + ";base64," + base64 + "\" alt=\"" + HtmlText.escaped(data.path("text/plain").asText())
        + "\"" + size(metadata, "width") + size(metadata, "height") + ">";
  }

  private static String size(JsonNode metadata, String side) {
    return metadata.path(side).isNumber() ? " " + side + "=\"" + metadata.get(side).asLong() + "\"" : "";
  }

  private static String plain(JsonNode text) {
    return HtmlText.escaped(AnsiText.plain(TerminalText.shown(text.asText())));
  }
}
