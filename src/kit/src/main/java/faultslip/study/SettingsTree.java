package faultslip.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import faultslip.FaultslipException;
import java.lang.reflect.RecordComponent;
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
  private static final Map<Class<?>, String> REMEDIES =
      Map.of(int.class, "give a whole number", double.class, "give a number", boolean.class, "give true or false");

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
    return bound(MAPPER, merged(of(settings), changes), MethodSettings.class, where);
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
      String[] parts = assignment.split("=", 2);
      if (parts.length < 2 || parts[0].isEmpty()) {
        throw new StudyException("--set " + assignment
            + ": no assignment; write for instance --set training.simulation.steps=300.");
      }
      try {
        JsonNode changes = MAPPER.readTree(parts[1]);
        List<String> path = List.of(parts[0].split("\\."));
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

  // A network of another kind has other settings: nothing of the old ones may stay.
  private static JsonNode merged(JsonNode old, JsonNode changes) {
    if (!(old instanceof ObjectNode group) || !changes.isObject()
        || (changes.has("kind") && !changes.get("kind").equals(old.get("kind")))) {
      return changes;
    }
    ObjectNode merged = group.deepCopy();
    changes.properties().forEach(change ->
        merged.set(change.getKey(), merged(old.get(change.getKey()), change.getValue())));
    return merged;
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
          : wrong.getCause() instanceof FaultslipException known ? "setting '%s': %s".formatted(path, known.getMessage())
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
