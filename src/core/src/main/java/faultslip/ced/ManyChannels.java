package faultslip.ced;

import java.util.List;

/**
 * A network that sees several images at once, of the same layers otherwise.
 *
 * @param network one that takes its input's channels as they come, as {@link CedArchitecture} does
 * @param channels at least 1
 */
public record ManyChannels(NetworkArchitecture network, int channels) implements NetworkArchitecture {

  /** @throws CedException if there is no channel */
  public ManyChannels {
    if (channels < 1) {
      throw new CedException("Network with " + channels + " channels; give at least 1.");
    }
  }

  @Override
  public int scales() {
    return network.scales();
  }

  @Override
  public int width() {
    return network.width();
  }

  @Override
  public int reduction() {
    return network.reduction();
  }

  @Override
  public ManyChannels withWidth(int samples) {
    return new ManyChannels(network.withWidth(samples), channels);
  }

  @Override
  public List<String> encoder(NetworkGraph graph, String image) {
    return network.encoder(graph, image);
  }

  @Override
  public String latentSpace(NetworkGraph graph, String encoded) {
    return network.latentSpace(graph, encoded);
  }

  @Override
  public List<String> decoder(NetworkGraph graph, String latent, List<String> encoded) {
    return network.decoder(graph, latent, encoded);
  }
}
