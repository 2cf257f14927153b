package faultslip.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The outputs of a cell, made of the messages that its kernel publishes, as nbformat describes them: only what every
 * run gives alike, hence no ids, and of progress only what a terminal shows in the end.
 */
final class CellOutputs {
  private static final Pattern MOVES = Pattern.compile("[\r\b]|\u001B\\[[0-2]?K");
  private static final Pattern PIECE = Pattern.compile("\u001B\\[([0-2]?)K|\u001B\\[[0-9;]*m|.", Pattern.DOTALL);

  private final int executionCount;
  private final Map<String, List<ObjectNode>> displays;
  private final List<ObjectNode> outputs = new ArrayList<>();
  private boolean clearNext;

  /** @param displays outputs of all cells by the id under which any cell may update them; is added to */
  CellOutputs(int executionCount, Map<String, List<ObjectNode>> displays) {
    this.executionCount = executionCount;
    this.displays = displays;
  }

  /** Takes a message of the kernel's IOPub channel; one that is no output changes nothing. */
  void take(String type, JsonNode content) {
    switch (type) {
      case "stream" -> append(outputs(), content.path("name").asText(), content.path("text").asText());
      case "display_data" -> display(type, content);
      case "execute_result" -> display(type, content).put("execution_count", executionCount);
      case "update_display_data" -> displays.getOrDefault(id(content), List.of())
          .forEach(shown -> fill(shown, content));
      case "error" -> outputs().add(((ObjectNode) content).put("output_type", type));
      case "clear_output" -> {
        clearNext = true;
        if (!content.path("wait").asBoolean()) {
          outputs();
        }
      }
      default -> { }
    }
  }

  /** Ends the cell; stores streams as a terminal shows them, none empty, no two of one name in a row, and displays. */
  void store(ObjectNode cell) {
    List<ObjectNode> stored = new ArrayList<>();
    for (ObjectNode output : withProgressTogether()) {
      if (isStream(output)) {
        append(stored, output.get("name").textValue(), shown(text(output)));
      } else {
        stored.add(output);
      }
    }
    cell.put("execution_count", executionCount).putArray("outputs").addAll(stored);
  }

  // Those that are there when one is added.
  private List<ObjectNode> outputs() {
    if (clearNext) {
      outputs.clear();
      clearNext = false;
    }
    return outputs;
  }

  private ObjectNode display(String type, JsonNode content) {
    ObjectNode output = JsonNodeFactory.instance.objectNode().put("output_type", type);
    fill(output, content);
    outputs().add(output);
    if (!id(content).isEmpty()) {
      displays.computeIfAbsent(id(content), none -> new ArrayList<>()).add(output);
    }
    return output;
  }

  // A line of progress is written on while other things are shown: all of it belongs where it was written last.
  private List<ObjectNode> withProgressTogether() {
    List<ObjectNode> copies = outputs.stream().map(output -> isStream(output) ? output.deepCopy() : output).toList();
    Map<String, ObjectNode> last = new HashMap<>();
    for (ObjectNode output : copies) {
      if (isStream(output)) {
        ObjectNode before = last.put(output.get("name").textValue(), output);
        String written = before == null ? "" : text(before);
        int unfinished = written.lastIndexOf('\n') + 1;
        String line = written.substring(unfinished);
        // What follows covers the unfinished line, wholly or in part.
        if (!line.isEmpty() && (line.endsWith("\r") || MOVES.matcher(text(output)).lookingAt())) {
          output.put("text", line + text(output));
          before.put("text", written.substring(0, unfinished));
        }
      }
    }
    return copies;
  }

  private static void append(List<ObjectNode> list, String name, String text) {
    ObjectNode last = list.isEmpty() ? null : list.get(list.size() - 1);
    if (last != null && isStream(last) && last.get("name").textValue().equals(name)) {
      last.put("text", text(last) + text);
    } else if (!text.isEmpty()) {
      list.add(JsonNodeFactory.instance.objectNode().put("output_type", "stream").put("name", name).put("text", text));
    }
  }

  private static void fill(ObjectNode output, JsonNode content) {
    output.set("data", content.path("data"));
    output.set("metadata", content.path("metadata").isObject() ? content.get("metadata")
        : JsonNodeFactory.instance.objectNode());
  }

  private static String id(JsonNode content) {
    return content.path("transient").path("display_id").asText();
  }

  private static boolean isStream(JsonNode output) {
    return output.get("output_type").textValue().equals("stream");
  }

  private static String text(JsonNode stream) {
    return stream.get("text").textValue();
  }

  /**
   * The text that a terminal shows in the end: "\r" goes back to the beginning of the line and "\b" one place, what is
   * written then covers what stood there, and the sequences that erase a line erase.
   */
  static String shown(String text) {
    return Arrays.stream(text.split("\n", -1)).map(CellOutputs::line).collect(Collectors.joining("\n"));
  }

  /** The text without the sequences by which a terminal is told to colour and to move. */
  static String plain(String text) {
    return text.replaceAll("\u001B\\[[0-9;?]*[A-Za-z]", "");
  }

  // Where places were covered nobody could say which colour is whose: such a line has none.
  private static String line(String written) {
    if (!MOVES.matcher(written).find()) {
      return written;
    }
    List<String> places = new ArrayList<>();
    int place = 0;
    for (MatchResult piece : PIECE.matcher(written).results().toList()) {
      String found = piece.group();
      if (found.equals("\r")) {
        place = 0;
      } else if (found.equals("\b")) {
        place = Math.max(0, place - 1);
      } else if (piece.group(1) != null) {
        int from = piece.group(1).matches("[12]") ? 0 : Math.min(place, places.size());
        int to = piece.group(1).equals("1") ? Math.min(place + 1, places.size()) : places.size();
        Collections.fill(places.subList(from, to), " ");
      } else if (found.length() == 1 || Character.isSurrogate(found.charAt(0))) {
        places.addAll(Collections.nCopies(Math.max(0, place + 1 - places.size()), " "));
        places.set(place++, found);
      }
    }
    // What is covered with blanks is erased.
    return String.join("", places).stripTrailing();
  }
}
