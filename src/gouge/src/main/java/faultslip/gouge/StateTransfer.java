package faultslip.gouge;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Carries a state into a file or out of it. A class describes its state once, as {@code x = transfer.of(x)}: saving
 * writes the value and gives it back, loading gives the value read. Numbers keep their bits.
 */
interface StateTransfer {
  double of(double value) throws IOException;

  int of(int value) throws IOException;

  long of(long value) throws IOException;

  /** The first values of an array, in place. */
  default void of(double[] values, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      values[i] = of(values[i]);
    }
  }

  /** The first values of an array, in place. */
  default void of(int[] values, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      values[i] = of(values[i]);
    }
  }

  /** Writes what it is given. */
  static StateTransfer saving(DataOutput out) {
    return new StateTransfer() {
      @Override
      public double of(double value) throws IOException {
        out.writeDouble(value);
        return value;
      }

      @Override
      public int of(int value) throws IOException {
        out.writeInt(value);
        return value;
      }

      @Override
      public long of(long value) throws IOException {
        out.writeLong(value);
        return value;
      }
    };
  }

  /** Gives what it reads. */
  static StateTransfer loading(DataInput in) {
    return new StateTransfer() {
      @Override
      public double of(double value) throws IOException {
        return in.readDouble();
      }

      @Override
      public int of(int value) throws IOException {
        return in.readInt();
      }

      @Override
      public long of(long value) throws IOException {
        return in.readLong();
      }
    };
  }
}
