package faultslip.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.ced.CedArchitecture;
import faultslip.ced.CedException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kind "ced": a {@link CedArchitecture}, with settings named as its components are, {@code filters}, {@code latent}
 * and {@code blocks}; a part of the latter two may be given. The filters are 8, 16, 32 and 48 if not given.
 */
public final class CedKind implements NetworkKind {
  private static final List<Integer> USUAL_FILTERS = List.of(8, 16, 32, 48);
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  /** For {@link java.util.ServiceLoader}. */
  public CedKind() {}

  @Override
  public String id() {
    return "ced";
  }

  @Override
  public CedArchitecture of(int scales, int width, Map<String, Object> settings) {
    ObjectNode given = JSON.valueToTree(settings);
    ObjectNode shape = usual();
    JsonNode filters = given.path("filters");
    if (filters.isArray() && !filters.isEmpty()) {
      // The latent space's usual filters are those of the lowest level.
      shape.withObject("/latent").set("filters", filters.get(filters.size() - 1));
    }
    return read(merged("", shape, given).put("scales", scales).put("width", width));
  }

  /** What a file may say: everything but the size of the image. */
  private static ObjectNode usual() {
    return JSON.<ObjectNode>valueToTree(CedArchitecture.of(16, 16, USUAL_FILTERS)).without(List.of("scales", "width"));
  }

  private static ObjectNode merged(String path, ObjectNode usual, JsonNode given) {
    if (!given.isObject()) {
      throw new CedException("Network setting '%s' is %s; give %s by name.".formatted(path, given, names(usual)));
    }
    given.properties().forEach(setting -> {
      String name = path.isEmpty() ? setting.getKey() : path + "." + setting.getKey();
      JsonNode before = usual.get(setting.getKey());
      if (before == null) {
        throw new CedException("Network setting '%s' is unknown; give %s.".formatted(name, names(usual)));
      }
      usual.set(setting.getKey(),
          before.isObject() ? merged(name, (ObjectNode) before, setting.getValue()) : setting.getValue());
    });
    return usual;
  }

  private static String names(ObjectNode settings) {
    return settings.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
  }

  private static CedArchitecture read(ObjectNode shape) {
    try {
      return JSON.treeToValue(shape, CedArchitecture.class);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof CedException known) {
        throw known;
      }
      throw new CedException("Network settings " + shape + " cannot be read: " + e.getOriginalMessage()
          + "; correct the value.", e);
    }
  }
}
