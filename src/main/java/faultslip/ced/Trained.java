package faultslip.ced;

/** A network with the history of the training that made it. */
public record Trained(Ced network, TrainingHistory history) {}
