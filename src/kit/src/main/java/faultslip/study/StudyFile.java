package faultslip.study;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.io.IOUtils;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The YAML text of a study: its tree of keys, valid by the JSON Schema {@code study.schema.json}, and the line that
 * each key stands on. Recordings that are {@code like} another have been given what they do not say themselves.
 */
final class StudyFile {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ObjectMapper BINDING = new ObjectMapper().registerModule(new Jdk8Module())
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
      .getSchema(resource("study.schema.json"),
          SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build());
  // An unknown key first: it may be the one that is missing, spelt wrong.
  private static final Map<String, Integer> ORDER = Map.of("additionalProperties", 0, "required", 2);
  private static final Map<String, String> TYPES = Map.of("object", "a group of keys", "array",
      "a list: [one, another]", "boolean", "true or false", "string", "a text");
  private static final long LARGEST = 1 << 20;

  private final String name;
  private final Map<String, Integer> lines = new HashMap<>();
  private final ObjectNode tree;

  private StudyFile(String name, String text) {
    this.name = name;
    this.tree = parse(text);
    if (tree.get("recordings") instanceof ObjectNode recordings) {
      ObjectNode resolved = tree.objectNode();
      recordings.fieldNames().forEachRemaining(recording ->
          resolved.set(recording, resolved(recordings, recording, new LinkedHashSet<>())));
      tree.set("recordings", resolved);
    }
    SCHEMA.validate(tree).stream().min(Comparator
        .<ValidationMessage>comparingInt(message -> ORDER.getOrDefault(message.getType(), 1))
        .thenComparing(message -> line(path(message)))).ifPresent(message -> {
          throw violation(message);
        });
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
    } catch (IOException e) {
      throw new StudyException(file + ": " + (e instanceof NoSuchFileException
          ? "there is no such file; ./faultslip study new " + file + " writes one to fill in."
          : e instanceof CharacterCodingException ? "not a text in UTF-8; save it as UTF-8."
          : "cannot be read (" + e.getMessage() + "); give a file you may read."), e);
    }
  }

  /** Reads a study that comes with the kit. */
  static StudyFile ofKit(String study) {
    return new StudyFile("study " + study, resource("studies/" + study + ".yaml"));
  }

  /** A text beside this class. */
  static String resource(String file) {
    try {
      return IOUtils.resourceToString("/faultslip/study/" + file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys and their values; not to be changed. */
  ObjectNode tree() {
    return tree;
  }

  /** What the keys say. */
  StudyDescription description() {
    return SettingsTree.bound(BINDING, tree, StudyDescription.class, this::where);
  }

  /** "file:line: key 'a.b'": where a key stands, or the nearest key above it that does. */
  String where(String path) {
    return name + ":" + line(path) + ": key '" + path + "'";
  }

  /** What is wrong with the value of a key. */
  StudyException refusal(String path, String what) {
    return new StudyException(where(path) + " " + what);
  }

  private int line(String path) {
    String at = path;
    while (!lines.containsKey(at) && at.contains(".")) {
      at = at.substring(0, at.lastIndexOf('.'));
    }
    return lines.getOrDefault(at, 1);
  }

  private ObjectNode parse(String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      if (parser.nextToken() != null) {
        locate(parser, "");
      }
      JsonNode read = YAML.readTree(text);
      if (read instanceof ObjectNode object) {
        return object;
      }
      throw new StudyException("%s:1: %s; ./faultslip study new writes a study to fill in."
          .formatted(name, read.isMissingNode() ? "nothing in it" : "no keys in it, so not a study"));
    } catch (JsonProcessingException e) {
      // The parser's own location is where it had got to before.
      MarkedYAMLException marked = e.getCause() instanceof MarkedYAMLException cause ? cause : null;
      int line = marked != null && marked.getProblemMark() != null ? marked.getProblemMark().getLine() + 1
          : e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String problem = marked != null ? marked.getProblem() : e.getOriginalMessage();
      throw new StudyException("%s:%d: not YAML (%s); quote texts with ':' or '#', and indent with blanks."
          .formatted(name, line, problem.lines().findFirst().orElse("")), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void locate(JsonParser parser, String path) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = inside(path, parser.currentName());
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

  private static String inside(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private JsonNode resolved(ObjectNode recordings, String recording, Set<String> above) {
    JsonNode own = recordings.get(recording);
    if (!own.path("like").isTextual()) {
      return own;
    }
    String key = "recordings." + recording + ".like";
    String other = own.get("like").asText();
    if (!above.add(recording)) {
      throw refusal(key, "goes round in a circle: " + String.join(" is like ", above) + " is like " + recording
          + "; say of one of them what it is.");
    }
    if (!recordings.has(other)) {
      throw refusal(key, "is '%s', which is no recording here; there are %s.".formatted(other, keys(recordings)));
    }
    JsonNode whole = resolved(recordings, other, above).deepCopy();
    return whole instanceof ObjectNode object ? object.<ObjectNode>setAll((ObjectNode) own).without("like") : own;
  }

  private static String path(ValidationMessage message) {
    return message.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
  }

  private StudyException violation(ValidationMessage message) {
    String pointer = message.getSchemaLocation().getFragment().toString();
    JsonNode asked = SCHEMA.getSchemaNode().at(pointer.substring(0, pointer.lastIndexOf("/" + message.getType())));
    if (ORDER.containsKey(message.getType())) {
      return refusal(inside(path(message), message.getProperty()), message.getType().equals("required")
          ? "is missing; give it." : "is unknown; there are " + keys(asked.path("properties")) + ".");
    }
    JsonNode value = message.getInstanceNode();
    String shown = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
    return refusal(path(message), "is %s; give %s.".formatted(
        shown.length() > 60 ? shown.substring(0, 57) + "..." : shown, wanted(asked)));
  }

  /** The keys of a group, to choose from. */
  static String keys(JsonNode group) {
    return group.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
  }

  private static String wanted(JsonNode asked) {
    return asked.has("enum") ? "one of " + StreamSupport.stream(asked.get("enum").spliterator(), false)
        .map(JsonNode::asText).collect(Collectors.joining(", "))
        : asked.path("description").asText(TYPES.getOrDefault(asked.path("type").asText(), "a text or a number"));
  }
}
