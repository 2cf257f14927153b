package faultslip.app;

import faultslip.experiment.Comparison;
import faultslip.experiment.Experiments;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the experiments there are. */
@Command(name = "experiments", mixinStandardHelpOptions = true,
    description = "List the experiments, the kit's own and those on FAULTSLIP_CLASSPATH, with the MAPE that "
        + "the paper prints.")
final class ListExperiments implements Callable<Integer> {
  @Override
  public Integer call() {
    Experiments.all().forEach(experiment ->
        System.out.printf(Locale.ROOT, "%-34s %-22s %s%n", experiment.id(), experiment.title(),
            Comparison.paperMape(experiment.id())));
    return 0;
  }
}
