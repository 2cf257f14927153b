package faultslip.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings a study's files into the data folder. */
@Command(name = "fetch", mixinStandardHelpOptions = true,
    description = "Bring the files of a study into the data folder (FAULTSLIP_DATA), verified by their sha256.")
final class Fetch implements Callable<Integer> {
  @Mixin
  private StudySource source;

  @Override
  public Integer call() {
    source.fetch().forEach(result -> System.out.println(result.line()));
    return 0;
  }
}
