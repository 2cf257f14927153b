/**
 * One report of progress for all long work: trainings, predictions, simulations, notebooks.
 *
 * <p>Depends on {@code ced}'s {@link faultslip.ced.TrainingProgress}, to be one; every other package of the kit may use
 * it.
 */
package faultslip.progress;
