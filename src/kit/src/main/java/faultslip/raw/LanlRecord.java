package faultslip.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import faultslip.AtomicFile;
import faultslip.InterruptedWorkException;
import faultslip.data.DataException;
import faultslip.data.DataFile;
import faultslip.data.RecordingCsv;
import faultslip.progress.ProgressReport;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The training record of the LANL competition, believed to be experiment p4677: {@code acoustic_data,time_to_failure},
 * a line a sample (counts, and seconds), in order of time. It is read once, in constant memory.
 *
 * <p>Its clock is the time to failure, since the recorder pauses every 4096 samples and the time of those between is
 * not written; a failure is where that time rises, and lies so long after the line before it as that line says. Where
 * nothing was recorded for a whole interval there is no row. What comes out has the columns of {@code lanl-features},
 * and more: {@code time} (s, from the first sample, at a window's end), {@code variance} (counts²), {@code rms}
 * (counts), {@code kurtosis} and {@code minus time to failure} (s).
 */
public final class LanlRecord {
  static final List<String> COLUMNS = List.of("time", "variance", "rms", "kurtosis", "minus time to failure");
  private static final String HEADER = "acoustic_data,time_to_failure";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BUFFER = 1 << 18;
  /** So far a line without its comma may be looked for behind the end. */
  private static final int SLACK = 16;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int DIGITS = 9;
  /** Cycles are longer, and what is rounded rises by less. */
  private static final double LEAST_RISE = 0.1;
  private static final long EXACT = 1L << 53;
  private static final double[] POWERS = new double[19];

  static {
    Arrays.setAll(POWERS, i -> Double.parseDouble("1e" + i));
  }

  private final Path file;
  private final FeatureWindows windows;
  private final Path checkpoint;
  private final String identity;
  private final long size;

  private long offset;
  private long line = 1;
  /** Time of the failure to come, in seconds from the first sample. */
  private double failure = Double.NaN;
  private double left = Double.NaN;
  private int failures;
  private long interval;
  /** Once no more than this is left, the interval is over. */
  private double leftAtEnd;
  /** What the line before said, without the point, and its decimals: it tells of most lines that nothing has ended. */
  private long number = -1;
  private int decimals = -1;
  private long numberAtEnd;
  /** Its length, its first eight bytes, and what they say; a length of 0 where that does not help. */
  private int length;
  private long beginning;
  private long begun;
  private Moments now = new Moments();
  private final Deque<Moments> last = new ArrayDeque<>();
  private final List<double[]> rows = new ArrayList<>();

  /** All that a run needs to go on. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
  private record State(String identity, long offset, long line, double failure, double left, int failures,
      long interval, double[] now, List<double[]> last, List<double[]> rows) {}

  private LanlRecord(Path file, FeatureWindows windows, Path out) throws IOException {
    this.file = file;
    this.windows = windows;
    this.checkpoint = out.toAbsolutePath().resolveSibling("." + out.getFileName() + ".checkpoint");
    this.size = Files.size(file);
    this.identity = "1 %s %d %s %s".formatted(file.toAbsolutePath(), size, Files.getLastModifiedTime(file), windows);
  }

  /**
   * Reduces a record to features, in a file that appears when it is whole. A run that was interrupted or killed goes on
   * from what is kept beside that file.
   *
   * @param out a CSV, replaced if it is there
   * @param kept bytes read from one state that is kept to the next, above 0
   * @return in one line what was found
   * @throws DataException if the record is missing, cut short, of another form, out of order, or silent in a window
   * @throws InterruptedWorkException if this thread is interrupted; it stays interrupted
   */
  public static String reduce(Path file, FeatureWindows windows, Path out, long kept, ProgressReport report) {
    DataFile.bytes(file, bytes -> {
      String header = new String(bytes.readNBytes(HEADER.length()), StandardCharsets.US_ASCII);
      DataException.require(header.equals(HEADER), "%s:1: begins with '%s'; the competition's train.csv begins with "
          + "'%s': give that file.", file, header.lines().findFirst().orElse(""), HEADER);
      return header;
    });
    try {
      LanlRecord record = new LanlRecord(file, windows, out);
      record.goOn();
      record.read(kept, report);
      DataException.require(record.rows.size() >= 2, "%s: %d windows of %s s; give shorter windows or a longer record.",
          file, record.rows.size(), windows.steps() / windows.rate());
      RecordingCsv.write(out, COLUMNS, record.rows.stream(), DIGITS);
      Files.deleteIfExists(record.checkpoint);
      return "%s: %d samples, %d failures, %d rows; %d intervals without a sample.".formatted(file.getFileName(),
          record.line - 1, record.failures, record.rows.size(),
          record.interval - windows.steps() + 1 - record.rows.size());
    } catch (IOException e) {
      throw new DataException("%s: cannot be read (%s); copy the file again.".formatted(file,
          DataException.reason(e)), e);
    }
  }

  private void goOn() throws IOException {
    if (!Files.isRegularFile(checkpoint)) {
      return;
    }
    State state;
    try {
      state = JSON.readValue(checkpoint.toFile(), State.class);
    } catch (JsonProcessingException e) {
      throw new DataException(checkpoint + ": damaged; delete it to start again.", e);
    }
    if (state.identity.equals(identity)) {
      offset = state.offset;
      line = state.line;
      failure = state.failure;
      left = state.left;
      failures = state.failures;
      interval = state.interval;
      now = new Moments(state.now);
      state.last.forEach(sums -> last.add(new Moments(sums)));
      rows.addAll(state.rows);
      endInterval();
    }
  }

  private void keep() {
    State state = new State(identity, offset, line, failure, left, failures, interval, now.toArray(),
        last.stream().map(Moments::toArray).toList(), rows);
    AtomicFile.write(checkpoint, stream -> JSON.writeValue(stream, state));
  }

  private void read(long kept, ProgressReport report) throws IOException {
    byte[] buffer = new byte[BUFFER + SLACK];
    int filled = 0;
    // Not a channel, which an interrupt closes.
    try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
      long next = offset + kept;
      input.seek(offset);
      for (int read = input.read(buffer, 0, BUFFER); read >= 0; read = input.read(buffer, filled, BUFFER - filled)) {
        filled += read;
        int end = filled;
        while (end > 0 && buffer[end - 1] != '\n') {
          end--;
        }
        if (end == 0 && filled == BUFFER) {
          throw refusal("a line of more than " + BUFFER + " bytes");
        }
        lines(buffer, end);
        offset += end;
        filled -= end;
        System.arraycopy(buffer, end, buffer, 0, filled);
        report.at("", offset, size);
        if (offset >= next || Thread.currentThread().isInterrupted()) {
          keep();
          InterruptedWorkException.check();
          next = offset + kept;
        }
      }
    }
    if (filled > 0) {
      line++;
      throw refusal("the last line has no line break, so it may be cut short");
    }
  }

  /** Takes whole lines; the header is passed over. */
  private void lines(byte[] buffer, int end) {
    int at = 0;
    if (line == 1 && offset == 0) {
      while (at < end && buffer[at++] != '\n') {
        // passed over
      }
    }
    while (at < end) {
      line++;
      int start = at;
      int digit = buffer[at++];
      boolean negative = digit == '-';
      if (negative) {
        digit = buffer[at++];
      }
      int sample = digit - '0';
      boolean sound = sample >= 0 && sample <= 9;
      while ((digit = buffer[at++] - '0') >= 0 && digit <= 9 && at - start < 8) {
        sample = 10 * sample + digit;
      }
      if (!sound || digit != ',' - '0' || sample > Short.MAX_VALUE + (negative ? 1 : 0)) {
        throw refusal("'" + text(buffer, start, end) + "' does not begin with a whole number of 16 bits and a comma");
      }
      if (isWithinInterval(buffer, at, end)) {
        at += length + 1;
        now.add(negative ? -sample : sample);
        continue;
      }
      int from = at;
      long digits = 0;
      int point = 0;
      for (digit = buffer[at++]; digit != '\n'; digit = buffer[at++]) {
        if (digit >= '0' && digit <= '9') {
          digits = 10 * digits + digit - '0';
        } else if (digit == '.' && point == 0 && at > from + 1) {
          point = at;
        } else {
          point = -1; // an exponent, a sign, or nonsense
        }
      }
      length = at - 1 - from;
      int behind = point == 0 ? 0 : at - 1 - point;
      boolean exact = point >= 0 && length > 0 && length <= 17 && digits < EXACT;
      if (!exact || behind != decimals || digits > number || digits <= numberAtEnd) {
        // A quotient of a whole number below 2^53 and a power of ten is rounded correctly.
        advance(exact ? digits / POWERS[behind]
            : DataFile.number(text(buffer, from, end), file + ":" + line + ", column 'time_to_failure'"));
        decimals = exact ? behind : -1;
        numberAtEnd = exact ? (long) Math.ceil(leftAtEnd * POWERS[behind]) + 1 : Long.MAX_VALUE;
      }
      number = digits;
      now.add(negative ? -sample : sample);
      length = exact && length > Long.BYTES && point - from <= Long.BYTES ? length : 0;
      if (length > 0) {
        beginning = (long) EIGHT_BYTES.get(buffer, from);
        begun = digits / (long) POWERS[length - Long.BYTES];
      }
    }
    if (decimals >= 0) {
      left = number / POWERS[decimals];
    }
  }

  // Most times begin as the one before and are as long; then what follows is read alone.
  private boolean isWithinInterval(byte[] buffer, int from, int end) {
    if (length == 0 || from + length >= end || buffer[from + length] != '\n'
        || (long) EIGHT_BYTES.get(buffer, from) != beginning) {
      return false;
    }
    long digits = begun;
    for (int at = from + Long.BYTES; at < from + length; at++) {
      int digit = buffer[at] - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      digits = 10 * digits + digit;
    }
    if (digits > number || digits <= numberAtEnd) {
      return false;
    }
    number = digits;
    return true;
  }

  private static String text(byte[] buffer, int from, int end) {
    return new String(buffer, from, Math.min(end - from, 60), StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }

  private void advance(double seconds) {
    if (decimals >= 0) {
      left = number / POWERS[decimals];
    }
    if (seconds < 0) {
      throw refusal(seconds + " s to the failure, which is negative");
    }
    if (!(seconds <= left)) {
      rise(seconds);
    }
    while (seconds <= leftAtEnd) {
      close();
    }
    left = seconds;
  }

  // The first line, or the first behind a failure.
  private void rise(double seconds) {
    if (Double.isNaN(left)) {
      failure = seconds;
    } else {
      if (seconds - left < LEAST_RISE) {
        throw refusal("time to failure rises from %s to %s s, too little for a failure: lines are out of order"
            .formatted(left, seconds));
      }
      while (endOfInterval() <= failure) {
        close();
      }
      failures++;
      failure += seconds;
    }
    left = seconds;
    endInterval();
  }

  private double endOfInterval() {
    return (interval + 1) / windows.rate();
  }

  private void endInterval() {
    leftAtEnd = failure - endOfInterval();
  }

  private void close() {
    double end = endOfInterval();
    last.add(now);
    if (last.size() > windows.steps()) {
      last.remove();
    }
    if (now.count() > 0 && last.size() == windows.steps()) {
      Moments window = new Moments();
      last.forEach(window::add);
      if (!(window.variance() > 0)) {
        throw refusal("nothing varies in the %s s before, so nothing was recorded: leave that part out"
            .formatted(windows.steps() / windows.rate()));
      }
      rows.add(new double[] {end, window.variance(), window.rms(), window.kurtosis(), end - failure});
    }
    now = new Moments();
    interval++;
    endInterval();
  }

  private DataException refusal(String what) {
    return new DataException("%s:%d: %s; give the competition's train.csv, or copy it again.".formatted(file, line,
        what));
  }
}
