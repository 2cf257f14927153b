/**
 * How sure scores are: by the seismic cycles that they come from, by the failures found and missed, and by intervals
 * that a segment of their own calibrates.
 *
 * <p>Depends on {@code series} and {@code evaluate}.
 */
package faultslip.evaluate.certainty;
