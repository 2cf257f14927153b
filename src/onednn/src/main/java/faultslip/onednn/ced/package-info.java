/**
 * The convolutional encoder-decoder computed by oneDNN, called directly: outputs, gradients and steps, several times as
 * fast as DL4J, whose graph keeps parameters and updater. On the class path, it is what computes networks.
 *
 * <p>Depends on {@code ced}, {@code onednn}.
 */
package faultslip.onednn.ced;
