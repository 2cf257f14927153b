package faultslip.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_binary_add;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;

import java.util.Map;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;

/** The largest of each 2×2 pixels. */
final class MaxPooling implements Layer {
  private static final long[] TWO = {2, 2};
  private static final long[] NONE = {0, 0};

  private final OneDnn oneDnn;
  private final Image input;
  private final Image output;
  private final pooling_forward.primitive_desc description;
  /** Which of the four it was. */
  private final memory choice;
  private final Kernel forward;
  private Kernel backward;
  private Kernel addition;

  MaxPooling(OneDnn oneDnn, Image input, Image output) {
    this.oneDnn = oneDnn;
    this.input = input;
    this.output = output;
    this.description = new pooling_forward.primitive_desc(new pooling_forward.desc(dnnl_forward_training,
        dnnl_pooling_max, input.layout(), output.layout(), TWO, TWO, NONE, NONE), oneDnn.attributes(),
        oneDnn.processor());
    this.choice = oneDnn.memory(description.workspace_desc());
    this.forward = oneDnn.kernel(new pooling_forward(description), description,
        Map.of(DNNL_ARG_SRC, input.values(), DNNL_ARG_DST, output.values(), DNNL_ARG_WORKSPACE, choice));
  }

  @Override
  public void forward() {
    forward.run();
  }

  @Override
  public void differentiate() {
    if (!input.isLearned()) {
      return;
    }
    boolean onto = input.keepGradient();
    memory target = onto ? oneDnn.memory(input.layout()) : input.gradient();
    var gradient = new pooling_backward.primitive_desc(new pooling_backward.desc(dnnl_pooling_max, input.layout(),
        output.layout(), TWO, TWO, NONE, NONE), oneDnn.attributes(), oneDnn.processor(), description);
    backward = oneDnn.kernel(new pooling_backward(gradient), gradient,
        Map.of(DNNL_ARG_DIFF_SRC, target, DNNL_ARG_DIFF_DST, output.gradient(), DNNL_ARG_WORKSPACE, choice));
    if (onto) {
      memory.desc layout = input.layout();
      var sum = new binary.primitive_desc(new binary.desc(dnnl_binary_add, layout, layout, layout),
          oneDnn.attributes(), oneDnn.processor());
      addition = oneDnn.kernel(new binary(sum), sum, Map.of(DNNL_ARG_SRC_0, input.gradient(), DNNL_ARG_SRC_1, target,
          DNNL_ARG_DST, input.gradient()));
    }
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
    if (addition != null) {
      addition.run();
    }
  }
}
