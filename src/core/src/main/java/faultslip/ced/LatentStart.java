package faultslip.ced;

/** Where cross-training starts the latent space from. */
public enum LatentStart {
  /** The weights that the simulation left. */
  TRAINED,
  /** New random weights. */
  FRESH
}
