package faultslip.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** A convolution that keeps the height of an image, with what is done to its result before it is written. */
final class ConvolutionKernel {
  static final long[] STRIDE = {1, 1};

  private final List<Weights> weights;
  private final Kernel kernel;

  /**
   * @param columns of zeros that it sees on either side of an image
   * @param onto whether it adds to what the target holds
   * @param leak slope below 0 of the rectifier behind it; 1 for none
   */
  ConvolutionKernel(OneDnn oneDnn, Filter filter, memory source, memory target, int columns, boolean onto,
      double leak) {
    var description = new convolution_forward.primitive_desc(definition(filter, source, target, columns),
        attributes(oneDnn, onto, leak), oneDnn.processor());
    if (filter.columns() == 2 && columns > 0 && description.impl_info_str().getString().startsWith("brg")) {
      description.next_impl(); // The direct one: oneDNN's first choice is slow where it pads odd rows.
    }
    weights = Weights.of(oneDnn, filter, description.weights_desc());
    Map<Integer, memory> arguments = new HashMap<>(Map.of(DNNL_ARG_SRC, source, DNNL_ARG_DST, target));
    Weights.put(weights, arguments, DNNL_ARG_WEIGHTS, DNNL_ARG_BIAS);
    kernel = oneDnn.kernel(new convolution_forward(description), description, arguments);
  }

  /** What is computed, in whatever layout of the weights suits. */
  static convolution_forward.desc definition(Filter filter, memory source, memory target, int columns) {
    long[] padding = padding(filter, columns);
    return filter.isBiased()
        ? new convolution_forward.desc(dnnl_forward_training, dnnl_convolution_direct, source.get_desc(),
            Weights.any(filter), Weights.bias(filter), target.get_desc(), STRIDE, padding, padding)
        : new convolution_forward.desc(dnnl_forward_training, dnnl_convolution_direct, source.get_desc(),
            Weights.any(filter), target.get_desc(), STRIDE, padding, padding);
  }

  static long[] padding(Filter filter, int columns) {
    return new long[] {filter.rows() / 2, columns};
  }

  private static primitive_attr attributes(OneDnn oneDnn, boolean onto, double leak) {
    post_ops behind = new post_ops();
    if (onto) {
      behind.append_sum();
    }
    if (leak != 1) {
      behind.append_eltwise(1, dnnl_eltwise_relu, (float) leak, 0);
    }
    primitive_attr attributes = oneDnn.attributes();
    attributes.set_post_ops(behind);
    return attributes;
  }

  void load(float[] parameters) {
    weights.forEach(part -> part.load(parameters));
  }

  void run() {
    kernel.run();
  }
}
