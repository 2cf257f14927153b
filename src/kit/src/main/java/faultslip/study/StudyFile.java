package faultslip.study;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The YAML text of a study: its tree of keys, valid by the JSON Schema {@code study.schema.json}, and the line that
 * each key stands on. Recordings that are {@code like} another have been given what they do not say themselves.
 */
final class StudyFile {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String SCHEMA = "study.schema.json";
  private static final String UNKNOWN_KEY = "additionalProperties";
  private static final long LARGEST = 1 << 20;

  private final String name;
  private final Map<String, Integer> lines = new HashMap<>();
  private final ObjectNode tree;

  private StudyFile(String name, String text) {
    this.name = name;
    locate(text);
    this.tree = parse(text);
    requireSchema();
    resolveLikes();
  }

  /**
   * Reads a file.
   *
   * @throws StudyException if there is none, it is a folder, not a text, not YAML, or not as the schema says
   */
  static StudyFile read(Path file) {
    if (Files.isDirectory(file)) {
      throw new StudyException(file + ": a folder, not a study file; name the file in it.");
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new StudyException(("%s: %d bytes are too many for a study file; is this the recording itself? "
            + "./faultslip study new writes a study file.").formatted(file, Files.size(file)));
      }
      return new StudyFile(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new StudyException(
          file + ": there is no such file; ./faultslip study new " + file + " writes one to fill in.", e);
    } catch (CharacterCodingException e) {
      throw new StudyException(file + ": not a text in UTF-8; save it as UTF-8.", e);
    } catch (IOException e) {
      throw new StudyException(file + ": cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /** Reads a study that comes with the kit. */
  static StudyFile ofKit(String study) {
    return new StudyFile("study " + study, resource("studies/" + study + ".yaml"));
  }

  /** A text beside this class. */
  static String resource(String file) {
    try (InputStream stream = StudyFile.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys and their values; not to be changed. */
  ObjectNode tree() {
    return tree;
  }

  /** "file:line: key 'a.b'": where a key stands, or the nearest key above it that does. */
  String where(String path) {
    String at = path;
    while (!lines.containsKey(at) && at.contains(".")) {
      at = at.substring(0, at.lastIndexOf('.'));
    }
    return name + ":" + lines.getOrDefault(at, 1) + ": key '" + path + "'";
  }

  /** What is wrong with the value of a key. */
  StudyException refusal(String path, String what) {
    return new StudyException(where(path) + " " + what);
  }

  private void locate(String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new StudyException(name + ":1: nothing in it; ./faultslip study new writes a study to fill in.");
      }
      locate(parser, "");
    } catch (JsonProcessingException e) {
      throw notYaml(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void locate(JsonParser parser, String path) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
        int line = parser.currentTokenLocation().getLineNr();
        Integer before = lines.put(key, line);
        if (before != null) {
          throw refusal(key, "stands twice, in lines %d and %d; give each a name of its own.".formatted(before, line));
        }
        parser.nextToken();
        locate(parser, key);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        lines.put(path + "." + i, parser.currentTokenLocation().getLineNr());
        locate(parser, path + "." + i);
      }
    }
  }

  private StudyException notYaml(JsonProcessingException e) {
    // The parser's own location is where it had got to before.
    int line = e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null
        ? marked.getProblemMark().getLine() + 1
        : e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    String problem = e.getCause() instanceof MarkedYAMLException marked ? marked.getProblem() : e.getOriginalMessage();
    return new StudyException("%s:%d: not YAML (%s); quote texts with ':' or '#', and indent with blanks."
        .formatted(name, line, problem.lines().findFirst().orElse("")), e);
  }

  private ObjectNode parse(String text) {
    try {
      if (YAML.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw notYaml(e);
    }
    throw new StudyException(
        name + ":1: no keys in it, so not a study; ./faultslip study new writes a study to fill in.");
  }

  private void requireSchema() {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource(SCHEMA), config);
    // An unknown key first: it may be the one that is missing, spelt wrong.
    schema.validate(tree).stream().min(Comparator
        .<ValidationMessage, Boolean>comparing(message -> !message.getType().equals(UNKNOWN_KEY))
        .thenComparing(message -> lines.getOrDefault(path(message), 0)))
        .ifPresent(message -> {
          throw violation(schema, message);
        });
  }

  private static String path(ValidationMessage message) {
    return message.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
  }

  private StudyException violation(JsonSchema schema, ValidationMessage message) {
    String path = path(message);
    String inside = path.isEmpty() ? "" : path + ".";
    JsonNode found = message.getInstanceNode();
    return switch (message.getType()) {
      case UNKNOWN_KEY -> refusal(inside + message.getProperty(), "is unknown; there are " + known(schema, message)
          + ".");
      case "required" -> refusal(inside + message.getProperty(), "is missing; give it.");
      case "type" -> refusal(path, "is %s, %s; give %s.".formatted(shown(found), kind(found), wanted(message)));
      case "enum" -> refusal(path, "is %s; give one of %s.".formatted(shown(found), choices(message.getSchemaNode())));
      case "pattern" ->
          refusal(path, "is %s, which is not of the form asked for; see the comments of ./faultslip study new."
              .formatted(shown(found)));
      default -> refusal(path, "is %s: %s.".formatted(shown(found), message.getError()));
    };
  }

  private static String known(JsonSchema schema, ValidationMessage message) {
    String pointer = message.getSchemaLocation().getFragment().toString().replaceFirst("/additionalProperties$", "");
    StringJoiner names = new StringJoiner(", ");
    schema.getSchemaNode().at(pointer).path("properties").fieldNames().forEachRemaining(names::add);
    return names.toString();
  }

  private static String shown(JsonNode value) {
    String text = value.isValueNode() ? "'" + value.asText() + "'" : value.toString();
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  private static String kind(JsonNode value) {
    return value.isObject() ? "a group of keys" : value.isArray() ? "a list" : value.isNumber()
        ? "a number" : value.isNull() ? "nothing" : "a text";
  }

  private static String wanted(ValidationMessage message) {
    if (message.getSchemaLocation().toString().contains("/quantity/")) {
      return "a number with its unit, such as '6.4 s'";
    }
    return switch (message.getSchemaNode().asText()) {
      case "object" -> "a group of keys";
      case "array" -> "a list: [one, another]";
      case "boolean" -> "true or false";
      case "string" -> "a text";
      default -> "a text or a number";
    };
  }

  private static String choices(JsonNode list) {
    StringJoiner names = new StringJoiner(", ");
    list.forEach(choice -> names.add(choice.asText()));
    return names.toString();
  }

  private void resolveLikes() {
    ObjectNode recordings = (ObjectNode) tree.get("recordings");
    Map<String, JsonNode> resolved = new LinkedHashMap<>();
    recordings.fieldNames()
        .forEachRemaining(recording -> resolved.put(recording, resolved(recordings, recording, new LinkedHashSet<>())));
    resolved.forEach(recordings::set);
  }

  private ObjectNode resolved(ObjectNode recordings, String recording, Set<String> above) {
    ObjectNode own = (ObjectNode) recordings.get(recording);
    if (!own.has("like")) {
      return own.deepCopy();
    }
    String key = "recordings." + recording + ".like";
    String other = own.get("like").asText();
    if (!above.add(recording)) {
      throw refusal(key, "goes round in a circle: " + String.join(" is like ", above) + " is like " + recording
          + "; say of one of them what it is.");
    }
    if (!recordings.has(other)) {
      throw refusal(key, "is '%s', which is no recording here; there are %s."
          .formatted(other, String.join(", ", names(recordings))));
    }
    ObjectNode whole = resolved(recordings, other, above);
    own.properties().forEach(entry -> {
      if (!entry.getKey().equals("like")) {
        whole.set(entry.getKey(), entry.getValue());
      }
    });
    return whole;
  }

  private static Set<String> names(ObjectNode node) {
    Set<String> names = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
