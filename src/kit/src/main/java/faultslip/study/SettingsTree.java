package faultslip.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import faultslip.FaultslipException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The method's settings as a tree of keys, so that some of them can be changed by name:
 * {@code training.simulation.steps}.
 */
public final class SettingsTree {
  private static final ObjectMapper MAPPER = new YAMLMapper()
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
          DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
          DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
  private static final Map<String, String> TYPES =
      Map.of("int", "a whole number", "double", "a number", "boolean", "true or false");

  private SettingsTree() {}

  /** Settings as a tree. */
  public static ObjectNode of(MethodSettings settings) {
    return MAPPER.valueToTree(settings);
  }

  /**
   * Settings with some of them changed.
   *
   * @param changes a tree of keys with the new values; lists and networks of another kind are replaced whole
   * @param where says for a path of keys ("training.simulation.steps") where it was written, for messages
   * @throws FaultslipException if a key is unknown or a value does not fit
   */
  public static MethodSettings changed(MethodSettings settings, JsonNode changes, Function<String, String> where) {
    ObjectNode tree = of(settings);
    merge(tree, changes, "", where);
    return bound(MAPPER, tree, MethodSettings.class, where);
  }

  /**
   * Settings changed as on the command line.
   *
   * @param assignments each {@code path.of.keys=value}, the value as in YAML
   * @throws FaultslipException if one is no assignment, its key unknown, or its value does not fit
   */
  public static MethodSettings changed(MethodSettings settings, List<String> assignments) {
    MethodSettings changed = settings;
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new StudyException("--set " + assignment
            + ": no assignment; write for instance --set training.simulation.steps=300.");
      }
      try {
        JsonNode changes = MAPPER.readTree(assignment.substring(equals + 1));
        List<String> path = List.of(assignment.substring(0, equals).split("\\."));
        for (int i = path.size() - 1; i >= 0; i--) {
          changes = MAPPER.createObjectNode().set(path.get(i), changes);
        }
        changed = changed(changed, changes, key -> "--set " + assignment);
      } catch (JsonProcessingException e) {
        throw new StudyException("--set " + assignment
            + ": cannot be read as YAML behind the '='; quote it, or close what it opens.", e);
      }
    }
    return changed;
  }

  private static void merge(ObjectNode into, JsonNode changes, String path, Function<String, String> where) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      String key = path.isEmpty() ? change.getKey() : path + "." + change.getKey();
      JsonNode old = into.get(change.getKey());
      if (old == null && !path.startsWith("networks.")) {
        throw new StudyException("%s: unknown setting '%s'; there are %s."
            .formatted(where.apply(key), key, StudyFile.keys(into)));
      }
      if (old instanceof ObjectNode group && !anotherKind(group, change.getValue())) {
        if (!change.getValue().isObject()) {
          throw new StudyException("%s: setting '%s' is %s; it has parts of its own: %s."
              .formatted(where.apply(key), key, change.getValue(), StudyFile.keys(group)));
        }
        merge(group, change.getValue(), key, where);
      } else {
        into.set(change.getKey(), change.getValue());
      }
    }
  }

  // A network of another kind has other settings: nothing of the old ones may stay.
  private static boolean anotherKind(ObjectNode old, JsonNode changed) {
    return old.has("kind") && changed.has("kind") && !old.get("kind").equals(changed.get("kind"));
  }

  /**
   * What a tree says, as records of a type.
   *
   * @param where says for a path of keys where it was written, for messages
   * @throws StudyException if a value does not fit
   */
  static <T> T bound(ObjectMapper mapper, JsonNode tree, Class<T> type, Function<String, String> where) {
    try {
      return mapper.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      String path = e instanceof JsonMappingException mapping ? mapping.getPath().stream()
          .map(at -> at.getFieldName() != null ? at.getFieldName() : String.valueOf(at.getIndex()))
          .collect(Collectors.joining(".")) : "";
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof FaultslipException known) {
          throw new StudyException("%s: setting '%s': %s".formatted(where.apply(path), path, known.getMessage()), e);
        }
      }
      Class<?> target = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
      String wanted = target != null && target.isEnum() ? "one of " + Stream.of(target.getEnumConstants())
          .map(Object::toString).collect(Collectors.joining(", "))
          : TYPES.getOrDefault(String.valueOf(target), "what ./faultslip study show lists there");
      throw new StudyException("%s: setting '%s' is %s; give %s.".formatted(where.apply(path), path,
          tree.at("/" + path.replace('.', '/')), wanted), e);
    }
  }
}
