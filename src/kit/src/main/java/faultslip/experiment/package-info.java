/**
 * The paper's experiments, one small class each, on any study: which model is trained on what, and tested where.
 *
 * <p>Depends on {@code series}, {@code wavelet}, {@code split}, {@code ced}, {@code evaluate},
 * {@code evaluate.baseline}, {@code evaluate.certainty}, {@code data}, {@code study}.
 */
package faultslip.experiment;
