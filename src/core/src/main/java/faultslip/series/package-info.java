/**
 * Time series with a clock and a unit, recordings (an acoustic emission beside a fault state), standardisation,
 * failures and the time to them.
 *
 * <p>Everything here is immutable. Depends on no other package.
 */
package faultslip.series;
