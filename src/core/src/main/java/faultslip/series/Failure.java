package faultslip.series;

/**
 * A failure of the fault: the beginning of a fast drop of its state.
 *
 * @param sample first sample at which the fault state falls faster than the criterion allows
 * @param time of that sample, in seconds
 * @param steepest steepest slope of the drop, in the fault state's unit per second, negative
 */
public record Failure(int sample, double time, double steepest) {}
