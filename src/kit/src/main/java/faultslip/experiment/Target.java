package faultslip.experiment;

import faultslip.study.Study;
import java.util.List;
import java.util.Optional;

/** What is predicted of a study's faults, and on which recordings. */
public enum Target {
  /** The fault state, on the test segment of the recording that was learned from or transferred to. */
  FAULT_STATE(""),
  /**
   * The fault state of other laboratory recordings (figure 5 of the paper). All that is taken from such a recording are
   * mean and standard deviation of its emission and its fault state. As in the paper they are those of the whole
   * recording, which is also what is predicted and scored: nothing is trained on it.
   */
  SECOND_EXPERIMENT("second-experiment-"),
  /**
   * The time to the next failure (figure 8 of the paper), on the laboratory's test segment, and on the study's other
   * recordings, of which only mean and standard deviation are used: those of the emission, and of that time itself.
   */
  TIME_TO_FAILURE("time-to-failure-");

  private final String prefix;

  Target(String prefix) {
    this.prefix = prefix;
  }

  /** A study that has what is predicted as its fault state, models of it, and what is tested on, laboratory first. */
  record Tests(ExperimentContext context, TransferModels models, List<TestSegment> segments) {}

  /** How the ids of experiments by it begin: "time-to-failure-"; nothing for the fault state. */
  String prefix() {
    return prefix;
  }

  /** Why a study does not have it, in a sentence; empty if it has. */
  Optional<String> obstacle(Study study) {
    return switch (this) {
      case FAULT_STATE -> Optional.empty();
      case SECOND_EXPERIMENT ->
          study.others().recordings().isEmpty() ? Optional.of(study.others().remark()) : Optional.empty();
      case TIME_TO_FAILURE -> TimeToFailure.obstacle(study);
    };
  }

  /** The study to learn from, and the segments to test on. */
  Tests of(ExperimentContext context) {
    return switch (this) {
      case FAULT_STATE -> {
        TransferModels models = context.models();
        yield new Tests(context, models, List.of(TestSegment.of(models.laboratory())));
      }
      case SECOND_EXPERIMENT -> new Tests(context, context.models(),
          context.study().others().recordings().stream().map(TestSegment::whole).toList());
      case TIME_TO_FAILURE -> new TimeToFailure(context).tests();
    };
  }
}
