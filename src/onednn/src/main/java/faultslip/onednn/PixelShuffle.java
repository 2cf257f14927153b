package faultslip.onednn;

import org.bytedeco.dnnl.memory;

/** Puts channels [row][column][channel] of one pixel in their places: four pixels with a quarter of the channels. */
final class PixelShuffle implements Layer {
  private final OneDnn oneDnn;
  private final Image input;
  private final Image output;
  private final Kernel forward;
  private Kernel backward;

  PixelShuffle(OneDnn oneDnn, Image input, Image output) {
    this.oneDnn = oneDnn;
    this.input = input;
    this.output = output;
    this.forward = oneDnn.copy(input.values(), spread(), output.values(), placed());
  }

  /** A row of the output is a row of the input with one half of each pixel's channels. */
  private long[] rows() {
    return new long[] {(long) input.windows() * input.height(), 2, input.width(), 2L * output.channels()};
  }

  private memory.desc spread() {
    long pixel = input.channels();
    return OneDnn.strided(rows(), new long[] {input.width() * pixel, pixel / 2, pixel, 1});
  }

  private memory.desc placed() {
    return OneDnn.dense(memory.format_tag.abcd, rows());
  }

  @Override
  public void forward() {
    forward.run();
  }

  @Override
  public void differentiate() {
    if (input.isLearned()) {
      output.keepGradient();
      input.keepGradient();
      backward = oneDnn.copy(output.gradient(), placed(), input.gradient(), spread());
    }
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
  }
}
