package faultslip.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.memory;

/**
 * A convolution that keeps the size of an image, with a rectifier behind it, or none. It may add to what its output
 * holds already, so that several make one convolution of several images.
 *
 * <p>Few channels leave most of a vector of the processor empty. Where one of its images is framed and the other is
 * not, it is computed from pairs of pixels to pairs of pixels, which fill it.
 */
final class Convolution implements Layer {
  /** Floats of a vector: those of AVX-512, or of AVX2. */
  private static final int VECTOR = OneDnn.hasLongVectors() ? 16 : 8;

  private final OneDnn oneDnn;
  private final Image input;
  private final Filter filter;
  private final Image output;
  private final boolean paired;
  private final double leak;
  private final ConvolutionKernel forward;
  private final List<Kernel> frame;
  private Kernel rectifierGradient;
  private List<Kernel> gradientFrame = List.of();
  private ConvolutionKernel inputGradient;
  private WeightGradient weightGradient;

  /** @param leak slope of the rectifier below 0; 1 for none */
  Convolution(OneDnn oneDnn, Image input, Filter filter, Image output, boolean onto, double leak) {
    this.oneDnn = oneDnn;
    this.input = input;
    this.output = output;
    this.paired = input.isFramed() != output.isFramed() && fitsPaired(filter, input.width());
    this.filter = paired ? filter.paired() : filter;
    this.leak = leak;
    this.forward = new ConvolutionKernel(oneDnn, this.filter, view(input, input.values()),
        view(output, output.values()), columns(), onto, leak);
    this.frame = frame(output.values());
  }

  /** Whether pairs of its pixels fill a vector no more than once. */
  static boolean fitsPaired(Filter filter, int width) {
    return filter.columns() == 3 && width % 2 == 0 && 2 * Math.max(filter.inputs(), filter.outputs()) <= VECTOR;
  }

  private memory view(Image image, memory of) {
    return paired ? oneDnn.view(of.get_data_handle(), image.pairs()) : of;
  }

  private List<Kernel> frame(memory of) {
    return output.isFramed() ? List.of(output.frame(of, false), output.frame(of, true)) : List.of();
  }

  /** Of zeros on either side, which a framed image has already. */
  private int columns() {
    return input.isFramed() ? 0 : filter.columns() / 2;
  }

  @Override
  public void load(float[] parameters) {
    forward.load(parameters);
    if (inputGradient != null) {
      inputGradient.load(parameters);
    }
  }

  @Override
  public boolean isTrained() {
    return filter.isTrained();
  }

  @Override
  public void forward() {
    forward.run();
    frame.forEach(Kernel::run);
  }

  @Override
  public void differentiate() {
    if (!output.isLearned()) {
      return;
    }
    output.keepGradient();
    if (leak != 1) {
      rectifierGradient = rectifierGradient();
    }
    gradientFrame = frame(output.gradient());
    memory gradient = view(output, output.gradient());
    if (filter.isTrained()) {
      weightGradient = new WeightGradient(oneDnn, filter, view(input, input.values()), gradient, columns());
    }
    if (input.isLearned()) {
      boolean onto = input.keepGradient();
      inputGradient = new ConvolutionKernel(oneDnn, filter.backward(), gradient, view(input, input.gradient()),
          filter.columns() - 1 - columns(), onto, 1);
    }
  }

  /** In place: from the gradient of what is rectified to that of what was before. */
  private Kernel rectifierGradient() {
    memory.desc layout = output.layout();
    var rectifier = new eltwise_forward.primitive_desc(new eltwise_forward.desc(dnnl_forward_training,
        dnnl_eltwise_relu_use_dst_for_bwd, layout, (float) leak, 0), oneDnn.processor());
    var description = new eltwise_backward.primitive_desc(new eltwise_backward.desc(dnnl_eltwise_relu_use_dst_for_bwd,
        layout, layout, (float) leak, 0), oneDnn.attributes(), oneDnn.processor(), rectifier);
    return oneDnn.kernel(new eltwise_backward(description), description, Map.of(DNNL_ARG_DST, output.values(),
        DNNL_ARG_DIFF_DST, output.gradient(), DNNL_ARG_DIFF_SRC, output.gradient()));
  }

  @Override
  public void backward() {
    if (rectifierGradient != null) {
      rectifierGradient.run();
    }
    gradientFrame.forEach(Kernel::run);
    if (weightGradient != null) {
      weightGradient.run();
    }
    if (inputGradient != null) {
      inputGradient.run();
    }
  }

  @Override
  public void addGradients(float[] gradients) {
    if (weightGradient != null) {
      weightGradient.addTo(gradients);
    }
  }
}
