/**
 * Finds out what a recording of a fault of one's own is like: how often it recurs, what a failure is, and what a study
 * of it would be.
 *
 * <p>Depends on {@code series}, {@code data} and {@code study}; on Commons Math and Jackson.
 */
package faultslip.inspect;
