package faultslip.app;

import faultslip.FaultslipException;
import faultslip.data.RecordedSamples;
import faultslip.data.RecordingFormat;
import faultslip.inspect.FaultPace;
import faultslip.model.Evaluation;
import faultslip.model.PredictionFile;
import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.study.TrailingAverages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds predictions against a recording of what they predict. */
@Command(name = "evaluate", description = "Hold predictions (a file of ./faultslip predict --model) against a "
    + "recording of the fault state: scores, and failures found.")
final class Evaluate implements Runnable {
  /** Of an interval: closer times are the same. */
  private static final double SAME = 0.01;

  @Mixin private RecordingSource recording;

  @Option(names = "--predictions", paramLabel = "FILE", required = true,
      description = "What was predicted: .csv or .h5.")
  private Path predictions;

  @Option(names = "--average", defaultValue = "0", paramLabel = "S", description = "Trailing averages of so many "
      + "seconds are what was predicted, as ./faultslip predict says (default: single samples).")
  private double average;

  @Option(names = "--slope", paramLabel = "VALUE", description = "A failure: the fault state falls faster, per second; "
      + "below 0 (default: as it is found).")
  private Double slope;

  @Option(names = "--apart", paramLabel = "S", description = "Failures are at least so many seconds apart; goes with "
      + "--slope.")
  private Double apart;

  @Override
  public void run() {
    if ((slope == null) != (apart == null)) {
      throw new FaultslipException("--slope and --apart go together; give both or none.");
    }
    RecordingFormat form = RecordingFormat.of(predictions);
    List<String> there = form.columns(Map.of("file", predictions), Map.of()).orElseThrow();
    String said = there.contains(PredictionFile.STANDARDISED) ? PredictionFile.STANDARDISED : PredictionFile.PREDICTED;
    RecordedSamples made = RecordedSamples.of(form, new RecordingFormat.Request(Map.of("file", predictions),
        PredictionFile.TIME, 1, List.of(said, there.contains(PredictionFile.RESTORED) ? PredictionFile.RESTORED : said),
        form.options().contains("missing") ? Map.of("missing", "none") : Map.of()));
    String fault = recording.fault().orElse("fault");
    RecordedSamples truths = recording.samples(recording.time().orElse("time"), fault, Optional.of(fault),
        recording.over());
    System.out.println(recording.name() + ": " + truths.words());
    double[] truth = truth(made, truths);
    List<double[]> columns = columns(made, truth.length);
    Series known = new Series(fault, "", made.clock(), truth);
    boolean isStandardised = said.equals(PredictionFile.STANDARDISED);
    Standardisation of = Standardisation.of(known);
    Series predicted = known.with(isStandardised ? of.invert(columns.get(0)) : columns.get(0));
    Series restored = known.with(isStandardised ? of.invert(columns.get(1)) : columns.get(1));
    if (isStandardised) {
      System.out.println("Predictions are standardised; they are given the recording's own mean and deviation here.");
    }
    Evaluation evaluation = slope != null
        ? Evaluation.of(known, predicted, restored,
            Optional.of(new Evaluation.Criterion(1, new FailureCriterion(slope, apart))))
        : FaultPace.of(truths, true, false).map(pace -> Evaluation.of(known, predicted, restored, pace.seconds()))
            .orElseGet(() -> Evaluation.of(known, predicted, restored, Optional.empty()));
    System.out.println(evaluation.lines());
    evaluation.events().ifPresent(events -> System.out.println(events.printAll()));
  }

  private static List<double[]> columns(RecordedSamples made, int length) {
    List<double[]> columns = List.of(new double[length], new double[length]);
    int[] at = new int[1];
    made.forEach(values -> {
      if (at[0] < length) {
        columns.get(0)[at[0]] = values[0];
        columns.get(1)[at[0]] = values[1];
      }
      at[0]++;
    });
    return columns;
  }

  /** The fault state as it was predicted: averages that end at the times of the predictions. */
  private double[] truth(RecordedSamples made, RecordedSamples truths) {
    Clock of = truths.clock();
    Clock asked = made.clock();
    double first = (asked.start() - of.start()) * of.frequency();
    double every = asked.interval() * of.frequency();
    int step = (int) Math.max(1, Math.round(every));
    int width = (int) Math.max(1, Math.round(average * of.frequency()));
    int skipped = (int) Math.round(first) - width + 1;
    if (Math.abs(every - step) > SAME || Math.abs(first - Math.rint(first)) > 0.5 || skipped < 0
        || Math.round(first) >= truths.length()) {
      throw new FaultslipException(("Predictions from %s s on, every %s s, are not at samples of a recording from %s s "
          + "on, every %s s (--average %s); give the recording that was predicted.").formatted((float) asked.start(),
          (float) asked.interval(), (float) of.start(), (float) of.interval(), average));
    }
    TrailingAverages averages = new TrailingAverages(1, width, step);
    DoubleStream.Builder means = DoubleStream.builder();
    int[] at = new int[1];
    truths.forEach(values -> {
      if (at[0]++ >= skipped) {
        averages.add(values[1]).ifPresent(mean -> means.add(mean[0]));
      }
    });
    return means.build().limit(made.length()).toArray();
  }
}
