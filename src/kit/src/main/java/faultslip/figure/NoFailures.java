package faultslip.figure;

import faultslip.study.Study;

/** What is said of a study that has no failures to draw. */
final class NoFailures {

  private NoFailures() {
  }

  static FigureException refusal(Study study) {
    return new FigureException("Study '%s' does not say what a failure is, so there is nothing to draw; give it failure criteria."
        .formatted(study.name()));
  }
}
