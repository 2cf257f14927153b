package faultslip.data;

import java.io.PrintStream;
import java.util.Objects;
import java.util.OptionalLong;

/** Tells of transfers in plain lines, for logs; says nothing of files already there. */
public final class TransferLog implements TransferListener {
  private final PrintStream out;

  /** @param out where the lines go, usually standard error */
  public TransferLog(PrintStream out) {
    this.out = Objects.requireNonNull(out, "out");
  }

  @Override
  public void started(DataResource resource, String origin, OptionalLong total) {
    out.println("Fetching " + resource.name() + (total.isPresent() ? " (" + total.getAsLong() + " bytes)" : "")
        + " from " + origin);
  }

  @Override
  public void retrying(DataResource resource, String reason) {
    out.println("Fetching " + resource.name() + " again: " + reason);
  }

  @Override
  public void finished(FetchResult result) {
    if (result.outcome() != FetchResult.Outcome.PRESENT) {
      out.println(result.line());
    }
  }
}
