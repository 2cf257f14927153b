package faultslip.onednn;

/** A part of a network that computes one image from others. */
interface Layer {

  /** Takes its weights from all parameters of the network. */
  default void load(float[] parameters) {}

  /** Whether its weights are trained: others need be taken once. */
  default boolean isTrained() {
    return false;
  }

  void forward();

  /** Makes what is needed to go backward; asked from the last layer to the first. */
  void differentiate();

  /** From the gradient of its output, the gradients of its inputs that are asked for, and of its weights. */
  void backward();

  /** Adds the gradients of its weights to those of all parameters. */
  default void addGradients(float[] gradients) {}
}
