package faultslip.study;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import faultslip.study.Study.OtherRecordings;
import java.util.LinkedHashMap;
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
    notes = requireNonNullElse(notes, List.of());
    others = requireNonNullElse(others, new Others(null, null));
    method = requireNonNullElse(method, JsonNodeFactory.instance.objectNode());
  }

  /** A simulation to learn from: at the recording's own rate if there are none, and tested at the first of them. */
  record SimulationDescription(String recording, List<Quantity> rates, Optional<Quantity> reference) {
    SimulationDescription {
      rates = requireNonNullElse(rates, List.of());
    }
  }

  /** Laboratory recordings that models are applied to unchanged. */
  record Others(List<String> recordings, String about) {
    Others {
      recordings = requireNonNullElse(recordings, List.of());
      about = requireNonNullElse(about, OtherRecordings.NONE.remark());
    }
  }

  /** One recording; failures are those at its instrument's sampling (a simulation's: at the reference rate). */
  record RecordingDescription(String title, @JsonUnwrapped Source source, Time time, Optional<Quantity> from,
      Optional<Quantity> to, Emission emission, Fault fault, Instrument instrument, Optional<Failures> failures) {
    RecordingDescription {
      time = requireNonNullElse(time, new Time("", null));
      instrument = requireNonNullElse(instrument, new Instrument(Optional.empty(), Optional.empty()));
    }
  }

  /** Where numbers are: a path beside the study's file, or resources of the manifest, by their role in the format. */
  record Source(String format, String resource, Map<String, String> resources, Optional<String> path,
      Optional<Recorded> recorded, Map<String, String> options) {
    Source {
      format = requireNonNullElse(format, "csv");
      resources = new LinkedHashMap<>(requireNonNullElse(resources, Map.of()));
      if (resource != null) {
        resources.put("file", resource);
      }
      options = requireNonNullElse(options, Map.of());
    }
  }

  /** What the whole file holds. */
  record Recorded(Quantity rate, Quantity duration) {}

  /** Column of the time; none in a format with a clock of its own. */
  record Time(String column, String unit) {
    Time {
      unit = requireNonNullElse(unit, "s");
    }
  }

  /** The acoustic emission, or the kinetic energy. */
  record Emission(List<String> columns, Optional<String> combine, String name, String unit, boolean logarithm) {
    Emission {
      name = requireNonNullElse(name, columns.get(0));
      unit = requireNonNullElse(unit, "");
    }
  }

  /** The state of the fault. */
  record Fault(String column, Optional<String> over, String name, String unit) {
    private static final String NUMBER = "[+-]?[0-9.].*";

    Fault {
      name = requireNonNullElse(name, column);
      unit = requireNonNullElse(unit, "");
    }

    /** The column it is divided by; what begins as a number does is none. */
    Optional<String> divisor() {
      return over.filter(text -> !text.matches(NUMBER));
    }

    /** The number it is divided by. */
    Optional<Quantity> stress() {
      return over.filter(text -> text.matches(NUMBER)).map(Quantity::of);
    }
  }

  /** How an instrument looks: trailing averages, else means over one sampling interval; at the recording's own rate. */
  record Instrument(Optional<Quantity> average, Optional<Quantity> rate) {}

  /** What counts as a failure. */
  record Failures(Quantity slope, Quantity apart) {}
}
