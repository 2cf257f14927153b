/**
 * Baselines beside which a network's scores are shown: regressors on statistics of the emission, as in Rouet-Leduc et
 * al. (2017), and bursts of it counted. They are fitted on the training segment alone, chronologically, with settings
 * fixed beforehand, and the same seed gives the same bits. A regressor of one's own is a {@link RegressorKind}.
 *
 * <p>Depends on {@code series}, {@code evaluate}, and Tribuo.
 */
package faultslip.evaluate.baseline;
