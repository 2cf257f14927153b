package faultslip.study;

import static faultslip.study.StudyException.below;
import static faultslip.study.StudyException.require;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import faultslip.study.RecordingDescription.Recorded;
import faultslip.study.Study.OtherRecordings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as its file describes it, before anything is read: the keys of {@code study.schema.json}, which says what
 * each of them means, with what is taken where one is left out. Recordings and simulations are by name.
 */
record StudyDescription(String study, String title, List<String> notes, Map<String, RecordingDescription> recordings,
    Map<String, SimulationDescription> simulations, String laboratory, Others others, JsonNode method) {

  StudyDescription {
    title = requireNonNullElse(title, study);
    others = requireNonNullElse(others, new Others(List.of(), null));
    method = requireNonNullElse(method, JsonNodeFactory.instance.objectNode());
  }

  /** A simulation to learn from: at the recording's own rate if there are none, and tested at the first of them. */
  record SimulationDescription(String recording, List<Quantity> rates, Optional<Quantity> reference) {}

  /** Laboratory recordings that models are applied to unchanged. */
  record Others(List<String> recordings, String about) {
    Others {
      about = requireNonNullElse(about, OtherRecordings.NONE.remark());
    }
  }

  /**
   * Refuses what can be seen to be wrong before anything is fetched, and what the schema cannot say: names that stand
   * for nothing, units that do not fit, rates above the recording's.
   *
   * @param folder that paths are relative to
   * @return the recordings that lie there, by name
   * @throws StudyException of the first key that is wrong
   */
  Map<String, RawRecording> check(Path folder) {
    Map<String, String> titles = new HashMap<>();
    Map<String, RawRecording> beside = new HashMap<>();
    recordings.forEach((name, recording) -> {
      below("recordings." + name, () -> recording.check(folder)).ifPresent(raw -> beside.put(name, raw));
      String other = titles.putIfAbsent(recording.title(), name);
      require(other == null, "recordings." + name + ".title", "is '%s', as that of recording '%s'; results name "
          + "recordings by their titles: give another.", recording.title(), other);
    });
    simulations.forEach((name, simulation) -> {
      String key = "simulations." + name;
      requireRecording(key + ".recording", simulation.recording());
      List<Quantity> rates = simulation.rates();
      double recorded = extent(simulation.recording(), beside).rate().hertz();
      for (int i = 0; i < rates.size(); i++) {
        RawRecording.wholePart(key + ".rates." + i, rates.get(i), recorded);
      }
      simulation.reference().ifPresent(reference -> require(rates.contains(reference), key + ".reference",
          "is %s, which is none of the rates %s; choose one of them.", reference, rates));
    });
    requireRecording("laboratory", laboratory);
    for (int i = 0; i < others.recordings().size(); i++) {
      requireRecording("others.recordings." + i, others.recordings().get(i));
    }
    return beside;
  }

  private void requireRecording(String key, String name) {
    require(recordings.containsKey(name), key, "is '%s', which is no recording here; there are %s.", name,
        String.join(", ", recordings.keySet()));
  }

  /** What a recording holds, by those that have been read, or else as it is said to be. */
  Recorded extent(String recording, Map<String, RawRecording> beside) {
    return beside.containsKey(recording) ? beside.get(recording).extent() : recordings.get(recording).extent();
  }
}
