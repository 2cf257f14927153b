package outside;

import faultslip.ced.CedException;
import faultslip.ced.NetworkArchitecture;
import faultslip.ced.NetworkGraph;
import faultslip.study.NetworkKind;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** A network of one's own, without skip connections: all that the decoder knows passes through the latent space. */
public record Funnel(int scales, int width, int filters) implements NetworkArchitecture {

  /** Names it "funnel"; its filters are the one setting. */
  public static final class Kind implements NetworkKind {

    @Override
    public String id() {
      return "funnel";
    }

    @Override
    public Funnel of(int scales, int width, Map<String, Object> settings) {
      if (!settings.keySet().equals(Map.of("filters", 0).keySet())) {
        throw new CedException("A funnel with " + settings.keySet() + "; give filters alone.");
      }
      return new Funnel(scales, width, (Integer) settings.get("filters"));
    }
  }

  @Override
  public int reduction() {
    return 4;
  }

  @Override
  public Funnel withWidth(int samples) {
    if (samples % reduction() != 0) {
      throw new CedException("Windows of " + samples + " samples; give a multiple of 4.");
    }
    return new Funnel(scales, samples, filters);
  }

  @Override
  public List<String> encoder(NetworkGraph graph, String image) {
    String half = graph.normalised("half", convolution(2), new ActivationTanH(), image);
    return List.of(graph.layer("quarter", convolution(2), half));
  }

  @Override
  public String latentSpace(NetworkGraph graph, String encoded) {
    return graph.layer("bottle", convolution(1), graph.normalised("neck", convolution(1), new ActivationTanH(), encoded));
  }

  @Override
  public List<String> decoder(NetworkGraph graph, String latent, List<String> encoded) {
    String half = graph.normalised("smooth", convolution(1), new ActivationTanH(), doubled(graph, "twice", latent));
    return List.of(graph.layer("image", new ConvolutionLayer.Builder(1, 1).nOut(1).build(), doubled(graph, "fourfold", half)), half);
  }

  private String doubled(NetworkGraph graph, String name, String input) {
    return graph.layer(name, new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(filters).build(), input);
  }

  private ConvolutionLayer convolution(int stride) {
    return new ConvolutionLayer.Builder(3, 3).stride(stride, stride).nOut(filters).activation(new ActivationTanH()).build();
  }
}
