package faultslip.experiment;

import faultslip.study.Study;
import java.util.Optional;

/** What a prediction of a time knows of the emission after it. */
public enum LookAhead {
  /** What lies in the windows about it, and in reach of their wavelets, as in the paper. */
  WINDOW("", ""),
  /** Nothing: a nowcast. */
  NONE("nowcast", "nowcast"),
  /** Nothing either, and a clock that its bursts so far have set is seen beside it. */
  NONE_WITH_BURST_CLOCK("nowcast-burst-clock", "nowcast with burst clock");

  private final String id;
  private final String title;

  LookAhead(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** What it adds to the ids of experiments: "nowcast-"; nothing where windows look ahead. */
  String prefix() {
    return this == WINDOW ? "" : id + "-";
  }

  /** What is done so, for humans: "nowcast, cross-trained". */
  String title(String of) {
    return this == WINDOW ? of : title + ", " + of;
  }

  /** Why networks of a study do not predict so, in a sentence; empty if they do. */
  Optional<String> obstacle(Study study) {
    return this == WINDOW || study.sampled().nowcast().isPresent() ? Optional.empty()
        : Optional.of("Study '%s' makes no nowcasts; give windows.nowcast.memory, some cycles long."
            .formatted(study.name()));
  }
}
