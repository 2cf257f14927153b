package faultslip.ced;

import java.util.List;

/**
 * A network that maps the scalogram of an emission to that of a fault state: its shape, and the layers of its three
 * parts. Encoder, latent space and decoder are told apart because cross-training trains the latent space alone.
 *
 * <p>To add a network, write a record that implements this interface; training, cross-training, the store and
 * prediction take it as they take {@link CedArchitecture}. The three methods that add layers are called in turn, more
 * than once, and must add the same layers each time, depending on nothing but the record's components. Two networks are
 * one in the store if their text forms agree, so {@code toString} must hold every component, as a record's does.
 */
public interface NetworkArchitecture {

  /** Height of the image: scales of the scalogram. */
  int scales();

  /** Width of the image: samples of a window. */
  int width();

  /** Images that it sees at once, of one shape: the emission's alone, if nothing else is said. */
  default int channels() {
    return 1;
  }

  /** The number of which {@link #width} must be a multiple. */
  int reduction();

  /** These layers over windows of another width; a {@link CedException} if it is no multiple of {@link #reduction}. */
  NetworkArchitecture withWidth(int samples);

  /**
   * Adds the encoder.
   *
   * @param image name of the input, an image [channels][scales][width]
   * @return names of its outputs: first what the latent space maps, then what the decoder listens to besides (skip
   *     connections), if anything
   */
  List<String> encoder(NetworkGraph graph, String image);

  /** Adds the latent space, behind the encoder's first output of this name, and gives the name of its own. */
  String latentSpace(NetworkGraph graph, String encoded);

  /**
   * Adds the decoder.
   *
   * @param latent name of the latent space's output
   * @param encoded names of the encoder's outputs, as {@link #encoder} gave them
   * @return names of its outputs: first an image [1 channel][scales][width], the prediction; then feature maps of half
   *     that height and width, of a quarter, and so on, for a training to supervise, if there are any
   */
  List<String> decoder(NetworkGraph graph, String latent, List<String> encoded);
}
