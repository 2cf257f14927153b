package faultslip.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;

/** The gradient of a convolution's weights and biases. */
final class WeightGradient {
  private final List<Weights> weights;
  private final Kernel kernel;

  /**
   * @param gradient of the convolution's result, before any rectifier
   * @param columns of zeros that it sees on either side of an image
   */
  WeightGradient(OneDnn oneDnn, Filter filter, memory source, memory gradient, int columns) {
    var forward = new convolution_forward.primitive_desc(
        ConvolutionKernel.definition(filter, source, gradient, columns), oneDnn.processor());
    long[] padding = ConvolutionKernel.padding(filter, columns);
    var definition = filter.isBiased()
        ? new convolution_backward_weights.desc(dnnl_convolution_direct, source.get_desc(), Weights.any(filter),
            Weights.bias(filter), gradient.get_desc(), ConvolutionKernel.STRIDE, padding, padding)
        : new convolution_backward_weights.desc(dnnl_convolution_direct, source.get_desc(), Weights.any(filter),
            gradient.get_desc(), ConvolutionKernel.STRIDE, padding, padding);
    var description = new convolution_backward_weights.primitive_desc(definition, oneDnn.attributes(),
        oneDnn.processor(), forward);
    weights = Weights.of(oneDnn, filter, description.diff_weights_desc());
    Map<Integer, memory> arguments = new HashMap<>(Map.of(DNNL_ARG_SRC, source, DNNL_ARG_DIFF_DST, gradient));
    Weights.put(weights, arguments, DNNL_ARG_DIFF_WEIGHTS, DNNL_ARG_DIFF_BIAS);
    kernel = oneDnn.kernel(new convolution_backward_weights(description), description, arguments);
  }

  void run() {
    kernel.run();
  }

  void addTo(float[] gradients) {
    weights.forEach(part -> part.addTo(gradients));
  }
}
