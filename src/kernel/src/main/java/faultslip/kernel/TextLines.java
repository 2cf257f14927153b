package faultslip.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of a notebook: in the file an array of lines, so that a comparison of versions is by line; in memory one
 * string.
 */
final class TextLines {
  private static final Set<String> OTHER_TEXTS = Set.of("application/javascript", "image/svg+xml");
  // Each with its end. Python's str.splitlines ends lines at more than "\n".
  private static final String ENDS = "\\n\\r\\u000B\\f\\u001C-\\u001E\\u0085\\u2028\\u2029";
  private static final Pattern LINE = Pattern.compile("[^" + ENDS + "]*(?:\\r\\n|[" + ENDS + "])|[^" + ENDS + "]+");

  private TextLines() {}

  /** Joins all the texts of a notebook, in place. */
  static void join(JsonNode notebook) {
    for (JsonNode cell : notebook.path("cells")) {
      joinField(cell, "source");
      cell.path("attachments").forEach(TextLines::joinBundle);
      for (JsonNode output : cell.path("outputs")) {
        joinField(output, "text");
        joinBundle(output.path("data"));
      }
    }
  }

  /** Splits all the texts of a notebook, in place. */
  static void split(JsonNode notebook) {
    for (JsonNode cell : notebook.path("cells")) {
      splitField(cell, "source");
      cell.path("attachments").forEach(TextLines::splitBundle);
      for (JsonNode output : cell.path("outputs")) {
        if (output.path("output_type").asText().equals("stream")) {
          splitField(output, "text");
        } else {
          splitBundle(output.path("data"));
        }
      }
    }
  }

  private static void joinBundle(JsonNode bundle) {
    for (Map.Entry<String, JsonNode> entry : bundle.properties()) {
      if (!isJson(entry.getKey())) {
        joinField(bundle, entry.getKey());
      }
    }
  }

  private static void splitBundle(JsonNode bundle) {
    for (Map.Entry<String, JsonNode> entry : bundle.properties()) {
      if (entry.getKey().startsWith("text/") || OTHER_TEXTS.contains(entry.getKey())) {
        splitField(bundle, entry.getKey());
      }
    }
  }

  private static boolean isJson(String mime) {
    return mime.equals("application/json") || (mime.startsWith("application/") && mime.endsWith("+json"));
  }

  private static void joinField(JsonNode owner, String field) {
    JsonNode lines = owner.path(field);
    if (lines.isArray()) {
      StringBuilder text = new StringBuilder();
      for (JsonNode line : lines) {
        if (!line.isTextual()) {
          return;
        }
        text.append(line.textValue());
      }
      ((ObjectNode) owner).set(field, new TextNode(text.toString()));
    }
  }

  private static void splitField(JsonNode owner, String field) {
    if (owner.path(field).isTextual()) {
      ArrayNode lines = JsonNodeFactory.instance.arrayNode();
      Matcher line = LINE.matcher(owner.get(field).textValue());
      while (line.find()) {
        lines.add(line.group());
      }
      ((ObjectNode) owner).set(field, lines);
    }
  }
}
