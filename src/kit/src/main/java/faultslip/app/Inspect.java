package faultslip.app;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.data.RecordedSamples;
import faultslip.data.TextTable;
import faultslip.inspect.ColumnRoles;
import faultslip.inspect.CriterionSearch;
import faultslip.inspect.FaultPace;
import faultslip.inspect.StudyProposal;
import faultslip.inspect.StudyProposal.Described;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is in a recording of one's own, and proposes a study of it. */
@Command(name = "inspect", description = "Say what is in a recording of your own: columns, rate, gaps, failures, how "
    + "often they recur; and propose a study file.")
final class Inspect implements Runnable {
  @Mixin private RecordingSource recording;

  @Option(names = "--out", paramLabel = "FILE.yaml", description = "Write the proposed study file there.")
  private Optional<Path> out = Optional.empty();

  @Override
  public void run() {
    out.filter(Files::exists).ifPresent(file -> {
      throw new FaultslipException(file + " is there already; name another file.");
    });
    List<String> columns = recording.columns();
    ColumnRoles roles = ColumnRoles.of(columns);
    Optional<String> time = recording.time().or(roles::time);
    Optional<String> emission = recording.emission().or(roles::emission);
    System.out.println("Columns: " + String.join(", ", columns));
    if (time.isEmpty() || emission.isEmpty()) {
      throw new FaultslipException(("%s: which column is %s cannot be told by its name; say so: --time COLUMN, "
          + "--emission COLUMN, --fault COLUMN.").formatted(recording.file(), time.isEmpty() ? "the time"
          : "the emission"));
    }
    Optional<String> fault = recording.fault().or(() -> roles.fault().filter(name -> !emission.get().equals(name)));
    Optional<String> over = recording.over().or(() -> recording.fault().isPresent() ? Optional.empty() : roles.over());
    System.out.printf("Time: %s. Emission: %s. Fault state: %s.%n", time.get(), emission.get(),
        fault.map(name -> name + over.map(by -> " over " + by).orElse("")).orElse("none; name it with --fault"));
    RecordedSamples samples = recording.samples(time.get(), emission.get(), fault, over);
    System.out.println(recording.name() + ": " + samples.words());
    boolean logarithm = ranges(samples, emission.get(), fault);
    FaultPace.of(samples, fault.isPresent(), logarithm).ifPresentOrElse(
        pace -> describe(samples, new Described(recording.name(),
            new Described.Form(recording.format().id(), recording.options()),
            new Described.Time(time.get(), recording.unit()), new Described.Emission(emission.get(), logarithm),
            new Described.Fault(fault.orElse(""), over)), pace),
        () -> System.out.println("Recurrence: nothing repeats itself three times."));
  }

  /** Whether the emission is positive throughout, and has a logarithm. */
  private boolean ranges(RecordedSamples samples, String emission, Optional<String> fault) {
    List<SummaryStatistics> of = List.of(new SummaryStatistics(), new SummaryStatistics());
    samples.forEach(values -> {
      for (int i = 0; i < Math.min(2, values.length); i++) {
        of.get(i).addValue(values[i]);
      }
    });
    System.out.println(range("Emission " + emission, of.get(0)));
    fault.ifPresent(name -> System.out.println(range("Fault state " + name, of.get(1))));
    return recording.logarithm().orElse(of.get(0).getMin() > 0);
  }

  private static String range(String name, SummaryStatistics of) {
    return TextTable.text("%s: %.4g to %.4g, mean %.4g, deviation %.3g.", name, of.getMin(), of.getMax(), of.getMean(),
        Math.sqrt(of.getPopulationVariance()));
  }

  private void describe(RecordedSamples samples, Described described, FaultPace pace) {
    boolean hasFault = !described.fault().column().isEmpty();
    System.out.println(TextTable.text("Recurrence: every %.4g s, by the %s: %.1f cycles.",
        pace.seconds(), pace.of(), samples.length() * samples.clock().interval() / pace.seconds()));
    if (!hasFault) {
      System.out.println("Without a fault state there is no study; a model predicts it: ./faultslip predict "
          + recording.file() + " --model FILE");
      return;
    }
    StudyProposal.of(described, samples, pace).ifPresentOrElse(found -> propose(samples, described, found),
        () -> System.out.println("Failures: no slope tells two of them from all else."));
  }

  private void propose(RecordedSamples samples, Described described, StudyProposal proposal) {
    CriterionSearch found = proposal.criterion();
    double recurrence = proposal.pace().recurrence();
    double length = samples.length() * samples.clock().interval();
    System.out.println(TextTable.text("Failures: %d, every %.4g s, by a slope below %.2g per second (any from %.2g to "
        + "%.2g finds as many), at %.4g Hz%s.", found.failures().size(), recurrence, found.criterion().slope(),
        found.gentlest(), found.steepest(), proposal.pace().rate(), proposal.pace().width() == 1 ? ""
        : ", in averages of %d samples".formatted(proposal.pace().width())));
    if (length < proposal.shortest()) {
      System.out.println(TextTable.text("Too short for a study: %.4g s, where a window in a fifth of it takes %.4g s. "
          + "A model predicts it: ./faultslip predict %s --model FILE", length, proposal.shortest(), recording.file()));
      return;
    }
    Path beside = out.map(file -> file.toAbsolutePath().getParent()).orElse(Path.of("").toAbsolutePath());
    String study = new StudyProposal(described.at(beside.relativize(recording.file().toAbsolutePath()).toString()),
        proposal.pace(), found).yaml();
    out.ifPresentOrElse(file -> {
      AtomicFile.write(file, study);
      System.out.println("Wrote " + file + ": look at it, then ./faultslip study check " + file);
    }, () -> System.out.println("A study of it (--out FILE.yaml writes it):\n\n" + study));
  }
}
