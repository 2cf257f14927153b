package faultslip.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.Uncheck;

/**
 * The list of files the kit works on: a Frictionless Data Package whose resources also say which study they belong to,
 * what for, and what they must hash to.
 *
 * @param resources its files, in the order listed; names and paths differ
 */
public record DataManifest(List<DataResource> resources) {

  /**
   * A file the kit works on, as the manifest lists it.
   *
   * @param name unique in the manifest: "p4581"
   * @param title one line for people
   * @param study the study it belongs to: "public"
   * @param path where it lies in the data folder, study/file name
   * @param bytes its size, empty if not known beforehand
   * @param sha256 what it must hash to, 64 lower-case hexadecimal digits
   * @param url where it is downloaded from; of the scheme {@code kit} if the kit made it and brings it along
   * @param optional whether the kit does without it
   */
  public record DataResource(String name, String title, String study, String path, OptionalLong bytes, String sha256,
      URI url, boolean optional) {

    /** @throws DataException if the path is not that of a file of the study */
    public DataResource {
      DataException.require((name + study + path).chars().noneMatch(Character::isISOControl),
          "Resource '%s': a line break is in its name, study or path; take it out.", name.strip());
      DataException.require(path.startsWith(study + "/"),
          "Resource '%s': path '%s'; it must be '%s/' and a file name.", name, path, study);
      DataException.require("kit".equals(url.getScheme()) || url.getHost() != null,
          "Resource '%s': address '%s' names no host; correct it.", name, url);
    }

    /** Whether the kit brings the file along. */
    public boolean isOfTheKit() {
      return url.getScheme().equals("kit");
    }

    /** The last part of the path. */
    public String fileName() {
      return path.substring(study.length() + 1);
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  // English whatever the machine's language, as all messages of the kit.
  private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
      .getSchema(resourceText("data-manifest.schema.json"),
          SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build());

  /** @throws DataException if two resources share a name or a path */
  public DataManifest {
    resources = List.copyOf(resources);
    Set<String> taken = new HashSet<>();
    for (DataResource resource : resources) {
      // Some file systems know no capitals.
      DataException.require(taken.add("name " + resource.name())
              && taken.add("path " + resource.path().toLowerCase(Locale.ROOT)),
          "Two resources share the name '%s' or the path '%s', capitals aside; rename one of them.",
          resource.name(), resource.path());
    }
  }

  /** The manifest the kit comes with: {@code data-manifest.json} at the top of the project, as built into the jar. */
  public static DataManifest ofProject() {
    return parse("data-manifest.json", resourceText("data-manifest.json"));
  }

  /** The resource of a name; a {@link DataException} if there is none. */
  public DataResource resource(String resourceName) {
    return resources.stream().filter(resource -> resource.name().equals(resourceName)).findFirst()
        .orElseThrow(() -> new DataException("No data '%s'; the manifest lists '%s'.".formatted(resourceName,
            String.join("', '", resources.stream().map(DataResource::name).toList()))));
  }

  /**
   * Reads a manifest, which messages call as its source is called, and holds it against its schema. A
   * {@link DataException} if it is not JSON, breaks the schema (every violation is named, with its JSON pointer), or
   * lists a name or path twice.
   */
  static DataManifest parse(String source, String text) {
    try {
      JsonNode json = JSON.readTree(text);
      List<String> violations = SCHEMA.validate(json).stream()
          .map(violation -> violation.getInstanceLocation() + " " + violation.getError())
          .map(line -> line.replaceFirst("^ ", "top level ")).toList();
      DataException.require(violations.isEmpty(), "%d violation%s of its schema: %s; correct the manifest.",
          violations.size(), violations.size() == 1 ? "" : "s", String.join(" | ", violations));
      return new DataManifest(json.get("resources").valueStream().map(DataManifest::resource).toList());
    } catch (JsonProcessingException e) {
      throw new DataException("%s:%d: not JSON (%s); correct the manifest.".formatted(source,
          e.getLocation().getLineNr(), e.getOriginalMessage().lines().findFirst().orElse("")), e);
    } catch (DataException | IllegalArgumentException e) {
      throw new DataException(source + ": " + e.getMessage(), e);
    }
  }

  private static DataResource resource(JsonNode node) {
    String path = node.get("path").textValue();
    DataException.require(!node.has("bytes") || node.get("bytes").canConvertToLong(),
        "Resource '%s': %s bytes, more than any file has; correct the manifest.", node.get("name").textValue(),
        node.get("bytes"));
    return new DataResource(node.get("name").textValue(), node.get("title").textValue(), node.get("study").textValue(),
        path, node.has("bytes") ? OptionalLong.of(node.get("bytes").longValue()) : OptionalLong.empty(),
        node.get("hash").textValue().substring("sha256:".length()),
        URI.create(node.has("generatedBy") ? "kit:" + path : node.at("/sources/0/path").textValue()),
        node.path("optional").booleanValue());
  }

  private static String resourceText(String name) {
    return Uncheck.get(() -> IOUtils.resourceToString("/faultslip/data/" + name, StandardCharsets.UTF_8));
  }
}
