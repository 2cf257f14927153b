/**
 * How fast the kit is, beside what others would use instead: the same work on one thread each, in turns.
 *
 * <p>Depends on {@code series}, {@code split}, {@code wavelet}, {@code ced} and {@code gouge}. Peers are programs of
 * this machine; those that are not there are left out.
 */
package faultslip.benchmark;
