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
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * JSON as nbformat writes it, by Python's {@code json.dumps(indent=1, sort_keys=True, ensure_ascii=False)}: one blank a
 * level, keys sorted, nothing escaped that need not be, numbers as Python shows them, and the texts of a notebook as
 * arrays of lines, so that a comparison of versions is by line; in memory each text is one string.
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
  private static final Set<String> BY_LINE = Set.of("source", "text", "application/javascript", "image/svg+xml");
  // Each with its end. Python's str.splitlines ends lines at more than "\n".
  private static final String ENDS = "\\n\\r\\u000B\\f\\u001C-\\u001E\\u0085\\u2028\\u2029";
  private static final Pattern LINE = Pattern.compile("[^" + ENDS + "]*(?:\\r\\n|[" + ENDS + "])|[^" + ENDS + "]+");

  private NotebookJson() {}

  /** A notebook, or other JSON, in which texts given by line are joined. */
  static JsonNode read(String text) throws JsonProcessingException {
    JsonNode tree = MAPPER.readTree(text);
    eachText(tree, NotebookJson::join);
    return tree;
  }

  /** What this program has itself written as JSON. */
  static JsonNode ofOurs(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is written as JSON can be read", e);
    }
  }

  static String write(JsonNode notebook) {
    JsonNode tree = notebook.deepCopy();
    eachText(tree, NotebookJson::split);
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

  // Where nbformat may have a text by line: source, streams, and all that is shown or attached.
  private static void eachText(JsonNode notebook, BiConsumer<ObjectNode, String> change) {
    for (JsonNode cell : notebook.path("cells")) {
      eachField(cell, "source", change);
      cell.path("attachments").forEach(bundle -> eachField(bundle, ".*", change));
      for (JsonNode output : cell.path("outputs")) {
        eachField(output, "text", change);
        eachField(output.path("data"), ".*", change);
      }
    }
  }

  private static void eachField(JsonNode owner, String pattern, BiConsumer<ObjectNode, String> change) {
    owner.propertyStream().map(Map.Entry::getKey).filter(name -> name.matches(pattern)).toList()
        .forEach(name -> change.accept((ObjectNode) owner, name));
  }

  private static void join(ObjectNode owner, String name) {
    JsonNode lines = owner.get(name);
    boolean json = name.matches("application/(?:json|.*\\+json)");
    if (!json && lines.isArray() && lines.valueStream().allMatch(JsonNode::isTextual)) {
      owner.put(name, lines.valueStream().map(JsonNode::textValue).collect(Collectors.joining()));
    }
  }

  private static void split(ObjectNode owner, String name) {
    if (owner.get(name).isTextual() && (name.startsWith("text/") || BY_LINE.contains(name))) {
      Matcher lines = LINE.matcher(owner.get(name).textValue());
      lines.results().map(MatchResult::group).forEach(owner.putArray(name)::add);
    }
  }

  /** A number as Python's {@code repr}: the fewest digits that tell it, powers of ten below 1e-4 and from 1e16 on. */
  static String python(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return String.valueOf(value);
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = IntStream.rangeClosed(1, 17).mapToObj(digits -> exact.round(new MathContext(digits)))
        .filter(rounded -> rounded.doubleValue() == value).findFirst().orElse(exact);
    boolean powers = Math.abs(value) < 1e-4 || Math.abs(value) >= 1e16;
    String shown = new DecimalFormat(powers ? "0.################E00" : "0.0####################",
        DecimalFormatSymbols.getInstance(Locale.ROOT)).format(shortest);
    return shown.replace("E-", "e-").replace("E", "e+");
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
