/**
 * A granular fault of our own: a two-dimensional discrete-element model of sheared gouge, whose stick-slip comes from its
 * grains.
 *
 * <p>{@link faultslip.simulate.GougeParameters} say what the fault is, {@link faultslip.simulate.GranularGouge} is the fault,
 * {@link faultslip.simulate.ShearExperiment} a whole experiment on it that can be stopped and resumed,
 * {@link faultslip.simulate.GougeHistory} what came out, and {@link faultslip.simulate.EnergyBudget} where the energy went.
 * Inside, a step is: {@code Leapfrog} and {@code TopPlate} move, {@code Neighbours} sees to the list of {@code ContactPairs},
 * and {@code Contacts} gathers those that touch, has the {@code ContactLaw} give their forces, and scatters these.
 *
 * <p>{@link faultslip.simulate.SyntheticFault} are the faults whose recordings come with the kit.
 *
 * <p>The same parameters give the same bits on every machine, Java version and garbage collector: only operations that
 * IEEE 754 defines to the last bit, always in the same order. Nothing here prints; progress goes to a
 * {@link faultslip.simulate.SimulationProgress}. Depends on {@code series}, {@code data} and the root package.
 */
package faultslip.simulate;
