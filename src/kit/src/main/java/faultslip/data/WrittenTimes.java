package faultslip.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Times as they are written in a column: numbers, or dates and times of day after ISO 8601, which become seconds since
 * the first of them. One for each file.
 */
final class WrittenTimes {
  private static final Pattern DATE = Pattern.compile(
      "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?\\s?(Z|[+-]\\d{2}(:?\\d{2})?)?");
  private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{2}:\\d{2}:\\d{2}([.,]\\d{1,9})?");

  private String first = "";
  private LocalDateTime origin;

  static boolean isTime(String text) {
    return DATE.matcher(text).matches() || TIME_OF_DAY.matcher(text).matches();
  }

  /** The first time written as ISO 8601 has it; "" where times are numbers. */
  String origin() {
    return first;
  }

  /**
   * Seconds since the first time.
   *
   * @param place of it, for messages
   * @throws DataException if there is no such date or time of day
   */
  double seconds(String text, String place) {
    LocalDateTime time = parsed(text, place);
    if (first.isEmpty()) {
      first = text;
      origin = time;
    }
    // Whole nanoseconds, and one division: the nearest double there is.
    return ChronoUnit.NANOS.between(origin, time) / 1e9;
  }

  private static LocalDateTime parsed(String text, String place) {
    String iso = text.replace(',', '.').replaceFirst(" (?=\\d)", "T").replace(" ", "");
    try {
      if (TIME_OF_DAY.matcher(text).matches()) {
        return LocalTime.parse(iso).atDate(LocalDate.EPOCH);
      }
      String zoned = iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
      return zoned.matches(".*T.*(Z|[+-]\\d{2}(:\\d{2})?)")
          ? OffsetDateTime.parse(zoned).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
          : LocalDateTime.parse(iso);
    } catch (DateTimeException e) {
      throw new DataException(place + ": '" + text + "' is no date or time of day; correct it or cut the line out.", e);
    }
  }
}
