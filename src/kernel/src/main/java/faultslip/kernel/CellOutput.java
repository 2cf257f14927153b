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
  final PrintStream out = stream(StreamType.OUT);
  final PrintStream err = stream(StreamType.ERR);

  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private StreamType type = StreamType.OUT;
  private boolean scheduled;
  private ShellReplyEnvironment cell;

  /** @param beforeWriting called on the thread that writes; what it throws ends the writing */
  CellOutput(Runnable beforeWriting) {
    this.beforeWriting = beforeWriting;
  }

  /** What is written from now on belongs to this cell. */
  synchronized void attach(ShellReplyEnvironment cell) {
    send(true);
    this.cell = cell;
  }

  /** Sends what waits; called before anything that must appear after it. */
  synchronized void flush() {
    send(false);
  }

  private void send(boolean all) {
    scheduled = false;
    byte[] bytes = waiting.toByteArray();
    int whole = all ? bytes.length : wholeCharacters(bytes);
    if (whole > 0 && cell != null) {
      waiting.reset();
      waiting.write(bytes, whole, bytes.length - whole);
      cell.publish(new PublishStream(type, new String(bytes, 0, whole, StandardCharsets.UTF_8)));
    }
  }

  // Whoever writes bytes may write a character in pieces: its first bytes wait for the others.
  private static int wholeCharacters(byte[] bytes) {
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int lead = bytes[bytes.length - back] & 0xFF;
      if (lead >= 0xC0) {
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        return length > back ? bytes.length - back : bytes.length;
      }
      if (lead < 0x80) {
        break;
      }
    }
    return bytes.length;
  }

  private void write(StreamType to, byte[] bytes, int offset, int length) {
    for (int from = offset; from < offset + length; from += FULL) {
      beforeWriting.run();
      add(to, bytes, from, Math.min(FULL, offset + length - from));
    }
  }

  private synchronized void add(StreamType to, byte[] bytes, int offset, int length) {
    if (to != type) {
      send(true);
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
