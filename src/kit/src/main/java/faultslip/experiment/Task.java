package faultslip.experiment;

import faultslip.ced.TrainingProgress;
import java.util.List;

/**
 * A piece of a campaign's work: a training, or what an experiment makes of models. It may be done anywhere, by whoever
 * shares the model store, and again: what is there already is not made anew.
 */
public interface Task {

  /** Its name in a model store, unique there and the same in every run: a kind and 12 digits of what determines it. */
  String id();

  /** What it is, for humans: "cross-training, seed 1". */
  String title();

  /** Tasks that it goes on from; where they are not done yet, it does them. */
  List<? extends Task> after();

  /** Gradient steps to reckon with; 0 if it is done, or trains nothing. */
  long stepsToCome();

  /** Whether what it makes is in the store. */
  boolean isDone();

  /** Whether some process is at it, on this machine or another. */
  boolean isTaken();

  /**
   * Does it, unless it is done; waits for a process that is at it.
   *
   * @throws faultslip.FaultslipException if it fails, or the store cannot be written
   */
  void perform(TrainingProgress progress);
}
