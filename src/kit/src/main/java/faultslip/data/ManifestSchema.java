package faultslip.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The JSON Schema (draft 2020-12) every manifest must satisfy; a resource of the jar. */
final class ManifestSchema {
  private static final String RESOURCE = "data-manifest.schema.json";

  private ManifestSchema() {}

  /** What a manifest breaks, a line each: JSON pointer and fault; empty if it is valid. */
  static List<String> violations(JsonNode manifest) {
    return schema().validate(manifest).stream().map(ManifestSchema::line).toList();
  }

  private static String line(ValidationMessage message) {
    String pointer = message.getInstanceLocation().toString();
    return (pointer.isEmpty() ? "top level" : pointer) + " " + message.getError();
  }

  private static JsonSchema schema() {
    // English whatever the machine's language, as all messages of the kit.
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ENGLISH).build();
    try (InputStream stream = ManifestSchema.class.getResourceAsStream(RESOURCE)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stream, config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
