/**
 * How good a prediction is: scores beside those of the mean predictor.
 *
 * <p>Depends on {@code series}.
 */
package faultslip.evaluate;
