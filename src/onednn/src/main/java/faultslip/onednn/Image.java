package faultslip.onednn;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A batch of images in memory, [window][row][column][channel], and the gradient of a loss by them, if it is asked for.
 * The rows of a framed image begin and end with a pixel of 0.
 */
public final class Image {
  private final OneDnn oneDnn;
  private final int windows;
  private final int channels;
  private final int height;
  private final int width;
  private final boolean framed;
  private final memory values;
  private final FloatPointer valuePointer;
  private boolean learned;
  private memory gradient;

  Image(OneDnn oneDnn, int windows, int channels, int height, int width, boolean framed, boolean learned) {
    this.oneDnn = oneDnn;
    this.windows = windows;
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.framed = framed;
    this.learned = learned;
    this.values = oneDnn.memory(layout());
    this.valuePointer = floats(values);
  }

  /** As it lies in memory, with its frame. */
  memory.desc layout() {
    return OneDnn.dense(memory.format_tag.nhwc, windows, channels, height, columns());
  }

  /** The same with each pair of neighbouring pixels as one, of twice the channels. */
  memory.desc pairs() {
    return OneDnn.dense(memory.format_tag.nhwc, windows, 2L * channels, height, columns() / 2);
  }

  private int columns() {
    return framed ? width + 2 : width;
  }

  boolean isFramed() {
    return framed;
  }

  /** What sets the frame of values or gradient to 0, column by column. */
  Kernel frame(memory of, boolean last) {
    long[] shape = {(long) windows * height, channels};
    memory.desc column = OneDnn.strided(shape, new long[] {(long) columns() * channels, 1});
    FloatPointer first = floats(of).getPointer(last ? (long) (columns() - 1) * channels : 0);
    memory.desc dense = OneDnn.dense(memory.format_tag.ab, shape);
    memory zeros = oneDnn.memory(dense);
    floats(zeros).put(new float[(int) (shape[0] * shape[1])]);
    return oneDnn.copy(zeros, dense, oneDnn.view(first, column), column);
  }

  memory values() {
    return values;
  }

  /** Whether it depends on what is trained. */
  boolean isLearned() {
    return learned;
  }

  void setLearned() {
    learned = true;
  }

  /** Has the gradient kept, and tells whether it was kept already: then one adds to it. */
  boolean keepGradient() {
    boolean kept = gradient != null;
    if (!kept) {
      gradient = oneDnn.memory(layout());
    }
    return kept;
  }

  memory gradient() {
    return gradient;
  }

  public int windows() {
    return windows;
  }

  public int channels() {
    return channels;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** Numbers of a window in memory. */
  public int size() {
    return channels * height * columns();
  }

  /** Where the values lie; as they are in memory. */
  public FloatPointer valuePointer() {
    return valuePointer;
  }

  /** Where the gradient lies; as it is in memory. */
  public FloatPointer gradientPointer() {
    return floats(gradient);
  }

  private static FloatPointer floats(memory of) {
    return new FloatPointer(of.get_data_handle()).capacity(of.get_desc().get_size() / Float.BYTES);
  }
}
