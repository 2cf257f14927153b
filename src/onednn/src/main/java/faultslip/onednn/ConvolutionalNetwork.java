package faultslip.onednn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A network of convolutions over batches of one size, made layer by layer, then run: forward, and backward for the
 * gradients of what is trained, and of nothing else. For one thread at a time; {@link #close} gives its memory back.
 */
public final class ConvolutionalNetwork implements AutoCloseable {
  /** No rectifier: a leak of 1. */
  public static final double LINEAR = 1;

  private final OneDnn oneDnn = new OneDnn();
  private final List<Layer> layers = new ArrayList<>();
  private final int windows;

  /** @param windows how many images a batch has */
  public ConvolutionalNetwork(int windows) {
    this.windows = windows;
  }

  /** Whether oneDNN is there for this platform, and loads. */
  public static boolean isAvailable() {
    return OneDnn.isAvailable();
  }

  /** The version of oneDNN: "2.5.2". */
  public static String version() {
    return OneDnn.version();
  }

  /** Which instructions of the processor it uses, on which last digits depend: "AVX-512". */
  public static String instructions() {
    return OneDnn.hasLongVectors() ? "AVX-512" : "no AVX-512";
  }

  /** An image that is given. */
  public Image input(int channels, int height, int width) {
    return image(channels, height, width, false, false);
  }

  private Image image(int channels, int height, int width, boolean framed, boolean learned) {
    return oneDnn.make(() -> new Image(oneDnn, windows, channels, height, width, framed, learned));
  }

  /** What {@link #convolutionBetween} has made of an image of this height and width, and is given. */
  public Image inputBetween(Filter filter, int height, int width) {
    return image(filter.outputs(), height, width, Convolution.fitsPaired(filter, width), false);
  }

  private <T extends Layer> void add(Supplier<T> layer) {
    layers.add(oneDnn.make(layer));
  }

  /** Adds a convolution that keeps the size of the image, with a rectifier of a slope below 0 behind it. */
  public Image convolution(Image input, Filter filter, double leak) {
    Image output = image(filter.outputs(), input.height(), input.width(), false, false);
    convolve(input, filter, output, false, leak);
    return output;
  }

  /** The same, where 3×3 convolutions alone take its output, which then lies as suits them. */
  public Image convolutionBetween(Image input, Filter filter, double leak) {
    boolean framed = !input.isFramed() && Convolution.fitsPaired(filter, input.width());
    Image output = image(filter.outputs(), input.height(), input.width(), framed, false);
    convolve(input, filter, output, false, leak);
    return output;
  }

  /** Adds a convolution to what an image holds, with a rectifier of a slope below 0 behind the sum. */
  public Image convolutionOnto(Image sum, Image input, Filter filter, double leak) {
    convolve(input, filter, sum, true, leak);
    return sum;
  }

  private void convolve(Image input, Filter filter, Image output, boolean onto, double leak) {
    if (input.isLearned() || filter.isTrained()) {
      output.setLearned();
    }
    add(() -> new Convolution(oneDnn, input, filter, output, onto, leak));
  }

  /** Adds a transposed convolution that doubles both sides, of a filter made {@linkplain Filter#transposed for it}. */
  public Image transposedConvolution(Image input, Filter filter) {
    Image spread = convolution(input, filter, LINEAR);
    Image output = image(filter.outputs() / 4, 2 * input.height(), 2 * input.width(), false,
        spread.isLearned());
    add(() -> new PixelShuffle(oneDnn, spread, output));
    return output;
  }

  /** Adds a layer that keeps the largest of each 2×2 pixels. */
  public Image maxPooling(Image input) {
    Image output = image(input.channels(), input.height() / 2, input.width() / 2, false, input.isLearned());
    add(() -> new MaxPooling(oneDnn, input, output));
    return output;
  }

  /** Prepares to go backward, from outputs whose gradients will be given; called once, behind the last layer. */
  public void differentiate(List<Image> outputs) {
    oneDnn.make(() -> {
      outputs.forEach(Image::keepGradient);
      backward(Layer::differentiate);
      return layers;
    });
  }

  /** Takes the weights from all parameters of a network. */
  public void load(float[] parameters) {
    layers.forEach(layer -> layer.load(parameters));
  }

  /** Takes those weights that are trained, the others being as they were. */
  public void loadTrained(float[] parameters) {
    layers.stream().filter(Layer::isTrained).forEach(layer -> layer.load(parameters));
  }

  /** Computes all images from those that are given. */
  public void forward() {
    layers.forEach(Layer::forward);
    oneDnn.stream()._wait();
  }

  /** Computes all gradients from those of the outputs, and sets those of all parameters. */
  public void backward(float[] gradients) {
    backward(Layer::backward);
    oneDnn.stream()._wait();
    Arrays.fill(gradients, 0);
    layers.forEach(layer -> layer.addGradients(gradients));
  }

  private void backward(Consumer<Layer> what) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      what.accept(layers.get(i));
    }
  }

  @Override
  public void close() {
    oneDnn.close();
  }
}
