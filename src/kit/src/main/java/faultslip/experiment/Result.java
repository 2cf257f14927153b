package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;
import faultslip.evaluate.certainty.ConformalInterval;
import faultslip.experiment.ResultRow.Interval;
import faultslip.experiment.ResultRow.Model;
import faultslip.series.Series;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What an experiment found on one recording, for one seed and one amplitude.
 *
 * @param row the scores, and what they are of
 * @param segment tested on
 * @param predicted fault state over it
 * @param images the prediction in full, with scalograms and deviation; empty for what is not a network
 * @param calibrating gives what is predicted between the known part and the tested one; empty where nothing lies there
 */
public record Result(ResultRow row, TestSegment segment, Series predicted, Optional<Prediction> images,
    Optional<Supplier<Series>> calibrating) {
  /** Those of one and two standard deviations, were errors normal. */
  private static final List<Double> LEVELS = List.of(0.68, 0.95);

  /**
   * The mean of the predictions of several models of one experiment on one segment, and intervals about it.
   *
   * @param members at least one, of one amplitude
   */
  static Result mean(List<Result> members) {
    Result first = members.get(0);
    ResultRow row = first.row;
    Series mean = mean(members, Result::predicted);
    List<Interval> intervals = first.calibrating.isEmpty() ? List.of() : intervals(first.segment, mean,
        mean(members, member -> member.calibrating.orElseThrow().get()));
    Model model = new Model("mean of " + members.size(), members.stream().map(member -> member.row.seed()).toList(),
        OptionalDouble.empty(), "", intervals);
    return new Result(new ResultRow(row.study(), row.simulation(), row.experiment(), row.recording(), row.unit(),
        row.leftOut(), model, row.reading(), first.segment.scores(mean), first.segment.byCycle(mean)), first.segment,
        mean, Optional.empty(),
        Optional.empty());
  }

  private static List<Interval> intervals(TestSegment segment, Series tested, Series between) {
    return LEVELS.stream().filter(level -> between.length() >= level / (1 - level)).map(level -> {
      ConformalInterval interval = ConformalInterval.calibrated(level, segment.between().fault(), between);
      return new Interval(interval, interval.coverage(segment.recording().fault(), tested));
    }).toList();
  }

  private static Series mean(List<Result> members, Function<Result, Series> series) {
    double[] sum = new double[series.apply(members.get(0)).length()];
    members.stream().map(series).forEach(each -> {
      for (int n = 0; n < sum.length; n++) {
        sum[n] += each.value(n) / members.size();
      }
    });
    return series.apply(members.get(0)).with(sum);
  }

  /** The true fault state over the segment. */
  public Series truth() {
    return segment.recording().fault();
  }

  public Scores scores() {
    return row.scores();
  }

  public String recording() {
    return row.recording();
  }

  /** The prediction in full; an {@link ExperimentException} if it is not one of a network. */
  public Prediction prediction() {
    return images.orElseThrow(() -> new ExperimentException("'" + row.experiment()
        + "' is no network, and has no images to show; take its truth and what it predicts."));
  }
}
