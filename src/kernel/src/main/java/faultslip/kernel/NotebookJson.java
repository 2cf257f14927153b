package faultslip.kernel;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * JSON as nbformat writes it, by Python's {@code json.dumps(indent=1, sort_keys=True, ensure_ascii=False)}: one blank a
 * level, keys sorted, nothing escaped that need not be, numbers as Python shows them.
 */
final class NotebookJson {
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
      .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
      .build();
  private static final DefaultIndenter BLANK = new DefaultIndenter(" ", "\n");
  private static final Separators SEPARATORS = Separators.createDefaultInstance()
      .withObjectFieldValueSpacing(Separators.Spacing.AFTER).withObjectEmptySeparator("").withArrayEmptySeparator("");

  private NotebookJson() {}

  static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  static String write(JsonNode tree) {
    StringWriter text = new StringWriter();
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(BLANK).withArrayIndenter(BLANK);
    try (JsonGenerator generator = MAPPER.createGenerator(text).setPrettyPrinter(printer)) {
      MAPPER.writeTree(new PythonNumbers(generator), tree);
    } catch (IOException e) {
      throw new IllegalStateException("a tree is always written to memory", e);
    }
    return text.append('\n').toString();
  }

  /**
   * A number as Python's {@code repr}: the fewest digits that tell it, in powers of ten below 1e-4 and from 1e16 on.
   */
  static String python(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return 1 / value > 0 ? "0.0" : "-0.0";
    }
    BigDecimal shortest = new BigDecimal(value);
    for (int digits = 1; digits <= 17; digits++) {
      BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        shortest = rounded.stripTrailingZeros();
        break;
      }
    }
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = shortest.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String digits = shortest.unscaledValue().abs().toString();
    return (value < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static final class PythonNumbers extends JsonGeneratorDelegate {

    PythonNumbers(JsonGenerator generator) {
      super(generator, false);
    }

    @Override
    public void writeNumber(double value) throws IOException {
      delegate.writeNumber(python(value));
    }
  }
}
