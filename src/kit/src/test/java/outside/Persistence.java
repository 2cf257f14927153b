package outside;

import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentContext;
import faultslip.experiment.Result;
import faultslip.experiment.ResultRow;
import faultslip.experiment.TestSegment;
import faultslip.series.Series;
import faultslip.split.Split;
import java.util.Arrays;
import java.util.List;

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
    return List.of(TestSegment.of(split).result(this, context, ResultRow.Model.other(id(), seed, ""), 0, truth.with(values)));
  }
}
