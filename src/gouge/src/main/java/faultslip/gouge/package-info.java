/**
 * A granular fault: a two-dimensional discrete-element model of sheared gouge, whose stick-slip comes from its grains.
 *
 * <p>{@link faultslip.gouge.GougeParameters} say what the fault is, {@link faultslip.gouge.GranularGouge} is the fault,
 * {@link faultslip.gouge.ShearExperiment} a whole experiment on it that can be stopped and resumed,
 * {@link faultslip.gouge.GougeHistory} what came out, and {@link faultslip.gouge.EnergyBudget} where the energy went.
 * Inside, a step is: {@code Disks} and {@code TopPlate} move, {@code Neighbours} sees to the list of pairs, and
 * {@code Contacts} gathers those that touch, puts them through the law of a contact, and scatters their forces.
 *
 * <p>Equal parameters give equal bits on every machine, Java version and garbage collector: only operations that IEEE
 * 754 defines to the last bit, always in the same order. Nothing here prints; progress goes to a
 * {@link faultslip.gouge.SimulationProgress}. Depends on {@code series}.
 */
package faultslip.gouge;
