package faultslip.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_eltwise_relu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/** A convolution that keeps the height of an image, with what is done to its result before it is written. */
final class ConvolutionKernel {
  private final Weights weights;
  private final Weights biases;
  private final Kernel kernel;

  /**
   * @param columns of zeros that it sees on either side of an image
   * @param onto whether it adds to what the target holds
   * @param leak slope below 0 of the rectifier behind it; 1 for none
   */
  ConvolutionKernel(OneDnn oneDnn, Filter filter, memory source, memory target, int columns, boolean onto,
      double leak) {
    memory.desc any = filter(filter, memory.format_tag.any);
    memory.desc bias = OneDnn.dense(memory.format_tag.a, filter.outputs());
    long[] stride = {1, 1};
    long[] padding = {filter.rows() / 2, columns};
    var definition = filter.isBiased()
        ? new convolution_forward.desc(dnnl_forward_training, dnnl_convolution_direct, source.get_desc(), any, bias,
            target.get_desc(), stride, padding, padding)
        : new convolution_forward.desc(dnnl_forward_training, dnnl_convolution_direct, source.get_desc(), any,
            target.get_desc(), stride, padding, padding);
    var description = new convolution_forward.primitive_desc(definition, attributes(oneDnn, onto, leak),
        oneDnn.processor());
    if (filter.columns() == 2 && columns > 0 && description.impl_info_str().getString().startsWith("brg")) {
      description.next_impl(); // The direct one: oneDNN's first choice is slow where it pads odd rows.
    }
    weights = new Weights(oneDnn, description.weights_desc(), filter(filter, memory.format_tag.abcd),
        filter.weights());
    biases = filter.isBiased() ? new Weights(oneDnn, bias, bias, filter.biases()) : null;
    Map<Integer, memory> arguments = new HashMap<>(Map.of(DNNL_ARG_SRC, source, DNNL_ARG_WEIGHTS, weights.memory(),
        DNNL_ARG_DST, target));
    if (biases != null) {
      arguments.put(DNNL_ARG_BIAS, biases.memory());
    }
    kernel = oneDnn.kernel(new convolution_forward(description), description, arguments);
  }

  static memory.desc filter(Filter filter, memory.format_tag layout) {
    return OneDnn.dense(layout, filter.outputs(), filter.inputs(), filter.rows(), filter.columns());
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
    weights.load(parameters);
    if (biases != null) {
      biases.load(parameters);
    }
  }

  void run() {
    kernel.run();
  }
}
