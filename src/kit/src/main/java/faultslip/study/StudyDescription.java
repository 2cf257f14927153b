package faultslip.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as its file describes it, before anything is read: what {@link StudyFile} has validated.
 *
 * @param study its short name: "public"
 * @param text what a reader must know
 * @param recordings by name
 * @param parts which recording is what
 * @param method what differs from the standard method, a tree of keys as {@link MethodSettings} has them
 */
record StudyDescription(String study, Text text, Map<String, RecordingDescription> recordings, Parts parts,
    JsonNode method) {

  /**
   * Words for a reader.
   *
   * @param title one line
   * @param notes what must be known of the data, a line each
   */
  record Text(String title, List<String> notes) {}

  /**
   * Which recording is what.
   *
   * @param simulations by name, the one that leads first
   * @param laboratory name of the laboratory's recording
   * @param others other laboratory recordings
   */
  record Parts(Map<String, SimulationDescription> simulations, String laboratory, Others others) {}

  /**
   * A simulation to learn from.
   *
   * @param recording its name
   * @param rates that a network learns from; empty for the recording's own
   * @param reference the one of them that is tested at, and in which failures are found; empty for the first
   */
  record SimulationDescription(String recording, List<Quantity> rates, Optional<Quantity> reference) {
    SimulationDescription {
      rates = rates == null ? List.of() : List.copyOf(rates);
    }
  }

  /**
   * Laboratory recordings that models are applied to unchanged.
   *
   * @param recordings their names; may be empty
   * @param about one line on them
   */
  record Others(List<String> recordings, String about) {
    static final Others NONE =
        new Others(List.of(), "Second experiment: this study has no other laboratory recording.");

    Others {
      recordings = recordings == null ? List.of() : List.copyOf(recordings);
      about = about == null ? NONE.about : about;
    }
  }

  /**
   * One recording.
   *
   * @param title as in tables and figures
   * @param file where its numbers are
   * @param columns what is read from it
   * @param instrument how it is sampled, if not as it was recorded
   * @param failures what counts as a failure in it, at its sampling (a simulation's: at the reference rate)
   */
  record RecordingDescription(String title, Source file, Columns columns, Instrument instrument,
      Optional<Failures> failures) {}

  /**
   * Where numbers are.
   *
   * @param format id of a {@link faultslip.data.RecordingFormat}
   * @param resources of the manifest, by what they are in the format
   * @param path of a file beside the study's; empty if it is of the manifest
   * @param recorded what the file holds; empty for a path, which can be looked at
   * @param options of the format
   */
  record Source(String format, Map<String, String> resources, Optional<String> path, Optional<Recorded> recorded,
      Map<String, String> options) {}

  /**
   * What a file holds, so that a study can be checked before it is fetched.
   *
   * @param rate at which it was recorded
   * @param duration of the whole
   */
  record Recorded(Quantity rate, Quantity duration) {}

  /**
   * What is read.
   *
   * @param time column of the time, and its unit
   * @param from first time taken; empty for the file's beginning
   * @param to last time taken; empty for its end
   * @param emission of the fault
   * @param fault its state
   */
  record Columns(Time time, Optional<Quantity> from, Optional<Quantity> to, Emission emission, Fault fault) {}

  /**
   * Column of the time.
   *
   * @param column its name
   * @param unit s, ms, us or min
   */
  record Time(String column, String unit) {}

  /**
   * The acoustic emission, or the kinetic energy.
   *
   * @param columns one, or the channels that make it up
   * @param combine how channels are combined: {@code mean} or {@code norm}
   * @param name for axes: "AE variance"
   * @param unit for axes
   * @param logarithm whether its natural logarithm is what a network sees
   */
  record Emission(List<String> columns, String combine, String name, String unit, boolean logarithm) {}

  /**
   * The state of the fault.
   *
   * @param column its name
   * @param over what it is divided by: a column, or a quantity in the column's unit; empty to take it as it is
   * @param name for axes: "friction coefficient"
   * @param unit for axes; of the column, if {@code over} is empty
   */
  record Fault(String column, Optional<String> over, String name, String unit) {}

  /**
   * How an instrument looks at what happens.
   *
   * @param average length of its trailing averages; empty for means over one sampling interval
   * @param rate at which it samples; empty for the recording's own
   */
  record Instrument(Optional<Quantity> average, Optional<Quantity> rate) {
    static final Instrument NONE = new Instrument(Optional.empty(), Optional.empty());
  }

  /**
   * What counts as a failure.
   *
   * @param slope of the fault state, per second, negative
   * @param apart shortest time between two failures
   */
  record Failures(@JsonProperty("slope") Quantity slope, Quantity apart) {}

  StudyDescription {
    recordings = new LinkedHashMap<>(recordings);
    method = method == null ? JsonNodeFactory.instance.objectNode() : method;
  }
}
