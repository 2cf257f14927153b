package faultslip.study;

/** How fast a study's recordings are sampled, for the windows that its networks see. */
public enum Sampling {
  /** About a hundred samples a seismic cycle: the paper's windows of 2 s would be a few samples, so longer ones are taken. */
  SLOW,
  /** 120 Hz, about a thousand samples a cycle: the paper's own windows of 2 s every 0.2 s, and of 0.4 s every 0.1 s. */
  PAPER
}
