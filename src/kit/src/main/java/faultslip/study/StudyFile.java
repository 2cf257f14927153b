package faultslip.study;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import faultslip.FaultslipException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The YAML text of a study: its tree of keys, valid by the JSON Schema {@code study.schema.json}, and the line that
 * each key stands on. Recordings that are {@code like} another have been given what they do not say themselves.
 *
 * @param name for messages
 * @param folder that its paths are relative to
 * @param tree not to be changed
 * @param lines of keys: "recordings.mine.title"
 */
record StudyFile(String name, Path folder, ObjectNode tree, Map<String, Integer> lines) {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ObjectMapper BINDING = JsonMapper.builder().addModule(new Jdk8Module())
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .withConfigOverride(String.class, text -> text.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
      .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
      .withConfigOverride(Map.class, map -> map.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))).build();
  private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
      .getSchema(resource("study.schema.json"),
          SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build());
  // An unknown key first: it may be the one that is missing, spelt wrong.
  private static final Map<String, Integer> ORDER = Map.of("additionalProperties", 0, "required", 2);
  private static final Map<Class<?>, String> REMEDIES =
      Map.of(int.class, "give a whole number", double.class, "give a number", boolean.class, "give true or false");
  private static final long LARGEST = 1 << 20;

  private static StudyFile of(String name, Path folder, String text) {
    StudyFile file = new StudyFile(name, folder, YAML.createObjectNode(), new HashMap<>());
    file.parse(text).properties().forEach(key -> file.tree.set(key.getKey(), key.getKey().equals("recordings")
        && key.getValue() instanceof ObjectNode recordings ? file.whole(recordings) : key.getValue()));
    SCHEMA.validate(file.tree).stream().min(Comparator
        .<ValidationMessage>comparingInt(message -> ORDER.getOrDefault(message.getType(), 1))
        .thenComparing(message -> file.line(path(message.getInstanceLocation())))).ifPresent(message -> {
          throw file.violation(message);
        });
    return file;
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
      return of(file.toString(), file.toAbsolutePath().getParent(), Files.readString(file));
    } catch (IOException e) {
      throw new StudyException(file + ": " + (e instanceof NoSuchFileException
          ? "there is no such file; ./faultslip study new " + file + " writes one to fill in."
          : e instanceof CharacterCodingException ? "not a text in UTF-8; save it as UTF-8."
          : "cannot be read (" + e.getMessage() + "); give a file you may read."), e);
    }
  }

  /** Reads a study that comes with the kit. */
  static StudyFile ofKit(String study) {
    return of("study " + study, Path.of(""), resource("studies/" + study + ".yaml"));
  }

  /** A text beside this class. */
  static String resource(String file) {
    try {
      return IOUtils.resourceToString("/faultslip/study/" + file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the keys say. */
  StudyDefinition.Description description() {
    return bound(BINDING, tree, StudyDefinition.Description.class, this::where);
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
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String path = path(parser.getParsingContext().pathAsPointer());
        int line = parser.currentTokenLocation().getLineNr();
        // A key's own line, not that of its value; what is in a list has no key.
        Integer before = token == JsonToken.FIELD_NAME ? lines.put(path, line) : lines.putIfAbsent(path, line);
        if (token == JsonToken.FIELD_NAME && before != null) {
          throw refusal(path, "stands twice, in lines %d and %d; give each a name of its own.".formatted(before, line));
        }
      }
      if (YAML.readTree(text) instanceof ObjectNode keys) {
        return keys;
      }
      throw new StudyException("%s:1: %s; ./faultslip study new writes a study to fill in."
          .formatted(name, lines.isEmpty() ? "nothing in it" : "no keys in it, so not a study"));
    } catch (JsonProcessingException e) {
      // The parser's own location is where it had got to before.
      MarkedYAMLException marked = e.getCause() instanceof MarkedYAMLException cause ? cause : null;
      throw new StudyException("%s:%d: not YAML (%s); quote texts with ':' or '#', and indent with blanks.".formatted(
          name, marked == null ? 1 : marked.getProblemMark().getLine() + 1,
          (marked == null ? e.getOriginalMessage() : marked.getProblem()).lines().findFirst().orElse("")), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Of a JSON pointer: "a.b" of "/a/b".
  private static String path(Object pointer) {
    return pointer.toString().replaceFirst("^/", "").replace('/', '.');
  }

  private ObjectNode whole(ObjectNode recordings) {
    ObjectNode whole = recordings.objectNode();
    recordings.fieldNames().forEachRemaining(recording -> whole.set(recording, whole(recordings, recording)));
    return whole;
  }

  private JsonNode whole(ObjectNode recordings, String recording) {
    JsonNode whole = recordings.get(recording);
    String last = recording;
    Set<String> chain = new LinkedHashSet<>(Set.of(recording));
    while (whole instanceof ObjectNode own && own.path("like").isTextual()) {
      String other = own.get("like").asText();
      if (!(recordings.get(other) instanceof ObjectNode keys)) {
        throw refusal("recordings." + last + ".like", "is '%s', which is no recording here; there are %s."
            .formatted(other, keys(recordings)));
      }
      if (!chain.add(other)) {
        throw refusal("recordings." + recording + ".like", "goes round in a circle: %s is like %s; say of one of them "
            .formatted(String.join(" is like ", chain), other) + "what it is.");
      }
      whole = keys.deepCopy().setAll(own.deepCopy().<ObjectNode>without("like"));
      last = other;
    }
    return whole;
  }

  private StudyException violation(ValidationMessage message) {
    String pointer = message.getSchemaLocation().getFragment().toString();
    JsonNode asked = SCHEMA.getSchemaNode().at(pointer.substring(0, pointer.lastIndexOf("/" + message.getType())));
    if (ORDER.containsKey(message.getType())) {
      return refusal(path(message.getInstanceLocation() + "/" + message.getProperty()),
          message.getType().equals("required") ? "is missing; " + asked.path("title").asText("give it.")
          : "is unknown; there are " + keys(asked.path("properties")) + ".");
    }
    JsonNode value = message.getInstanceNode();
    String shown = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
    return refusal(path(message.getInstanceLocation()),
        "is %s; give %s.".formatted(shown.length() > 60 ? shown.substring(0, 57) + "..." : shown,
        asked.path("description").asText("a group of keys")));
  }

  private static String keys(JsonNode group) {
    return String.join(", ", (Iterable<String>) group::fieldNames);
  }

  /**
   * What a tree says, as records of a type.
   *
   * @param where says for a path of keys where it was written, for messages
   * @throws StudyException if a key is unknown or a value does not fit
   */
  static <T> T bound(ObjectMapper mapper, JsonNode tree, Class<T> type, Function<String, String> where) {
    try {
      return mapper.convertValue(tree, type);
    } catch (IllegalArgumentException e) {
      JsonMappingException wrong = (JsonMappingException) e.getCause();
      String path = wrong.getPath().stream()
          .map(at -> at.getFieldName() != null ? at.getFieldName() : String.valueOf(at.getIndex()))
          .collect(Collectors.joining("."));
      String problem = wrong instanceof UnrecognizedPropertyException unknown
          ? "unknown setting '%s'; there are %s.".formatted(path, components(unknown.getReferringClass()))
          : wrong.getCause() instanceof FaultslipException known
          ? "setting '%s': %s".formatted(path, known.getMessage())
          : "setting '%s' is %s; %s.".formatted(path, tree.at("/" + path.replace('.', '/')), remedy(wrong));
      throw new StudyException(where.apply(path) + ": " + problem, e);
    }
  }

  private static String remedy(JsonMappingException wrong) {
    Class<?> wanted = wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : Object.class;
    return wanted.isRecord() ? "it has parts of its own: " + components(wanted)
        : wanted.isEnum() ? "give one of " + Stream.of(wanted.getEnumConstants()).map(Object::toString)
            .collect(Collectors.joining(", "))
        : REMEDIES.getOrDefault(wanted, "give what ./faultslip study show lists there");
  }

  private static String components(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.joining(", "));
  }
}
