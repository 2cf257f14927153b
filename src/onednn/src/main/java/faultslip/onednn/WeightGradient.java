package faultslip.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;

/** The gradient of a convolution's weights and biases. */
final class WeightGradient {
  private final Weights weights;
  private final Weights biases;
  private final Kernel kernel;

  /**
   * @param gradient of the convolution's result, before any rectifier
   * @param columns of zeros that it sees on either side of an image
   */
  WeightGradient(OneDnn oneDnn, Filter filter, memory source, memory gradient, int columns) {
    memory.desc any = ConvolutionKernel.filter(filter, memory.format_tag.any);
    memory.desc bias = OneDnn.dense(memory.format_tag.a, filter.outputs());
    long[] stride = {1, 1};
    long[] padding = {filter.rows() / 2, columns};
    memory.desc from = source.get_desc();
    memory.desc to = gradient.get_desc();
    var forward = new convolution_forward.primitive_desc(filter.isBiased()
        ? new convolution_forward.desc(dnnl_forward_training, dnnl_convolution_direct, from, any, bias, to, stride,
            padding, padding)
        : new convolution_forward.desc(dnnl_forward_training, dnnl_convolution_direct, from, any, to, stride, padding,
            padding), oneDnn.processor());
    var definition = filter.isBiased()
        ? new convolution_backward_weights.desc(dnnl_convolution_direct, from, any, bias, to, stride, padding, padding)
        : new convolution_backward_weights.desc(dnnl_convolution_direct, from, any, to, stride, padding, padding);
    var description = new convolution_backward_weights.primitive_desc(definition, oneDnn.attributes(),
        oneDnn.processor(), forward);
    weights = new Weights(oneDnn, description.diff_weights_desc(),
        ConvolutionKernel.filter(filter, memory.format_tag.abcd), filter.weights());
    biases = filter.isBiased() ? new Weights(oneDnn, bias, bias, filter.biases()) : null;
    Map<Integer, memory> arguments = new HashMap<>(Map.of(DNNL_ARG_SRC, source, DNNL_ARG_DIFF_DST, gradient,
        DNNL_ARG_DIFF_WEIGHTS, weights.memory()));
    if (biases != null) {
      arguments.put(DNNL_ARG_DIFF_BIAS, biases.memory());
    }
    kernel = oneDnn.kernel(new convolution_backward_weights(description), description, arguments);
  }

  void run() {
    kernel.run();
  }

  void addTo(float[] gradients) {
    weights.addTo(gradients);
    if (biases != null) {
      biases.addTo(gradients);
    }
  }
}
