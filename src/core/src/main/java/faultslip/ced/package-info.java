/**
 * The convolutional encoder-decoder (CED) of Wang et al. (2021): its architecture, training on scalograms, transfer by
 * training the latent space alone, prediction over overlapping windows, and the store of trained models. Other networks
 * are added as a {@link faultslip.ced.NetworkArchitecture}.
 *
 * <p>Depends on {@code series}, {@code split}, {@code wavelet}, and DL4J with ND4J, which nobody sees but who adds a
 * network. Every training runs on one native thread, so that its bits do not depend on the number of cores; trainings
 * run beside each other instead.
 */
package faultslip.ced;
