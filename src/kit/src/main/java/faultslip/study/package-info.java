/**
 * Studies: a simulation, a laboratory recording to learn a little from, and what else belongs to them. Everything above
 * works on any study and knows none by name.
 *
 * <p>Depends on {@code series}, {@code data}, {@code simulate} and {@code split}.
 */
package faultslip.study;
