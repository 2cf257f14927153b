package faultslip.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The list of files the kit works on: a Frictionless Data Package whose resources also say which study they belong to,
 * what for, and what they must hash to.
 *
 * @param name name of the data package
 * @param resources its files, in the order listed; names and paths differ
 */
public record DataManifest(String name, List<DataResource> resources) {
  private static final String FILE_NAME = "data-manifest.json";
  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** @throws DataException if two resources share a name or a path */
  public DataManifest {
    resources = List.copyOf(resources);
    Set<String> taken = new HashSet<>();
    for (DataResource resource : resources) {
      if (!taken.add("name " + resource.name()) || !taken.add("path " + resource.path())) {
        throw new DataException("Two resources share the name '%s' or the path '%s'; rename one of them."
            .formatted(resource.name(), resource.path()));
      }
    }
  }

  /** The manifest the kit comes with: {@code data-manifest.json} at the top of the project, as built into the jar. */
  public static DataManifest ofProject() {
    try (InputStream stream = DataManifest.class.getResourceAsStream(FILE_NAME)) {
      return parse(FILE_NAME, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a manifest and holds it against its schema.
   *
   * @throws DataException if the file is missing, not JSON, breaks the schema (every violation is named, with its JSON
   *     pointer), or lists a name or path twice
   */
  public static DataManifest load(Path file) {
    TextFile.requireContent(file);
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  /** The names of the studies that have files, in the order they appear. */
  public List<String> studies() {
    return resources.stream().map(DataResource::study).distinct().toList();
  }

  /**
   * The files of one study.
   *
   * @throws DataException if it has none
   */
  public List<DataResource> ofStudy(String study) {
    List<DataResource> found = resources.stream().filter(resource -> resource.study().equals(study)).toList();
    if (found.isEmpty()) {
      throw new DataException("No data of a study '%s'; the manifest lists data of %s."
          .formatted(study, studies().stream().collect(Collectors.joining("', '", "'", "'"))));
    }
    return found;
  }

  /**
   * The resource of a name.
   *
   * @throws DataException if there is none
   */
  public DataResource resource(String resourceName) {
    return resources.stream().filter(resource -> resource.name().equals(resourceName)).findFirst()
        .orElseThrow(() -> new DataException("No data '%s'; the manifest lists %s.".formatted(resourceName,
            resources.stream().map(DataResource::name).collect(Collectors.joining("', '", "'", "'")))));
  }

  private static DataManifest parse(String source, String text) {
    JsonNode json = json(source, text);
    List<String> violations = ManifestSchema.violations(json);
    if (!violations.isEmpty()) {
      throw new DataException("%s: %d violation%s of its schema: %s; correct the manifest.".formatted(source,
          violations.size(), violations.size() == 1 ? "" : "s", String.join(" | ", violations)));
    }
    try {
      List<DataResource> resources = new ArrayList<>();
      json.get("resources").forEach(node -> resources.add(resource(node)));
      return new DataManifest(json.get("name").textValue(), resources);
    } catch (DataException | IllegalArgumentException e) {
      throw new DataException(source + ": " + e.getMessage(), e);
    }
  }

  private static JsonNode json(String source, String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isMissingNode()) {
        throw new DataException(source + ": nothing but blanks; give a manifest in JSON.");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new DataException("%s:%d: not JSON (%s); correct the manifest."
          .formatted(source, e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
              e.getOriginalMessage().lines().findFirst().orElse("")), e);
    }
  }

  private static DataResource resource(JsonNode node) {
    JsonNode bytes = node.path("bytes");
    return new DataResource(node.get("name").textValue(), node.get("title").textValue(), node.get("study").textValue(),
        node.get("role").textValue(), node.get("path").textValue(),
        bytes.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(bytes.longValue()),
        node.get("hash").textValue().substring("sha256:".length()),
        url(node), node.path("optional").booleanValue(), rights(node));
  }

  private static URI url(JsonNode node) {
    return URI.create(node.has("generatedBy") ? DataResource.KIT + ":" + node.get("path").textValue()
        : node.at("/sources/0/path").textValue());
  }

  private static String rights(JsonNode node) {
    JsonNode licence = node.at("/licenses/0");
    return node.has("rights") ? node.get("rights").textValue()
        : licence.path("name").asText(licence.path("path").asText());
  }
}
