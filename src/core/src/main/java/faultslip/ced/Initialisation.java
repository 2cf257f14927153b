package faultslip.ced;

/** How random weights are drawn before a training. */
public enum Initialisation {
  /**
   * Normal with variance 2/inputs (1/inputs for the linear output), biases 0 (He et al. 2015): signals keep their size
   * through rectified layers. What a large simulation and a fresh latent space train best from.
   */
  HE,
  /**
   * Uniform in ±1/√inputs, biases too, where the inputs of a transposed convolution are counted by its outputs (the
   * default of PyTorch): small signals and a smooth map at the start, which a training on a few seismic cycles keeps.
   */
  SMALL_UNIFORM
}
