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
 * (JSON), its weights, a card for people (Markdown), and the sha256 of each. Weights are floats in the order of DL4J's
 * parameters: the first byte of each, then the second of each, and so on, which takes less room when it is packed.
 *
 * <p>A file is taken to be hostile: of it only known entries are read, no longer than they may be; the weights have to
 * be as many as the network has, and finite. Nothing of it is deserialised by Java, and what DL4J is given of the
 * network's form is the kit's own.
 */
public record PortableModel(ModelDescription description, Ced network) {
  private static final String DESCRIPTION = "model.json";
  private static final String WEIGHTS = "weights.bin";
  private static final String CARD = "README.md";
  /** What DL4J calls its parts of a network. */
  private static final String FORM = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";
  /** Significant bits of a float. */
  private static final int BITS = 24;
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
      entries.put(WEIGHTS, transposed(weights(saved(network).get(COEFFICIENTS), network.parameters()), true));
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
    ModelException.require(architecture.channels() == 1, "%s: a network of %d images; a model of one can be used.",
        file,
        architecture.channels());
    Ced untrained = Ced.untrained(architecture, Initialisation.HE, 0);
    byte[] weights = entries.get(WEIGHTS);
    ModelException.require(weights.length == Float.BYTES * untrained.parameters(), "%s: its weights are not %,d "
        + "numbers, as the network that it describes has; export it again.", file, untrained.parameters());
    byte[] numbers = transposed(weights, false);
    FloatBuffer all = ByteBuffer.wrap(numbers).asFloatBuffer();
    while (all.hasRemaining()) {
      float weight = all.get();
      ModelException.require(Float.isFinite(weight), "%s: a weight is %s; export it again.", file, weight);
    }
    return new PortableModel(description, with(untrained, numbers));
  }

  /**
   * The same with weights of fewer significant bits, which takes less room.
   *
   * @param bits 2 to 24, which are all
   * @throws ModelException if they are outside that
   */
  public PortableModel rounded(int bits) {
    ModelException.require(bits >= 2 && bits <= BITS, "Weights of %d significant bits; give 2 to %d.", bits, BITS);
    if (bits == BITS) {
      return this;
    }
    int gone = BITS - bits;
    byte[] numbers = weights(saved(network).get(COEFFICIENTS), network.parameters());
    ByteBuffer all = ByteBuffer.wrap(numbers);
    for (int at = 0; at < numbers.length; at += Float.BYTES) {
      all.putInt(at, (all.getInt(at) + (1 << (gone - 1))) >> gone << gone);
    }
    return new PortableModel(description, with(network, numbers));
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

  // DL4J writes how many there are, and of what type, before them.
  private static byte[] weights(byte[] coefficients, long parameters) {
    return Arrays.copyOfRange(coefficients, coefficients.length - Math.toIntExact(Float.BYTES * parameters),
        coefficients.length);
  }

  private static byte[] transposed(byte[] numbers, boolean byPlace) {
    byte[] other = new byte[numbers.length];
    int count = numbers.length / Float.BYTES;
    for (int i = 0; i < numbers.length; i++) {
      int planar = i % Float.BYTES * count + i / Float.BYTES;
      other[byPlace ? planar : i] = numbers[byPlace ? i : planar];
    }
    return other;
  }

  private static Map<String, byte[]> saved(Ced network) {
    return inTemporaryFile(file -> {
      network.save(file);
      return SealedZip.entries(file, Map.of(FORM, LONGEST_TEXT * 16, COEFFICIENTS, MOST_WEIGHTS));
    });
  }

  private static Ced with(Ced network, byte[] weights) {
    return inTemporaryFile(file -> {
      Map<String, byte[]> form = saved(network);
      byte[] all = form.get(COEFFICIENTS);
      System.arraycopy(weights, 0, all, all.length - weights.length, weights.length);
      SealedZip.writeEntries(file, form);
      return Ced.load(file, network.architecture());
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
