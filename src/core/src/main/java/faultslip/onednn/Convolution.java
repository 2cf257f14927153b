package faultslip.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu_use_dst_for_bwd;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import java.util.Map;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.memory;

/**
 * A convolution that keeps the size of an image, with a rectifier behind it, or none. It may add to what its output holds
 * already, so that several make one convolution of several images.
 */
final class Convolution implements Layer {
  private final OneDnn oneDnn;
  private final Image input;
  private final Filter filter;
  private final Image output;
  private final double leak;
  private final ConvolutionKernel forward;
  private Kernel rectifierGradient;
  private ConvolutionKernel inputGradient;
  private WeightGradient weightGradient;

  /** @param leak slope of the rectifier below 0; 1 for none */
  Convolution(OneDnn oneDnn, Image input, Filter filter, Image output, boolean onto, double leak) {
    this.oneDnn = oneDnn;
    this.input = input;
    this.filter = filter;
    this.output = output;
    this.leak = leak;
    this.forward = new ConvolutionKernel(oneDnn, filter, input.values(), output.values(), onto, leak);
  }

  @Override
  public void load(float[] parameters) {
    forward.load(parameters);
    if (inputGradient != null) {
      inputGradient.load(parameters);
    }
  }

  @Override
  public void forward() {
    forward.run();
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
    if (filter.isTrained()) {
      weightGradient = new WeightGradient(oneDnn, filter, input.values(), output.gradient());
    }
    if (input.isLearned()) {
      boolean onto = input.keepGradient();
      inputGradient =
          new ConvolutionKernel(oneDnn, filter.backward(), output.gradient(), input.gradient(), onto, 1);
    }
  }

  /** In place: from the gradient of what is rectified to that of what was before. */
  private Kernel rectifierGradient() {
    memory.desc layout = output.layout();
    var forward = new eltwise_forward.primitive_desc(new eltwise_forward.desc(dnnl_forward_training,
        dnnl_eltwise_relu_use_dst_for_bwd, layout, (float) leak, 0), oneDnn.processor());
    var description = new eltwise_backward.primitive_desc(new eltwise_backward.desc(dnnl_eltwise_relu_use_dst_for_bwd,
        layout, layout, (float) leak, 0), oneDnn.attributes(), oneDnn.processor(), forward);
    return oneDnn.kernel(new eltwise_backward(description), description, Map.of(DNNL_ARG_DST, output.values(),
        DNNL_ARG_DIFF_DST, output.gradient(), DNNL_ARG_DIFF_SRC, output.gradient()));
  }

  @Override
  public void backward() {
    if (rectifierGradient != null) {
      rectifierGradient.run();
    }
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
