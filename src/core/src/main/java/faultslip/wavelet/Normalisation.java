package faultslip.wavelet;

/** How the coefficients of a scalogram are scaled. */
public enum Normalisation {
  /** Unit energy of the wavelet at every scale: W_n(s) of Torrence &amp; Compo (1998), equation 4. */
  ENERGY,
  /** W_n(s) / √(s/δt): rows of comparable size over all scales, the image a network learns from. */
  AMPLITUDE;

  /** The factor that takes an {@link #ENERGY} coefficient at this scale to this normalisation. */
  double factor(double scale, double interval) {
    return this == ENERGY ? 1 : 1 / Math.sqrt(scale / interval);
  }
}
