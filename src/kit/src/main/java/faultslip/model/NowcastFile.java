package faultslip.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import faultslip.AtomicFile;
import faultslip.ced.RecordingStandardisation;
import faultslip.model.RunningNowcast.Hearing;
import faultslip.model.RunningNowcast.Said;
import faultslip.model.RunningNowcast.State;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Predictions of what is being heard, one line a time, and what is needed to go on after an interruption: lines come
 * first, so that none is lost, and of those that come twice the second is left out.
 */
public final class NowcastFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<Path> file;
  private final PrintStream out;
  private double written = Double.NEGATIVE_INFINITY;

  /**
   * What a nowcast goes on from.
   *
   * @param hearing how the emission is heard
   * @param standardisation that was found by listening
   * @param state as it was after the last prediction
   */
  public record Begun(Hearing hearing, RecordingStandardisation standardisation, State state) {}

  private NowcastFile(Optional<Path> file, PrintStream out) {
    this.file = file;
    this.out = out;
  }

  /** A file that is made, or added to. */
  public NowcastFile(Path file) {
    this(Optional.of(file), null);
  }

  /** Lines on a stream, after which one can only begin anew. */
  public static NowcastFile on(PrintStream out) {
    return new NowcastFile(Optional.empty(), out);
  }

  private Path state() {
    return file.orElseThrow().resolveSibling(file.orElseThrow().getFileName() + ".state");
  }

  /**
   * What was begun before, if anything; half a line at the end is cut off.
   *
   * @throws ModelException if there are predictions without it, or the other way round, or it cannot be read
   */
  public Optional<Begun> begun() {
    if (file.isEmpty() || !(Files.exists(file.get()) || Files.exists(state()))) {
      return Optional.empty();
    }
    ModelException.require(Files.exists(file.get()) && Files.exists(state()), "Of %s and %s one is missing, so it "
        + "cannot go on from there; name another file, or delete the one.", file.get(), state());
    try {
      written = lastTime();
      return Optional.of(JSON.readValue(state().toFile(), Begun.class));
    } catch (IOException | NumberFormatException e) {
      throw new ModelException("%s cannot be gone on from (%s); name another file, or delete both."
          .formatted(state(), e.getMessage().lines().findFirst().orElse("")), e);
    }
  }

  private double lastTime() throws IOException {
    try (RandomAccessFile lines = new RandomAccessFile(file.orElseThrow().toFile(), "rw")) {
      long end = lines.length();
      while (end > 0 && at(lines, end - 1) != '\n') {
        end--;
      }
      lines.setLength(end);
      long start = Math.max(0, end - 1);
      while (start > 0 && at(lines, start - 1) != '\n') {
        start--;
      }
      lines.seek(start);
      String last = String.valueOf(lines.readLine());
      return last.startsWith(PredictionFile.TIME) || last.equals("null") ? Double.NEGATIVE_INFINITY
          : Double.parseDouble(last.split(",", 2)[0]);
    }
  }

  private static int at(RandomAccessFile lines, long place) throws IOException {
    lines.seek(place);
    return lines.read();
  }

  /** Begins, with a line of names. */
  public void begin(Begun begun, boolean isStandardised) {
    append(PredictionFile.TIME + "," + (isStandardised ? PredictionFile.STANDARDISED : PredictionFile.PREDICTED)
        + "\n");
    keep(begun);
  }

  /** Adds predictions, and keeps what is needed to go on behind them. */
  public void add(List<Said> said, Begun after) {
    append(said.stream().filter(each -> each.time() > written)
        .map(each -> String.format(Locale.ROOT, "%.10g,%.9g%n", each.time(), each.value()).replace("\r", ""))
        .collect(Collectors.joining()));
    keep(after);
  }

  private void keep(Begun begun) {
    if (file.isPresent()) {
      try {
        AtomicFile.write(state(), JSON.writeValueAsString(begun));
      } catch (IOException e) {
        throw new ModelException(state() + " cannot be written: " + e.getMessage(), e);
      }
    }
  }

  private void append(String lines) {
    if (file.isEmpty()) {
      out.print(lines);
      out.flush();
      return;
    }
    try (RandomAccessFile all = new RandomAccessFile(file.get().toFile(), "rw")) {
      all.seek(all.length());
      all.write(lines.getBytes(StandardCharsets.UTF_8));
      all.getFD().sync();
    } catch (IOException e) {
      throw new ModelException(file.get() + " cannot be added to (" + e.getMessage()
          + "); choose a folder you may write to, with space left.", e);
    }
  }
}
