package faultslip.data;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The form of a text of columns, as it was found in its first lines or as its user named it.
 *
 * @param separator between fields; ' ' stands for any number of blanks
 * @param decimalMark '.' or ','
 * @param comment what a line begins with that holds no values
 * @param names of the columns
 * @param units of the columns, where a line of them follows the names; else empty
 * @param headerLine the line that the names stand on; 0 if there is none
 * @param linesAbove how many lines stand above the first row of values
 */
record TableForm(char separator, char decimalMark, char comment, List<String> names, List<String> units,
    long headerLine, long linesAbove) {
  private static final String SEPARATORS = "\t;,| ";
  private static final Pattern NOT_A_NUMBER = Pattern.compile("(?i)n/?an?|[+-]?inf(inity)?|#N/A|-|null");
  private static final Pattern SEPARATOR_SAID = Pattern.compile("\"?sep=(.)\"?\\R?.*", Pattern.DOTALL);
  private static final String POWER = "(?:s|sec|m|V|A|N|Pa|Hz|g|J|W|e|strain|bar|rms|K)(?:\\^?-?[0-9]|[²³])?";
  private static final Pattern UNIT = Pattern.compile("[\\[(].{0,12}[\\])]|-|min|h|[%°]|°C|a\\.?u\\.?|arb\\.?|counts?"
      + "|psi|dB|cts|1|(?:1/)?[fpnuµμmckMG]?" + POWER + "(?:[/*· ][fpnuµμmckMG]?" + POWER + ")*");
  private static final Pattern UNIT_IN_NAME = Pattern.compile(".*[\\[(]\\s*(\\S+?)\\s*[\\])]");

  /** A line of fields, with its number. */
  private record Line(long number, List<String> fields) {

    /** How many fields there are but for empty ones at the end. */
    int width() {
      return IntStream.range(0, fields.size()).filter(i -> !fields.get(i).isEmpty()).map(i -> i + 1).max()
          .orElse(0);
    }
  }

  /** The first lines, as one separator has them. */
  private record Reading(char separator, char decimalMark, List<Line> lines, int width, int first, double share,
      boolean hasHeader) {}

  /**
   * Finds the form.
   *
   * @param beginning the first lines, whole ones
   * @param wanted columns that will be asked for; none if that is not known yet
   */
  static TableForm of(String beginning, List<String> wanted, NamedForm named) {
    char comment = beginning.lines().anyMatch(line -> line.startsWith("%"))
        && beginning.lines().noneMatch(line -> line.startsWith("#")) ? '%' : '#';
    Matcher said = SEPARATOR_SAID.matcher(beginning);
    Optional<Character> separator = named.separator().or(() ->
        Optional.of(said).filter(Matcher::matches).map(matcher -> matcher.group(1).charAt(0)));
    Reading best = separator.stream().map(Stream::of)
        .findFirst().orElseGet(() -> SEPARATORS.chars().mapToObj(sign -> (char) sign))
        .map(sign -> reading(beginning, sign, comment, wanted, named))
        .reduce((one, other) -> BETTER.compare(one, other) >= 0 ? one : other).orElseThrow();
    return form(best, beginning, comment, wanted, named);
  }

  private static final Comparator<Reading> BETTER = Comparator
      .<Reading, Boolean>comparing(reading -> reading.hasHeader && reading.share > 0)
      .thenComparing(reading -> reading.share).thenComparing(reading -> reading.width);

  /** How a text is taken apart. */
  CSVFormat format() {
    return format(separator, comment).get();
  }

  private static CSVFormat.Builder format(char separator, char comment) {
    return CSVFormat.RFC4180.builder().setDelimiter(separator).setCommentMarker(comment).setIgnoreEmptyLines(true)
        .setTrim(true).setIgnoreSurroundingSpaces(true);
  }

  /** The fields of a row; a run of blanks separates as one does. */
  List<String> fields(CSVRecord row) {
    return fields(row, separator);
  }

  private static List<String> fields(CSVRecord row, char separator) {
    return separator == ' ' ? row.stream().filter(Predicate.not(String::isEmpty)).toList() : row.toList();
  }

  /** The value of a field; a {@link DataException} if it is not a finite number in this form. */
  double number(String text, String place) {
    boolean hasOther = decimalMark == ',' && text.indexOf('.') >= 0;
    return DataFile.number(hasOther ? text + " (decimals have a comma)" : text.replace(decimalMark, '.'), place);
  }

  /** The unit that a column has by the line of units or in brackets behind its name; "" if it has none. */
  String unit(String name) {
    Matcher bracketed = UNIT_IN_NAME.matcher(name);
    int column = names.indexOf(name);
    return column >= 0 && column < units.size() ? units.get(column).replaceAll("[\\[\\]()]", "").strip()
        : bracketed.matches() ? bracketed.group(1) : "";
  }

  /** In words: "; separated, decimal comma". */
  String words() {
    return (separator == '\t' ? "tab" : separator == ' ' ? "blank" : String.valueOf(separator)) + " separated, decimal "
        + (decimalMark == ',' ? "comma" : "point");
  }

  static boolean isNumber(String text, char mark) {
    return DataFile.isNumber(mark == '.' ? text : text.indexOf('.') >= 0 ? "?" : text.replace(',', '.'));
  }

  private static boolean isValue(String text, char mark) {
    return isNumber(text, mark) || NOT_A_NUMBER.matcher(text).matches() || WrittenTimes.isTime(text);
  }

  private static List<Line> lines(Reader text, char separator, char comment) {
    List<Line> lines = new ArrayList<>();
    try (CSVParser parser = format(separator, comment).setLenientEof(true).setTrailingData(true).get().parse(text)) {
      for (CSVRecord row : parser) {
        lines.add(new Line(parser.getCurrentLineNumber(), fields(row, separator)));
      }
    } catch (IOException | UncheckedIOException e) {
      return lines; // As far as it can be taken apart; whoever reads it all says what is wrong.
    }
    return lines;
  }

  private static Reading reading(String beginning, char separator, char comment, List<String> wanted, NamedForm named) {
    List<Line> lines = lines(new StringReader(beginning), separator, comment).stream()
        .filter(line -> line.width() > 0 && !line.fields.get(0).matches("sep=.?")).toList();
    int width = lines.stream().collect(Collectors.groupingBy(Line::width, TreeMap::new, Collectors.counting()))
        .entrySet().stream().max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey).orElse(0);
    List<String> cells = lines.stream().filter(line -> line.width() == width).flatMap(line -> line.fields.stream())
        .filter(Predicate.not(String::isEmpty)).toList();
    char mark = named.decimalMark().orElseGet(() ->
        cells.stream().filter(cell -> isNumber(cell, ',')).count()
        > cells.stream().filter(cell -> isNumber(cell, '.')).count() ? ',' : '.');
    int[] columns = IntStream.range(0, width).filter(column -> isOfValues(lines, column, width, mark)).toArray();
    int first = IntStream.range(0, lines.size())
        .filter(row -> columns.length > 0 && lines.get(row).fields.size() >= width
            && IntStream.of(columns).mapToObj(lines.get(row).fields::get)
            .allMatch(cell -> cell.isEmpty() || isValue(cell, mark))
            && IntStream.of(columns).anyMatch(column -> isValue(lines.get(row).fields.get(column), mark)))
        .findFirst().orElse(lines.size());
    List<String> values = lines.stream().skip(first).filter(line -> line.width() == width)
        .flatMap(line -> line.fields.stream()).filter(Predicate.not(String::isEmpty)).toList();
    double share = values.stream().filter(cell -> isValue(cell, mark)).count() / Math.max(1.0, values.size());
    Reading reading = new Reading(separator, mark, lines, width, first, share, true);
    boolean hasHeader = !named.header() || header(reading).isPresent() || (!wanted.isEmpty() && Stream
        .concat(lines.stream(), commentLines(beginning, comment, separator).stream())
        .anyMatch(line -> line.fields.containsAll(wanted)));
    return hasHeader ? reading : new Reading(separator, mark, lines, width, first, share, false);
  }

  // In most of the lines that are as wide as most lines are.
  private static boolean isOfValues(List<Line> lines, int column, int width, char mark) {
    Map<Boolean, Long> cells = lines.stream().filter(line -> line.width() == width)
        .map(line -> line.fields.get(column)).filter(Predicate.not(String::isEmpty))
        .collect(Collectors.partitioningBy(cell -> isValue(cell, mark), Collectors.counting()));
    return cells.get(true) > 0 && cells.get(true) >= cells.get(false);
  }

  private static TableForm form(Reading best, String beginning, char comment, List<String> wanted, NamedForm named) {
    List<Line> lines = best.lines;
    long above = best.first < lines.size() && best.first > 0 ? lines.get(best.first - 1).number : 0;
    if (!named.header()) {
      return new TableForm(best.separator, best.decimalMark, comment,
          IntStream.rangeClosed(1, best.width).mapToObj(String::valueOf).toList(), List.of(), 0, above);
    }
    Function<Line, TableForm> at = line -> {
      int next = lines.indexOf(line) + 1;
      boolean units = next < best.first && lines.get(next).width() > 0
          && lines.get(next).fields.stream().noneMatch(cell -> isNumber(cell, best.decimalMark));
      return new TableForm(best.separator, best.decimalMark, comment, withoutLast(line.fields),
          units ? lines.get(next).fields : List.of(), line.number, units ? lines.get(next).number : line.number);
    };
    List<Line> comments = commentLines(beginning, comment, best.separator);
    Predicate<Line> isWanted = line -> !wanted.isEmpty() && line.fields.containsAll(wanted);
    Function<Line, TableForm> commented = line -> new TableForm(best.separator, best.decimalMark, comment,
        withoutLast(line.fields), List.of(), line.number, above);
    return lines.stream().limit(best.first + 1L).filter(isWanted).findFirst().map(at)
        .or(() -> comments.stream().filter(isWanted).reduce((one, later) -> later).map(commented))
        .or(() -> header(best).map(at))
        .or(() -> comments.stream().filter(line -> line.width() == best.width).reduce((one, later) -> later)
            .map(commented))
        .or(() -> lines.stream().findFirst().map(at))
        .orElseGet(() -> new TableForm(best.separator, best.decimalMark, comment, List.of(), List.of(), 0, 0));
  }

  // The last line of texts above the values, but for one of units.
  private static Optional<Line> header(Reading reading) {
    List<Line> texts = reading.lines.stream().limit(reading.first).filter(line -> line.fields.size() >= reading.width
        && line.fields.stream().noneMatch(cell -> isNumber(cell, reading.decimalMark))).toList();
    if (reading.first == reading.lines.size() || texts.isEmpty()) {
      return Optional.empty();
    }
    Line last = texts.get(texts.size() - 1);
    boolean units = last.fields.stream().allMatch(cell -> cell.isEmpty() || UNIT.matcher(cell).matches());
    return Optional.of(units && texts.size() > 1 ? texts.get(texts.size() - 2) : last);
  }

  private static List<Line> commentLines(String beginning, char comment, char separator) {
    List<String> all = beginning.lines().toList();
    return IntStream.range(0, all.size()).filter(i -> all.get(i).startsWith(String.valueOf(comment))).boxed()
        .flatMap(i -> lines(new StringReader(all.get(i).substring(1).strip()), separator, comment).stream().limit(1)
            .map(line -> new Line(i + 1, line.fields))).toList();
  }

  // A separator at the end of the line makes no column.
  private static List<String> withoutLast(List<String> fields) {
    int last = fields.size() - 1;
    return last > 0 && fields.get(last).isEmpty() ? fields.subList(0, last) : fields;
  }
}
