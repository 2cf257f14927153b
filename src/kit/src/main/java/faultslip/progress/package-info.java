/**
 * One report of progress for all long work: trainings, predictions, simulations, notebooks.
 *
 * <p>Depends on {@code ced}'s {@link faultslip.ced.TrainingProgress}, to be one; all other packages of the kit may.
 */
package faultslip.progress;
