package faultslip.figure;

import faultslip.AtomicFile;
import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeUnits;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A simulated gouge in motion, as an animated GIF that begins anew at its end. A notebook shows it in place; on paper
 * and where pictures do not move, a {@link GougeFigure} stands for it, and holds the key to its colours. The same
 * frames give the same bytes.
 *
 * @param frames in the order of time, at least two, of one fault
 * @param units that tell its time in seconds
 * @param zero moment from which time is counted, such as a failure, in seconds
 */
public record GougeAnimation(List<GougeSnapshot> frames, GougeUnits units, double zero) {
  private static final int DPI = 104;
  private static final int FRAME_CENTISECONDS = 12;

  /** @throws FigureException if there are fewer than two frames */
  public GougeAnimation {
    frames = List.copyOf(frames);
    if (frames.size() < 2) {
      throw new FigureException("An animation of %d frames asked for; give at least two.".formatted(frames.size()));
    }
  }

  /** An animation of a film's frames. */
  public static GougeAnimation of(List<GougeSnapshot> frames, GougeUnits units, double zero) {
    return new GougeAnimation(frames, units, zero);
  }

  /** The animation as a GIF file. */
  public byte[] gif() {
    GougeScale scale =
        GougeScale.ofSpeeds(frames, GougeFigure.points(frames.get(0), FigureStyle.ONE_COLUMN_MM));
    return AnimatedGif.of(frames.stream().map(frame -> {
      Drawing picture = new GougeFrame("", GougeFigure.time(frame, units, zero), frame, scale);
      return Figure.of(FigureStyle.ONE_COLUMN_MM, "", List.of(List.of(picture))).image(DPI);
    }).toList(), FRAME_CENTISECONDS);
  }

  /** The animation as an element of a page, with the file in it. */
  public String html() {
    return "<img alt=\"%s\" src=\"data:image/gif;base64,%s\">"
        .formatted(this, Base64.getEncoder().encodeToString(gif()));
  }

  /**
   * Writes {@code name.gif}, whole or not at all; an existing file is replaced.
   *
   * @param folder made if it is not there
   * @throws faultslip.FaultslipException naming the file if it cannot be written
   */
  public void save(Path folder, String name) {
    AtomicFile.write(folder.resolve(name + ".gif"), stream -> stream.write(gif()));
  }

  /** What it is, where it is not shown. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "[animation of %d frames, %s to %s]", frames.size(),
        GougeFigure.time(frames.get(0), units, zero), GougeFigure.time(frames.get(frames.size() - 1), units, zero));
  }
}
