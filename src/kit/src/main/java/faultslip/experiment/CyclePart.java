package faultslip.experiment;

import faultslip.split.Segment;

/** A half of a seismic cycle, which runs from one failure to the next. */
public enum CyclePart {
  /** From the failure on, the drop of the fault state included. */
  POST_FAILURE("post-failure"),
  /** Up to the sample before the next failure. */
  PRE_FAILURE("pre-failure");

  private final String id;

  CyclePart(String id) {
    this.id = id;
  }

  /** As in results files: "post-failure". */
  public String id() {
    return id;
  }

  /** The half of a cycle; of an odd number of samples, the later half has one more. */
  Segment of(Segment cycle) {
    int middle = cycle.from() + cycle.length() / 2;
    return this == POST_FAILURE ? new Segment(cycle.from(), middle) : new Segment(middle, cycle.to());
  }
}
