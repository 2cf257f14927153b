package faultslip.data;

import faultslip.progress.ProgressReport;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.commons.io.FileUtils;

/** Tells of transfers in a report of progress, and in lines that stay; says nothing of files already there. */
public final class TransferReport implements TransferListener {
  private final ProgressReport report;
  private String said = "";
  private long total;
  private ProgressReport.Part part;

  /** @param report where it is told */
  public TransferReport(ProgressReport report) {
    this.report = Objects.requireNonNull(report, "report");
  }

  @Override
  public void started(DataResource resource, String origin, OptionalLong bytes) {
    String line = "Fetching " + resource.name() + (bytes.isPresent() ? " (" + bytes.getAsLong() + " bytes)" : "")
        + " from " + origin;
    if (!line.equals(said)) {
      report.say(line);
    }
    said = line;
    total = bytes.orElse(0);
    part = report.part(resource.name());
  }

  @Override
  public void progressed(long bytes) {
    if (total > 0) {
      part.at(bytes, total, FileUtils.byteCountToDisplaySize(bytes));
    }
  }

  @Override
  public void ended() {
    part.end();
  }

  @Override
  public void retrying(DataResource resource, String reason) {
    report.say("Fetching " + resource.name() + " again: " + reason);
  }

  @Override
  public void finished(FetchResult result) {
    if (result.outcome() == FetchResult.Outcome.UNAVAILABLE) {
      report.say(result.line());
    }
  }
}
