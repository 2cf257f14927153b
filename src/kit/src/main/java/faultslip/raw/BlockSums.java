package faultslip.raw;

import faultslip.InterruptedWorkException;
import faultslip.data.DataException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * What is needed of the samples of an acoustic file that lie in each of the blocks of a clock, from the block on in
 * which it begins: their number, sum of squares, the sums of channels (or of their mean), and the first value.
 *
 * @param first number of the first block: it begins at that number over the clock's rate, in seconds
 * @param sums blocks × (3 + sums)
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record BlockSums(long first, double[][] sums) {
  static final int COUNT = 0;
  static final int SQUARES = 1;
  static final int VALUE = 2;
  static final int SUM = 3;
  private static final int CHUNK = 1 << 15;

  /** How the channels of a sample become one value. */
  enum Channels {
    /** The root of the sum of their squares. */
    NORM,
    /** Their mean. */
    MEAN;

    int sums(int channels) {
      return this == NORM ? channels : 1;
    }
  }

  /**
   * Reads a file from its beginning to its end, in constant memory.
   *
   * @param number of the file, from 1
   * @param rate blocks a second, in hertz
   * @param done is told the bytes read so far
   * @throws DataException if it cannot be read
   * @throws InterruptedWorkException if this thread is interrupted; it stays interrupted
   */
  static BlockSums of(AcousticRun run, int number, double rate, Channels combined, LongConsumer done) {
    return new Reading(run, number, rate, combined).all(done);
  }

  /** One pass over one file. */
  private static final class Reading {
    private final AcousticRun run;
    private final Path file;
    private final double start;
    private final double rate;
    private final Channels combined;
    private final BlockSums blocks;
    private final short[][] values;

    Reading(AcousticRun run, int number, double rate, Channels combined) {
      this.run = run;
      this.file = run.file(number);
      this.start = run.starts()[number - 1];
      this.rate = rate;
      this.combined = combined;
      long first = (long) Math.floor(start * rate);
      int count = 1;
      while (edge(first + count) < run.length()) {
        count++;
      }
      this.blocks = new BlockSums(first, new double[count][SUM + combined.sums(run.channels())]);
      this.values = new short[run.channels()][CHUNK];
    }

    // The first sample that does not lie before a block.
    private long edge(long block) {
      return (long) Math.ceil((block / rate - start) / run.spacing());
    }

    BlockSums all(LongConsumer done) {
      byte[] bytes = new byte[CHUNK * Short.BYTES];
      ShortBuffer shorts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
      // Not a channel, which an interrupt closes.
      try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
        long sample = 0;
        int block = 0;
        long edge = edge(blocks.first + 1);
        for (int frame = 0; frame < run.superframes(); frame++) {
          for (int from = 0; from < run.samples(); from += CHUNK) {
            int length = Math.min(CHUNK, run.samples() - from);
            for (int channel = 0; channel < run.channels(); channel++) {
              input.seek((((long) frame * run.channels() + channel) * run.samples() + from) * Short.BYTES);
              input.readFully(bytes, 0, length * Short.BYTES);
              shorts.get(0, values[channel], 0, length);
            }
            for (int at = 0; at < length;) {
              while (sample >= edge) {
                block++;
                edge = edge(blocks.first + block + 1);
              }
              int to = (int) Math.min(length, at + edge - sample);
              add(blocks.sums[block], at, to);
              sample += to - at;
              at = to;
            }
            InterruptedWorkException.check();
            done.accept(sample * run.channels() * Short.BYTES);
          }
        }
        return blocks;
      } catch (IOException e) {
        throw new DataException("%s: cannot be read (%s); copy the file again."
            .formatted(file, DataException.reason(e)), e);
      }
    }

    private void add(double[] sums, int from, int to) {
      if (sums[COUNT] == 0) {
        sums[VALUE] = value(from);
      }
      sums[COUNT] += to - from;
      if (combined == Channels.NORM) {
        for (int channel = 0; channel < values.length; channel++) {
          add(sums, SUM + channel, values[channel], from, to);
        }
      } else {
        addMean(sums, from, to);
      }
    }

    private static void add(double[] sums, int index, short[] values, int from, int to) {
      long sum = 0;
      long squares = 0;
      for (int i = from; i < to; i++) {
        long value = values[i];
        sum += value;
        squares += value * value;
      }
      sums[index] += sum;
      sums[SQUARES] += squares;
    }

    private void addMean(double[] sums, int from, int to) {
      long sum = 0;
      long squares = 0;
      for (int i = from; i < to; i++) {
        long value = 0;
        for (short[] channel : values) {
          value += channel[i];
        }
        sum += value;
        squares += value * value;
      }
      sums[SUM] += (double) sum / values.length;
      sums[SQUARES] += (double) squares / values.length / values.length;
    }

    private double value(int i) {
      double sum = 0;
      for (short[] channel : values) {
        sum += combined == Channels.NORM ? channel[i] * channel[i] : channel[i];
      }
      return combined == Channels.NORM ? Math.sqrt(sum) : sum / values.length;
    }
  }
}
