package faultslip.experiment;

import faultslip.data.TextTable;
import faultslip.evaluate.Scores;
import faultslip.evaluate.certainty.ErrorScore;
import faultslip.experiment.ResultRow.LearnedCycles;
import faultslip.experiment.Verdict.Outcome;
import faultslip.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import tech.tablesaw.api.Table;

/**
 * Learning curves side by side: how well the laboratory fault is predicted by what knows so many cycles of it.
 *
 * @param curves those of windows that look ahead first
 */
public record LearningCurves(List<Curve> curves) {

  public LearningCurves {
    curves = List.copyOf(curves);
  }

  /**
   * What has learned by one rule, from one simulation or none.
   *
   * @param simulation its name; "" for none
   * @param points by cycles known: the results of all seeds from all starts
   */
  public record Curve(LearningCurve experiment, String simulation, SortedMap<Double, SeedSummary> points) {

    public Curve {
      points = Collections.unmodifiableSortedMap(new TreeMap<>(points));
    }

    private static Curve of(LearningCurve experiment, List<ResultRow> rows) {
      Map<Double, List<ResultRow>> all = rows.stream()
          .collect(Collectors.groupingBy(row -> row.reading().learned().orElseThrow().amount()));
      SortedMap<Double, SeedSummary> points = new TreeMap<>();
      all.forEach((cycles, of) -> points.put(cycles, new SeedSummary(of, Optional.empty())));
      return new Curve(experiment, rows.get(0).simulation(), points);
    }

    /** "cross-trained", and the simulation behind it where there is one: "cross-trained, granular". */
    public String title() {
      return experiment.learner().title() + (simulation.isEmpty() ? "" : ", " + simulation);
    }

    private String fullTitle() {
      return experiment.lookAhead().title(title());
    }

    /** Whether it has learned nothing from the cycles but their mean and deviation. */
    public boolean isZeroShot() {
      return is(CycleLearner.ZERO_SHOT);
    }

    private boolean is(CycleLearner learner) {
      return experiment.learner() == learner;
    }

    /** MAPE over all seeds and starts with so many cycles known. */
    public DescriptiveStatistics mape(double cycles) {
      return points.get(cycles).over(Scores::mapePercent);
    }

    /** MAPE of always saying the mean of the cycles known; the median over the starts. */
    public double meanPredictor(double cycles) {
      return points.get(cycles).median(Scores::meanPredictorMapePercent);
    }

    private double median(double cycles) {
      return mape(cycles).getPercentile(50);
    }

    /** Whether it is better than another with as many cycles; empty where no test cycles are known. */
    private Optional<Outcome> better(Curve other, double cycles) {
      return points.get(cycles).to(other.points.get(cycles), ErrorScore.MAPE)
          .map(difference -> Outcome.of(difference.interval()));
    }

    /** "better than ... with 0.25, 0.5 and 1 cycles, ...; to do as well takes ... 2 cycles instead of 0.25, ...". */
    private String against(Curve other) {
      Map<Outcome, List<Double>> with = new EnumMap<>(Outcome.class);
      points.keySet().forEach(cycles -> better(other, cycles)
          .ifPresent(outcome -> with.computeIfAbsent(outcome, none -> new ArrayList<>()).add(cycles)));
      String outcomes = with.entrySet().stream().map(of -> words(of.getKey()) + " with " + list(of.getValue()))
          .collect(Collectors.joining(", "));
      String saved = points.keySet().stream()
          .map(cycles -> LearnedCycles.text(cycles) + " → " + other.cyclesTo(median(cycles)))
          .collect(Collectors.joining("; "));
      return (outcomes.isEmpty() ? "no test cycles are known" : outcomes) + ". Cycles that the latter takes to do as "
          + "well: " + saved + ".";
    }

    /** How many cycles it takes to do as well, in words. */
    private String cyclesTo(double mape) {
      return points.keySet().stream().filter(cycles -> median(cycles) <= mape).findFirst().map(LearnedCycles::text)
          .orElse("more than " + LearnedCycles.text(points.lastKey()));
    }

    private static String words(Outcome outcome) {
      return switch (outcome) {
        case HOLDS -> "better";
        case DOES_NOT_HOLD -> "worse";
        case CANNOT_BE_TOLD -> "cannot be told";
      };
    }
  }

