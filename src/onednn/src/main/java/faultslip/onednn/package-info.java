/**
 * Networks of convolutions computed by oneDNN, called directly: layers whose primitives are made once and held from
 * step to step, forward and backward, on one thread. Images lie with their channels last from the first layer to the
 * last.
 *
 * <p>Depends on no other package.
 */
package faultslip.onednn;
