package faultslip.app;

import faultslip.FaultslipException;
import faultslip.data.DataFile;
import faultslip.data.DataFolder;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest;
import faultslip.experiment.ParallelJobs;
import faultslip.gouge.Checkpoints;
import faultslip.gouge.GougeHistory;
import faultslip.gouge.SimulationProgress;
import faultslip.progress.ProgressReport;
import faultslip.study.SyntheticFault;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the recordings of the study synthetic once more. */
@Command(name = "simulate",
    description = "Make the recordings of the study synthetic again, from their grains, and hold them against those "
        + "that come with the kit. Goes on where it was stopped.")
final class Simulate implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "FAULT",
      description = "simulation, p4677-like, p4581-like (default: all three).")
  private List<String> names = List.of();

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "simulated",
      description = "Where the recordings go, and checkpoints meanwhile (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(names = "--threads", description = "Faults at once (default: the number of cores); changes no bit.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    List<String> known = SyntheticFault.all().stream().map(SyntheticFault::name).toList();
    names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
      throw new FaultslipException("Unknown fault '" + name + "'; choose of " + String.join(", ", known) + ".");
    });
    if (threads < 1) {
      throw new FaultslipException(threads + " faults at once asked for; give at least 1.");
    }
    DataFile.requireWritable(out.resolve(SyntheticFault.STUDY), "choose another with --out");
    try (ProgressReport report = ProgressReport.onConsole("Simulating", 0)) {
      List<SyntheticFault> faults = SyntheticFault.all().stream()
          .filter(fault -> names.isEmpty() || names.contains(fault.name())).toList();
      List<Path> files = ParallelJobs.all(threads, faults,
          fault -> simulate(fault, (done, all) -> report.at(fault.name(), done, all)))
          .stream().flatMap(List::stream).toList();
      List<FileStatus> made = new DataFolder(out).verify(DataManifest.ofProject().resources().stream()
          .filter(resource -> files.contains(out.resolve(resource.path()))).toList());
      made.forEach(file -> System.out.println(file.path()
          + (file.isOk() ? ": bit for bit as it comes with the kit" : ": differs from what comes with the kit")));
      return made.stream().allMatch(FileStatus::isOk) ? 0 : 1;
    }
  }

  private List<Path> simulate(SyntheticFault fault, SimulationProgress progress) {
    Path folder = out.resolve(SyntheticFault.STUDY);
    Path checkpoint = folder.resolve("." + fault.name() + ".checkpoint");
    // So many steps take some seconds.
    GougeHistory history = fault.experiment().run(new Checkpoints(checkpoint, 500_000), progress);
    List<Path> files = fault.write(history, folder);
    FileUtils.deleteQuietly(checkpoint.toFile());
    return files;
  }
}