  /** The learning curves among results; an {@link ExperimentException} if there is none. */
  public static LearningCurves of(List<ResultRow> rows) {
    List<Curve> curves = LearningCurve.all().flatMap(experiment -> rows.stream()
        .filter(row -> row.isPlain() && row.experiment().equals(experiment.id()))
        .collect(Collectors.groupingBy(ResultRow::simulation, TreeMap::new, Collectors.toList())).values().stream()
        .map(of -> Curve.of(experiment, of))).toList();
    if (curves.isEmpty()) {
      throw new ExperimentException("No learning curves among the results; run them over some amounts of cycles.");
    }
    return new LearningCurves(curves);
  }

  /** A campaign of nothing but learning curves over these amounts, on the study and over the seeds of another. */
  public static Campaign campaign(Campaign other, double... cycles) {
    Study study = other.study();
    var method = study.method().changed(List.of("fewCycles.amounts=" + Arrays.toString(cycles)));
    ExperimentContext context = other.context();
    return new Campaign(new ExperimentContext(study.withMethod(study.method().isQuick() ? method.quick() : method),
        context.store(), context.progress()), other.seeds(), List.copyOf(LearningCurve.all().toList()));
  }

  /** Those of one way of looking ahead. */
  public List<Curve> curves(LookAhead lookAhead) {
    return curves.stream().filter(curve -> curve.experiment.lookAhead() == lookAhead).toList();
  }

  /** A table to read: a row an amount of each curve. */
  public Table table() {
    record Point(Curve curve, double cycles) {}
    List<Point> points = curves.stream()
        .flatMap(curve -> curve.points.keySet().stream().map(cycles -> new Point(curve, cycles))).toList();
    return new TextTable<>("learning curves", points)
        .column("learned", point -> point.curve.fullTitle())
        .column("cycles known", point -> LearnedCycles.text(point.cycles))
        .column("results", point -> point.curve.mape(point.cycles).getN())
        .column("MAPE in %, median (range)", point -> SeedSummary.range("%.2f", "", point.curve.mape(point.cycles)))
        .column("R²", "%.2f", point -> point.curve.points.get(point.cycles).median(Scores::r2))
        .column("mean predictor, %", "%.2f", point -> point.curve.meanPredictor(point.cycles)).table();
  }

  /**
   * In a sentence for each cross-trained curve, how many cycles the transfer helps with: so many that it is better than
   * all that has learned from no simulation.
   */
  public List<String> conclusions() {
    return curves.stream().filter(curve -> curve.is(CycleLearner.CROSS_TRAINED)).map(curve -> {
      List<Curve> others =
          curves(curve.experiment.lookAhead()).stream().filter(other -> other.simulation.isEmpty()).toList();
      List<Double> helped = curve.points.keySet().stream().filter(cycles -> others.stream()
          .allMatch(other -> curve.better(other, cycles).equals(Optional.of(Outcome.HOLDS)))).toList();
      return curve.fullTitle() + ": better than all that knows no simulation with "
          + (helped.isEmpty() ? "no amount" : list(helped)) + " of " + list(List.copyOf(curve.points.keySet())) + ".";
    }).toList();
  }

  /**
   * What a transfer saves, in sentences: each cross-trained curve against learning from nothing, against zero-shot
   * transfer from the same simulation, and against the forest. Better and worse are differences of medians over seeds
   * and starts, whose middle 95 % over draws of test cycles is on one side of 0.
   */
  public List<String> sentences() {
    return curves.stream().filter(curve -> curve.is(CycleLearner.CROSS_TRAINED)).flatMap(curve ->
        curves(curve.experiment.lookAhead()).stream().filter(other -> other.simulation.isEmpty()
            || (other.isZeroShot() && other.simulation.equals(curve.simulation)))
            .map(other -> curve.fullTitle() + " against " + other.title() + ": " + curve.against(other)))
        .toList();
  }

  private static String list(List<Double> cycles) {
    return cycles.stream().map(LearnedCycles::text).collect(Collectors.joining(", "))
        + (cycles.equals(List.of(1.0)) ? " cycle" : " cycles");
  }
}
