package outside;

import faultslip.evaluate.Scores;
import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentContext;
import faultslip.experiment.Result;
import faultslip.experiment.ResultRow;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An experiment of one's own: the last fault state of the training segment, for ever. */
public final class Persistence implements Experiment {

  @Override
  public String id() {
    return "persistence";
  }

  @Override
  public String title() {
    return "persistence";
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public boolean hasSimulation() {
    return false;
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Split split = context.models().laboratory();
    Series known = split.training().fault();
    Series truth = split.testing().fault();
    double[] values = new double[truth.length()];
    Arrays.fill(values, known.value(known.length() - 1));
    Series predicted = new Series(truth.name(), truth.unit(), truth.clock(), values);
    ResultRow row = new ResultRow(new ResultRow.Subject(context.study().name(), "", id()),
        new ResultRow.Tested(split.recording().name(), truth.unit(), 0), ResultRow.Model.other(id(), seed, ""),
        Scores.of(truth, predicted, Standardisation.of(known).mean()));
    return List.of(new Result(row, truth, predicted, Optional.empty()));
  }
}
