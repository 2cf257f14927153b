package faultslip.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import faultslip.ced.Ced;
import faultslip.ced.Initialisation;
import faultslip.ced.NetworkArchitecture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;

/**
 * A trained model with all that a recording needs to be predicted by it, in one file: a zip of its description
 * (JSON), its weights (as DL4J writes them), a card for people (Markdown), and the sha256 of each.
 *
 * <p>A file is taken to be hostile: of it only known entries are read, no longer than they may be; the weights have to
 * be as many as the network has, behind the very bytes that the kit itself writes before them, and finite. Nothing of
 * it is deserialised by Java, and what DL4J is given of the network's form is the kit's own.
 */
public record PortableModel(ModelDescription description, Ced network) {
  private static final String DESCRIPTION = "model.json";
  private static final String WEIGHTS = "coefficients.bin";
  private static final String CARD = "README.md";
  private static final String FORM = "configuration.json";
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int MOST_WEIGHTS = 256 << 20;
  private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
          DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
          DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** What a reader should know of it, as Markdown. */
  public String card() {
    return new ModelCard(description).markdown();
  }

  /** Writes it, whole or not at all; a {@link faultslip.FaultslipException} if it cannot be written. */
  public void write(Path file) {
    try {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      entries.put(CARD, card().getBytes(StandardCharsets.UTF_8));
      entries.put(DESCRIPTION, JSON.writeValueAsBytes(description));
      entries.put(WEIGHTS, saved(network).get(WEIGHTS));
      SealedZip.write(file, entries);
    } catch (JsonProcessingException e) {
      throw new ModelException(file + ": the description cannot be written: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads a file, which anyone may have made.
   *
   * @throws faultslip.FaultslipException if it is missing, not a model, damaged or not what it says
   */
  public static PortableModel read(Path file) {
    Map<String, byte[]> entries = SealedZip.read(file,
        Map.of(CARD, LONGEST_TEXT, DESCRIPTION, LONGEST_TEXT, WEIGHTS, MOST_WEIGHTS));
    ModelDescription description = description(file, entries.get(DESCRIPTION));
    NetworkArchitecture architecture = description.architecture();
    ModelException.require(architecture.channels() == 1, "%s: a network of %d images; a model of one can be used.", file,
        architecture.channels());
    Ced untrained = Ced.untrained(architecture, Initialisation.HE, 0);
    Map<String, byte[]> own = saved(untrained);
    requireWeights(file, entries.get(WEIGHTS), own.get(WEIGHTS), untrained.parameters());
    return new PortableModel(description, loaded(own.get(FORM), entries.get(WEIGHTS), architecture));
  }

  private static ModelDescription description(Path file, byte[] json) {
    try {
      ModelDescription description = JSON.readValue(json, ModelDescription.class);
      ModelException.require(description != null, "%s: its description is empty; export it again.", file);
      return description;
    } catch (IOException e) {
      throw new ModelException("%s: its description cannot be used (%s); export it again with this version of the kit."
          .formatted(file, e.getMessage().lines().findFirst().orElse("")), e);
    }
  }

  // Whatever DL4J reads before the numbers is as it writes it itself: it allocates by that.
  private static void requireWeights(Path file, byte[] weights, byte[] own, long parameters) {
    int head = Math.toIntExact(own.length - Float.BYTES * parameters);
    ModelException.require(weights.length == own.length && Arrays.equals(weights, 0, head, own, 0, head),
        "%s: its weights are not %,d numbers, as the network that it describes has; export it again.", file, parameters);
    FloatBuffer numbers = ByteBuffer.wrap(weights, head, weights.length - head).asFloatBuffer();
    while (numbers.hasRemaining()) {
      float weight = numbers.get();
      ModelException.require(Float.isFinite(weight), "%s: a weight is %s; export it again.", file, weight);
    }
  }

  private static Map<String, byte[]> saved(Ced network) {
    return inTemporaryFile(file -> {
      network.save(file);
      return SealedZip.entries(file, Map.of(FORM, LONGEST_TEXT * 16, WEIGHTS, MOST_WEIGHTS));
    });
  }

  private static Ced loaded(byte[] form, byte[] weights, NetworkArchitecture architecture) {
    return inTemporaryFile(file -> {
      SealedZip.writeEntries(file, Map.of(FORM, form, WEIGHTS, weights));
      return Ced.load(file, architecture);
    });
  }

  private static <T> T inTemporaryFile(Function<Path, T> use) {
    try {
      Path folder = Files.createTempDirectory("faultslip");
      try {
        return use.apply(folder.resolve("network.zip"));
      } finally {
        FileUtils.deleteQuietly(folder.toFile());
      }
    } catch (IOException e) {
      throw new ModelException("No temporary file: " + e.getMessage() + "; make room in the system's folder.", e);
    }
  }
}
