package faultslip.model;

import faultslip.data.RecordedSamples;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.TrailingAverages;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A recording as a model is to see it: in trailing averages, so many samples a cycle. Given away piece by piece, so
 * that one of any length takes no memory.
 *
 * @param samples emission, and the fault state where that is known, a value each
 * @param names of the recording and of the two
 * @param step samples of the recording from one that is seen to the next, at least 1
 * @param width samples of an average, at least 1
 * @param logarithm whether it is the emission's logarithm that is seen
 */
public record ModelView(RecordedSamples samples, Names names, int step, int width, boolean logarithm) {

  /**
   * What series are called.
   *
   * @param fault "" where it is not known
   */
  public record Names(String recording, String emission, String fault) {}

  /**
   * A piece of the recording, with what lies about it.
   *
   * @param first number of the piece's first sample in the whole
   * @param from where the piece begins in what is given, and to where it ends
   */
  public record Piece(Recording given, int first, int from, int to) {}

  /** @throws ModelException if a number is below 1, or the recording has no average of so many samples */
  public ModelView {
    ModelException.require(step >= 1 && width >= 1 && width <= samples.length(), "Averages of %d samples every %d, of "
        + "a recording of %d; give 1 or more, and a longer recording.", width, step, samples.length());
  }

  /** Whether the fault state is known. */
  public boolean hasFault() {
    return !names.fault.isEmpty();
  }

  /** The clock of what is seen. */
  public Clock clock() {
    return new Clock(samples.clock().timeOf(width - 1), step * samples.clock().interval());
  }

  /** How many samples are seen. */
  public int length() {
    return (samples.length() - width) / step + 1;
  }

  /**
   * Cuts it into pieces, each with a margin at either side where there is one.
   *
   * @param size samples of a piece, at least 1; the last may be up to twice as long
   * @param margin samples beyond a piece's ends, 0 or more
   */
  public void forEach(int size, int margin, Consumer<Piece> sink) {
    Cutting cutting = new Cutting(size, margin, sink);
    TrailingAverages averages = new TrailingAverages(2, width, step);
    samples.forEach(sample -> averages.add(sample[0], hasFault() ? sample[1] : 0).ifPresent(cutting::add));
  }

  /** All of it at once. */
  public Recording whole() {
    Recording[] all = new Recording[1];
    forEach(length(), 0, piece -> all[0] = piece.given());
    return all[0];
  }

  /** Collects what is seen until a piece is there. */
  private final class Cutting {
    private final int size;
    private final int margin;
    private final int pieces;
    private final Consumer<Piece> sink;
    private double[] emission;
    private double[] fault;
    private int piece;
    private int begin;
    private int count;

    Cutting(int size, int margin, Consumer<Piece> sink) {
      this.size = size;
      this.margin = margin;
      this.pieces = Math.max(1, length() / size);
      this.sink = sink;
      int most = (int) Math.min(length(), 2L * size + 2L * margin);
      this.emission = new double[most];
      this.fault = new double[most];
    }

    private int end() {
      return piece == pieces - 1 ? length() : (piece + 1) * size;
    }

    void add(double[] sample) {
      int seen = begin + count;
      ModelException.require(!logarithm || sample[0] > 0, "Emission '%s' is %s at %s s, which has no logarithm; give a "
          + "positive variance, energy or amplitude, or, if it is a logarithm already, --no-logarithm.", names.emission,
          sample[0], (float) clock().timeOf(seen));
      emission[count] = logarithm ? StrictMath.log(sample[0]) : sample[0];
      fault[count] = sample[1];
      count++;
      while (piece < pieces && begin + count >= Math.min(length(), end() + margin)) {
        give();
      }
    }

    private void give() {
      int first = piece * size;
      Clock clock = new Clock(clock().timeOf(begin), clock().interval());
      int length = Math.min(length(), end() + margin) - begin;
      sink.accept(new Piece(new Recording(names.recording,
          new Series(logarithm ? "ln(" + names.emission + ")" : names.emission, "", clock,
              Arrays.copyOf(emission, length)),
          new Series(hasFault() ? names.fault : "fault state", "", clock, Arrays.copyOf(fault, length))), first,
          first - begin, end() - begin));
      piece++;
      int next = Math.max(0, piece * size - margin);
      if (piece < pieces) {
        int gone = next - begin;
        System.arraycopy(emission, gone, emission, 0, count - gone);
        System.arraycopy(fault, gone, fault, 0, count - gone);
        begin = next;
        count -= gone;
      }
    }
  }
}
