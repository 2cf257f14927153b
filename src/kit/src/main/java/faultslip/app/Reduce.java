package faultslip.app;

import faultslip.FaultslipException;
import faultslip.data.DataFile;
import faultslip.progress.ProgressReport;
import faultslip.raw.BiaxialExperiment;
import faultslip.raw.FeatureWindows;
import faultslip.raw.LanlRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Raw recordings to files that studies read. */
@Command(name = "reduce", description = "Reduce raw recordings, of any size, to a CSV that a study reads. Goes on "
    + "where it was stopped.", synopsisSubcommandLabel = "(lanl | biaxial)")
final class Reduce {
  /** So many bytes take some seconds. */
  private static final long KEPT = 1L << 29;

  @Command(description = "The LANL competition's train.csv to variance, rms, kurtosis and minus time to failure.")
  void lanl(
      @Parameters(paramLabel = "FILE", description = "train.csv") Path file,
      @Option(names = "--rate", paramLabel = "HZ", defaultValue = "100",
          description = "Rows a second, at most 250 (default: ${DEFAULT-VALUE}).") double rate,
      @Option(names = "--window", paramLabel = "S", defaultValue = "0.04",
          description = "Length of windows in seconds, a whole number of intervals (default: ${DEFAULT-VALUE}).")
      double window,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "CSV to write.") Path out) {
    requireWritable(out, Stream.of(file));
    FeatureWindows windows = FeatureWindows.of(rate, window);
    try (ProgressReport report = ProgressReport.onConsole("Reducing " + file.getFileName())) {
      System.out.println(LanlRecord.reduce(file, windows, out, KEPT, report));
    }
  }

  @Command(description = "A bi-axial experiment of Penn State, mechanical record and acoustic files, to emission and "
      + "friction.")
  void biaxial(
      @Parameters(paramLabel = "DIR", description = "Folder of WF_1.ac, WF_2.ac, ...") Path folder,
      @Option(names = "--mechanical", paramLabel = "FILE", required = true, description = "pXXXX_data.txt")
      Path mechanical,
      @Option(names = "--settings", paramLabel = "FILE", required = true,
          description = "MAT file of numFrames, numAcqs, Nsamples, channels2save.") Path settings,
      @Option(names = "--sync", paramLabel = "FILE", required = true, description = "MAT file of acTime, ts_adjusted.")
      Path sync,
      @Option(names = "--from", paramLabel = "S", description = "Beginning of the part taken, in seconds.") Double from,
      @Option(names = "--to", paramLabel = "S", description = "End of the part taken, in seconds.") Double to,
      @Option(names = "--rate", paramLabel = "HZ", defaultValue = "100",
          description = "Rows a second (default: ${DEFAULT-VALUE}).") double rate,
      @Option(names = "--mean", description = "The mean of the channels, not their norm.") boolean mean,
      @Option(names = "--value", defaultValue = "deviation", description = "Of a row's samples: rms, deviation (rms "
          + "about their mean), decimated (the first of them; default: ${DEFAULT-VALUE}).") String value,
      @Option(names = "--threads", description = "Files at once (default: the number of cores); changes no bit.")
      Integer threads,
      @Option(names = "--out", paramLabel = "FILE", required = true, description = "CSV to write.") Path out) {
    int atOnce = Objects.requireNonNullElse(threads, Runtime.getRuntime().availableProcessors());
    if (atOnce < 1) {
      throw new FaultslipException(atOnce + " files at once asked for; give at least 1.");
    }
    requireWritable(out, Stream.of(mechanical, settings, sync));
    BiaxialExperiment.Reduction reduction = new BiaxialExperiment.Reduction(rate, optional(from), optional(to), !mean,
        Stream.of(BiaxialExperiment.Value.values()).filter(known -> known.name().equalsIgnoreCase(value)).findFirst()
            .orElseThrow(() -> new FaultslipException("--value is '" + value
                + "'; give rms, deviation or decimated.")));
    try (ProgressReport report = ProgressReport.onConsole("Reducing " + folder)) {
      System.out.println(new BiaxialExperiment(folder, settings, sync, mechanical)
          .reduce(reduction, atOnce, out, report));
    }
  }

  private static OptionalDouble optional(Double seconds) {
    return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }

  private static void requireWritable(Path out, Stream<Path> inputs) {
    inputs.filter(input -> input.toAbsolutePath().normalize().equals(out.toAbsolutePath().normalize())).findFirst()
        .ifPresent(input -> {
          throw new FaultslipException(out + " is what is to be reduced; name another file with --out.");
        });
    if (Files.isDirectory(out)) {
      throw new FaultslipException(out + " is a folder; name a file with --out.");
    }
    DataFile.requireWritable(out.toAbsolutePath().getParent(), "name another file with --out");
  }
}
