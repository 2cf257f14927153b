package faultslip.experiment;

import faultslip.evaluate.Scores;
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

  /** Models of what is predicted, and what they are tested on, laboratory first. */
  record Tests(TransferModels models, List<TestSegment> segments) {}

  /** How the ids of experiments by it begin: "time-to-failure-"; nothing for the fault state. */
  String prefix() {
    return prefix;
  }

  /** The score that ranks predictions: "MAPE", or "MAE" where the truth comes to zero and a percentage says little. */
  String score() {
    return this == TIME_TO_FAILURE ? "MAE" : "MAPE";
  }

  /** That score: the smaller, the better. */
  double error(Scores scores) {
    return this == TIME_TO_FAILURE ? scores.mae() : scores.mapePercent();
  }

  /** Why a study does not have it, in a sentence; empty if it has. */
  Optional<String> obstacle(Study study) {
    return switch (this) {
      case FAULT_STATE -> study.laboratory().obstacle();
      case SECOND_EXPERIMENT -> study.laboratory().obstacle()
          .or(() -> study.others().recordings().isEmpty() ? Optional.of(study.others().remark()) : Optional.empty());
      case TIME_TO_FAILURE -> study.hasFailures() ? Optional.empty() : Optional.of(("Study '%s' does not say what a "
          + "failure is, so it has no cycles, and there is no time to it; give it failure criteria.")
          .formatted(study.name()));
    };
  }

  /**
   * Of a nowcast on other recordings, mean and standard deviation are those of their beginning, by the split of the
   * laboratory recording, and the last part is tested.
   */
  Tests of(ExperimentContext context, LookAhead lookAhead) {
    return switch (this) {
      case FAULT_STATE -> {
        TransferModels models = context.models(lookAhead);
        yield new Tests(models,
            List.of(TestSegment.of(models.laboratory()).with(context.study().laboratory().criterion())));
      }
      case SECOND_EXPERIMENT -> {
        TransferModels models = context.models(lookAhead);
        yield new Tests(models, context.study().others().withState().stream().map(other ->
            (lookAhead == LookAhead.WINDOW ? TestSegment.whole(other.recording(), 0)
                : TestSegment.of(models.method().settings().splits().laboratory().of(other.recording())))
                .with(other.criterion())).toList());
      }
      case TIME_TO_FAILURE -> new TimeToFailure(context, lookAhead).tests();
    };
  }
}
