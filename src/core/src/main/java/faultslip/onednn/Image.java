package faultslip.onednn;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A batch of images in memory, [window][row][column][channel], and what changes a loss by them, if that is asked for.
 */
public final class Image {
  private final OneDnn oneDnn;
  private final int[] shape;
  private final memory values;
  private boolean learned;
  private memory gradient;

  Image(OneDnn oneDnn, int windows, int channels, int height, int width, boolean learned) {
    this.oneDnn = oneDnn;
    this.shape = new int[] {windows, channels, height, width};
    this.values = oneDnn.memory(layout());
    this.learned = learned;
  }

  memory.desc layout() {
    return OneDnn.dense(memory.format_tag.nhwc, windows(), channels(), height(), width());
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
    return shape[0];
  }

  public int channels() {
    return shape[1];
  }

  public int height() {
    return shape[2];
  }

  public int width() {
    return shape[3];
  }

  /** Values of a window. */
  public int size() {
    return channels() * height() * width();
  }

  /** Where the values lie; as they are in memory. */
  public FloatPointer valuePointer() {
    return floats(values);
  }

  /** Where the gradient lies; as it is in memory. */
  public FloatPointer gradientPointer() {
    return floats(gradient);
  }

  private static FloatPointer floats(memory memory) {
    return new FloatPointer(memory.get_data_handle()).capacity(memory.get_desc().get_size() / Float.BYTES);
  }
}
