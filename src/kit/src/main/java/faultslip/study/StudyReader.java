package faultslip.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a description of a study out of the keys of its file. */
final class StudyReader {
  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new Jdk8Module())
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final StudyFile file;

  private StudyReader(StudyFile file) {
    this.file = file;
  }

  /** @throws StudyException if something is missing, or is not what it should be */
  static StudyDescription describe(StudyFile file) {
    return new StudyReader(file).describe();
  }

  private StudyDescription describe() {
    ObjectNode tree = file.tree();
    Map<String, StudyDescription.RecordingDescription> recordings = new LinkedHashMap<>();
    tree.get("recordings").properties().forEach(entry ->
        recordings.put(entry.getKey(), recording("recordings." + entry.getKey(), entry.getValue())));
    Map<String, StudyDescription.SimulationDescription> simulations = new LinkedHashMap<>();
    tree.get("simulations").properties().forEach(entry -> simulations.put(entry.getKey(),
        bound("simulations." + entry.getKey(), entry.getValue(), StudyDescription.SimulationDescription.class)));
    return new StudyDescription(tree.get("study").asText(),
        new StudyDescription.Text(tree.path("title").asText(tree.get("study").asText()), texts(tree.path("notes"))),
        recordings, new StudyDescription.Parts(simulations, tree.get("laboratory").asText(), tree.has("others")
            ? bound("others", tree.get("others"), StudyDescription.Others.class) : StudyDescription.Others.NONE),
        tree.path("method").isMissingNode() ? MAPPER.createObjectNode() : tree.get("method"));
  }

  private StudyDescription.RecordingDescription recording(String path, JsonNode node) {
    return new StudyDescription.RecordingDescription(required(path, node, "title").asText(), source(path, node),
        new StudyDescription.Columns(
        node.has("time") ? bound(path + ".time", node.get("time"), StudyDescription.Time.class)
            : new StudyDescription.Time("", "s"), quantity(path, node, "from"), quantity(path, node, "to"),
            emission(path, node), fault(path, node)),
        node.has("instrument") ? bound(path + ".instrument", node.get("instrument"), StudyDescription.Instrument.class)
            : StudyDescription.Instrument.NONE,
        optional(path, node, "failures", StudyDescription.Failures.class));
  }

  private StudyDescription.Source source(String path, JsonNode node) {
    Map<String, String> resources = new LinkedHashMap<>();
    node.path("resources").properties().forEach(entry -> resources.put(entry.getKey(), entry.getValue().asText()));
    if (node.has("resource")) {
      resources.put("file", node.get("resource").asText());
    }
    Map<String, String> options = new LinkedHashMap<>();
    node.path("options").properties().forEach(entry -> options.put(entry.getKey(), entry.getValue().asText()));
    return new StudyDescription.Source(node.path("format").asText("csv"), resources,
        Optional.ofNullable(node.get("path")).map(JsonNode::asText),
        optional(path, node, "recorded", StudyDescription.Recorded.class), options);
  }

  private StudyDescription.Emission emission(String path, JsonNode recording) {
    JsonNode node = required(path, recording, "emission");
    List<String> columns = texts(node.get("columns"));
    return new StudyDescription.Emission(columns, node.path("combine").asText(""),
        node.path("name").asText(columns.get(0)),
        node.path("unit").asText(""), node.path("logarithm").asBoolean(false));
  }

  private StudyDescription.Fault fault(String path, JsonNode recording) {
    JsonNode node = required(path, recording, "fault");
    String column = node.get("column").asText();
    return new StudyDescription.Fault(column, Optional.ofNullable(node.get("over")).map(JsonNode::asText),
        node.path("name").asText(column), node.path("unit").asText(""));
  }

  private JsonNode required(String path, JsonNode node, String key) {
    if (!node.has(key)) {
      throw file.refusal(path + "." + key, "is missing; give it, or say which recording this one is like.");
    }
    return node.get(key);
  }

  private Optional<Quantity> quantity(String path, JsonNode node, String key) {
    return optional(path, node, key, Quantity.class);
  }

  private <T> Optional<T> optional(String path, JsonNode node, String key, Class<T> type) {
    return node.has(key) ? Optional.of(bound(path + "." + key, node.get(key), type)) : Optional.empty();
  }

  private <T> T bound(String path, JsonNode node, Class<T> type) {
    try {
      return MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof StudyException known) {
          throw file.refusal(path, "cannot be used: " + known.getMessage());
        }
      }
      throw file.refusal(path, "is %s, which does not fit (%s)."
          .formatted(node, e.getOriginalMessage().lines().findFirst().orElse("")));
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    if (list instanceof ArrayNode array) {
      array.forEach(text -> texts.add(text.asText()));
    }
    return texts;
  }
}
