package faultslip.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From nothing to the table and the figures. */
@Command(name = "reproduce", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Fetch the data, train, print the MAPE table next to the paper's, and write the figures and results.json.")
final class Reproduce implements Callable<Integer> {
  @Option(names = "--out", paramLabel = "DIR",
      description = "Where figures and results go (default: figures; with --quick: target/quick).")
  private Path out;

  @Mixin
  private CoreRun run;

  @Mixin
  private StudySource source;

  @Override
  public Integer call() {
    Path folder = out != null ? out : Path.of(run.isQuick() ? "target/quick" : "figures");
    source.require();
    run.refuseEarly(folder);
    run.stage("fetch", source::fetch);
    run.run(run.stage("read", source::read), folder);
    return 0;
  }
}
