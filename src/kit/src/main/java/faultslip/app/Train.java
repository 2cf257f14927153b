package faultslip.app;

import faultslip.ced.NativeBackend;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains and predicts, so that the model store has it, and nothing else. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Fetch the data, and train and predict what the model store (FAULTSLIP_MODELS) lacks, for every "
        + "experiment.")
final class Train implements Callable<Integer> {
  @Mixin
  private CampaignRun run;

  @Mixin
  private StudySource source;

  @Override
  public Integer call() {
    source.require();
    run.requireCounts();
    NativeBackend.require();
    source.provide();
    run.rows(run.train(source.read()));
    return 0;
  }
}
