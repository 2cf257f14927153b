/**
 * How good a prediction is: scores beside those of the mean predictor, and tables of them.
 * Baselines are in {@code evaluate.baseline}.
 *
 * <p>Depends on {@code series} and Tablesaw.
 */
package faultslip.evaluate;
