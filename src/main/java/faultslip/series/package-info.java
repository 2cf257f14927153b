/**
 * Time series with a clock and a unit, recordings (an acoustic emission beside a fault state), and standardisation.
 *
 * <p>Everything here is immutable. Depends on the exception root only.
 */
package faultslip.series;
