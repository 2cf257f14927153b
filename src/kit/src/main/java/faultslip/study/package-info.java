/**
 * Studies: a simulation, a laboratory recording to learn a little from, and what else belongs to them. Everything above
 * works on any study and knows none by name.
 *
 * <p>Depends on {@code series}, {@code wavelet}, {@code split}, {@code ced}, {@code gouge}, {@code data}.
 */
package faultslip.study;
