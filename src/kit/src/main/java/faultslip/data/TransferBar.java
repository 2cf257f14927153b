package faultslip.data;

import java.io.PrintStream;
import java.util.Objects;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows transfers as a progress bar with speed and time left; says nothing of files already there. */
public final class TransferBar implements TransferListener {
  private static final long KIBIBYTE = 1024;

  private final PrintStream out;
  private ProgressBar bar;

  /** @param out a terminal, usually standard error */
  public TransferBar(PrintStream out) {
    this.out = Objects.requireNonNull(out, "out");
  }

  @Override
  public void started(DataResource resource, String origin, OptionalLong total) {
    ended();
    bar = new ProgressBarBuilder().setTaskName(resource.name()).setInitialMax(total.orElse(-1))
        .setUnit(" KiB", KIBIBYTE).showSpeed().setConsumer(new ConsoleProgressBarConsumer(out)).build();
  }

  @Override
  public void progressed(long bytes) {
    bar.stepTo(bytes);
  }

  @Override
  public void ended() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public void retrying(DataResource resource, String reason) {
    out.println("Fetching " + resource.name() + " again: " + reason);
  }

  @Override
  public void finished(FetchResult result) {
    if (result.outcome() == FetchResult.Outcome.UNAVAILABLE) {
      out.println(result.line());
    }
  }
}
