package faultslip.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import faultslip.data.RecordedSamples;
import faultslip.series.Clock;
import faultslip.series.Series;
import faultslip.study.Quantity;
import faultslip.study.TrailingAverages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A study of a recording, as a file: the kit's own granular gouge to that fault, at its pace.
 *
 * @param recording where it is
 * @param pace how it recurs and is looked at
 * @param criterion of its failures
 */
public record StudyProposal(Described recording, Pace pace, CriterionSearch criterion) {
  private static final int SAMPLES_A_CYCLE = 100;
  private static final int AVERAGE = 10;
  /** Of a cycle. */
  private static final double WINDOW = 0.64;
  /** Of a recording, as the standard method splits it. */
  private static final double TRAINING = 0.2;
  private static final YAMLMapper YAML = YAMLMapper.builder().disable(Feature.WRITE_DOC_START_MARKER).build();

  /**
   * The file and its columns.
   *
   * @param path relative to the study's file
   * @param format and its options
   * @param time column and unit
   * @param emission column, and whether its logarithm is taken
   * @param fault column, and what it is divided by: a column, or a stress with its unit
   */
  public record Described(String path, Form format, Time time, Emission emission, Fault fault) {

    /** The same, its path written another way. */
    public Described at(String other) {
      return new Described(other, format, time, emission, fault);
    }

    /** As study files have it. */
    public record Form(String id, Map<String, String> options) {}

    /** A column of times, and their unit. */
    public record Time(String column, String unit) {}

    /** A column of emission. */
    public record Emission(String column, boolean logarithm) {}

    /** A column of the fault's state. */
    public record Fault(String column, Optional<String> over) {}
  }

  /**
   * At which rate a recording is looked at.
   *
   * @param recurrence mean time from failure to failure, in seconds
   * @param rate samples a second that are looked at
   * @param width samples of the recording in the average that each of them is; 1 for none
   */
  public record Pace(double recurrence, double rate, int width) {}

  /**
   * What a recording's own failures propose: it is looked at so that a cycle has as many samples as the granular
   * gouge's, in averages of ten of those where it has more.
   *
   * @param samples emission and fault state
   * @return empty if no slope tells failures from all else
   */
  public static Optional<StudyProposal> of(Described recording, RecordedSamples samples, FaultPace pace) {
    int step = (int) Math.max(1, Math.round(pace.seconds() * samples.clock().frequency() / SAMPLES_A_CYCLE));
    int width = Math.min(step == 1 ? 1 : AVERAGE * step, samples.length());
    TrailingAverages averages = new TrailingAverages(1, width, step);
    DoubleStream.Builder seen = DoubleStream.builder();
    samples.forEach(values -> averages.add(values[1]).ifPresent(mean -> seen.add(mean[0])));
    Series fault = new Series(recording.fault.column, "", new Clock(samples.clock().timeOf(width - 1),
        step * samples.clock().interval()), seen.build().toArray());
    return CriterionSearch.of(fault, pace.seconds()).map(found -> new StudyProposal(recording,
        new Pace(found.failures().meanRecurrence(), fault.clock().frequency(), width), found));
  }

  /** How long a recording has to be, so that a window fits into a fifth of it, in seconds. */
  public double shortest() {
    return WINDOW / TRAINING * pace.recurrence;
  }

  /** The text of the file, YAML. */
  public String yaml() {
    ObjectNode study = YAML.createObjectNode();
    String file = String.valueOf(Path.of(recording.path).getFileName());
    String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z0-9.]+$", "")
        .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    study.put("study", name.isEmpty() ? "my-fault" : name).put("title", "granular gouge to " + file);
    study.putArray("notes").add("Proposed by ./faultslip inspect: look at columns, failures and rates before you "
        + "trust it.");
    ObjectNode recordings = study.putObject("recordings");
    simulation(recordings.putObject("simulation"));
    laboratory(recordings.putObject("laboratory"));
    ObjectNode granular = study.putObject("simulations").putObject("granular").put("recording", "simulation");
    granular.putArray("rates").add("20 Hz").add("15 Hz").add("10 Hz").add("7.5 Hz").add("5 Hz");
    granular.put("reference", "10 Hz");
    study.put("laboratory", "laboratory");
    method(study.putObject("method"));
    try {
      return YAML.writeValueAsString(study);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // texts and numbers can be written
    }
  }

  private static void simulation(ObjectNode simulation) {
    simulation.put("title", "granular gouge, 5 MPa").put("resource", "synthetic-simulation");
    simulation.putObject("recorded").put("rate", "120 Hz").put("duration", "1200 s");
    simulation.putObject("time").put("column", "time").put("unit", "s");
    ObjectNode emission = simulation.putObject("emission");
    emission.putArray("columns").add("emission");
    emission.put("name", "kinetic energy").put("unit", "σ0 d²").put("logarithm", true);
    simulation.putObject("fault").put("column", "friction").put("name", "friction coefficient");
    simulation.putObject("instrument").put("average", "10 samples");
    simulation.putObject("failures").put("slope", "-0.05 /s").put("apart", "2 s");
  }

  private void laboratory(ObjectNode laboratory) {
    laboratory.put("title", String.valueOf(Path.of(recording.path).getFileName())).put("path", recording.path)
        .put("format", recording.format.id);
    if (!recording.format.options.isEmpty()) {
      recording.format.options.forEach(laboratory.putObject("options")::put);
    }
    laboratory.putObject("time").put("column", recording.time.column).put("unit", recording.time.unit);
    ObjectNode emission = laboratory.putObject("emission");
    emission.putArray("columns").add(recording.emission.column);
    emission.put("logarithm", recording.emission.logarithm);
    ObjectNode fault = laboratory.putObject("fault").put("column", recording.fault.column);
    recording.fault.over.ifPresent(over -> {
      fault.put("over", over).put("name", "friction coefficient");
      if (over.matches("[+-]?[0-9.].*")) {
        fault.put("unit", Quantity.of(over).unit());
      }
    });
    ObjectNode instrument = laboratory.putObject("instrument").put("rate", number(pace.rate, 8) + " Hz");
    if (pace.width > 1) {
      instrument.put("average", AVERAGE + " samples");
    }
    laboratory.putObject("failures").put("slope", number(criterion.criterion().slope(), 4) + " /s")
        .put("apart", seconds(criterion.criterion().shortestInterval()));
  }

  // As the study public has them, where a cycle is about ten seconds.
  private void method(ObjectNode method) {
    ObjectNode windows = method.putObject("windows").put("length", cycles(WINDOW));
    windows.putObject("simulation").put("training", cycles(0.01)).put("validation", cycles(0.64));
    windows.putObject("laboratory").put("training", cycles(0.02)).put("validation", cycles(0.04));
    windows.putObject("nowcast").put("memory", cycles(5.12)).putObject("simulation").put("training", cycles(0.06))
        .put("validation", cycles(0.32));
    ObjectNode images = method.putObject("images");
    images.putObject("transfer").put("smallestScale", seconds(0.5 / pace.rate)).put("largestScale", cycles(1.28));
    images.putObject("laboratory").put("smallestScale", seconds(0.5 / pace.rate)).put("largestScale", cycles(0.64));
  }

  private String cycles(double share) {
    return seconds(share * pace.recurrence);
  }

  private static String seconds(double duration) {
    return number(duration, 4) + " s";
  }

  private static String number(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString();
  }
}
