/**
 * The paper's experiments, one small class each, on any study: which model is trained on what, and tested where.
 *
 * <p>Depends on everything below it: {@code study}, {@code ced}, {@code split}, {@code evaluate}.
 */
package faultslip.experiment;
