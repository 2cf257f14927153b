package faultslip.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
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

  final PrintStream out = stream(StreamType.OUT);
  final PrintStream err = stream(StreamType.ERR);
  private final Runnable beforeWriting;
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

  // Whoever writes bytes may write a character in pieces: its first bytes wait for the others.
  private void send(boolean all) {
    scheduled = false;
    if (waiting.size() == 0 || cell == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
    CharBuffer text = CharBuffer.allocate(bytes.remaining());
    StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).decode(bytes, text, all);
    waiting.reset();
    waiting.write(bytes.array(), bytes.position(), bytes.remaining());
    if (text.position() > 0) {
      cell.publish(new PublishStream(type, text.flip().toString()));
    }
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
      CompletableFuture.delayedExecutor(WAIT_MS, TimeUnit.MILLISECONDS, Runnable::run).execute(this::flush);
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
