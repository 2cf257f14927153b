package faultslip.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.publish.PublishStream;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/**
 * Standard output and error of the notebook, in the order written: sent to the running cell, or the last that ran, a
 * few times a second even when no line ends, so that a progress line that returns with "\r" is seen to move.
 */
final class CellOutput {
  private static final long WAIT_MS = 60;
  private static final int FULL = 1 << 16;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
    Thread thread = new Thread(task, "output");
    thread.setDaemon(true);
    return thread;
  });
  private final Runnable beforeWriting;
  private final PrintStream out = stream(StreamType.OUT);
  private final PrintStream err = stream(StreamType.ERR);

  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private StreamType type = StreamType.OUT;
  private boolean scheduled;
  private ShellReplyEnvironment cell;

  /** @param beforeWriting called on the thread that writes; what it throws ends the writing */
  CellOutput(Runnable beforeWriting) {
    this.beforeWriting = beforeWriting;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  /** What is written from now on belongs to this cell. */
  synchronized void attach(ShellReplyEnvironment cell) {
    flush();
    this.cell = cell;
  }

  /** Sends what waits; called before anything that must appear after it. */
  synchronized void flush() {
    scheduled = false;
    if (waiting.size() > 0 && cell != null) {
      String text = waiting.toString(StandardCharsets.UTF_8);
      waiting.reset();
      cell.publish(new PublishStream(type, text));
    }
  }

  private void write(StreamType to, byte[] bytes, int offset, int length) {
    beforeWriting.run();
    add(to, bytes, offset, length);
  }

  private synchronized void add(StreamType to, byte[] bytes, int offset, int length) {
    if (to != type) {
      flush();
      type = to;
    }
    waiting.write(bytes, offset, length);
    if (waiting.size() >= FULL) {
      flush();
    } else if (!scheduled) {
      scheduled = true;
      ScheduledFuture<?> unused = clock.schedule(this::flush, WAIT_MS, TimeUnit.MILLISECONDS);
    }
  }

  private PrintStream stream(StreamType to) {
    return new PrintStream(new OutputStream() {
      @Override
      public void write(int b) {
        CellOutput.this.write(to, new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        CellOutput.this.write(to, bytes, offset, length);
      }
    }, false, StandardCharsets.UTF_8);
  }
}
