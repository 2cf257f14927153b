package faultslip.data;

import faultslip.InterruptedWorkException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file by which one process of many says that it is at some work, so that others wait instead of doing it beside it;
 * they may run on other machines that share the disk. It asks of a file system no locks, but that a name is made once:
 * it is there as a whole, or not at all.
 *
 * <p>Who holds one touches its file every few seconds. One whose process has ended on this machine is taken over at
 * once, and so is that of a job of Slurm's which has been started anew; one of another machine when nobody has touched
 * it for minutes. Work under a lease bears being done twice: a process that sleeps through those minutes does.
 */
public final class Lease implements AutoCloseable {
  private static final Duration TOUCHED_EVERY = Duration.ofSeconds(10);
  /** Of another machine's: disks that machines share tell each other of changes after up to a minute. */
  private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(5);
  private static final Duration ASKED_EVERY = Duration.ofMillis(200);

  private final Path file;
  private final Holder holder;
  private final Thread touching;

  /**
   * Who holds a lease.
   *
   * @param machine its name, and a number that it draws whenever it starts
   * @param process its number there
   * @param job of Slurm's; "-" if it is none
   * @param restarts of that job before
   * @param unique another for each lease
   */
  record Holder(String machine, long process, String job, long restarts, String unique) {
    private static final Pattern TEXT = Pattern.compile("(.+)\n(\\d{1,18})\n(.+)\n(\\d{1,18})\n(.+)\n");

    static Holder ofThisProcess() {
      Map<String, String> variables = System.getenv();
      String job = variables.getOrDefault("SLURM_ARRAY_JOB_ID", variables.getOrDefault("SLURM_JOB_ID", "-"))
          + variables.getOrDefault("SLURM_ARRAY_TASK_ID", "").replaceFirst("^(?=.)", "_");
      return new Holder(machineName(), ProcessHandle.current().pid(), job,
          Long.parseLong(variables.getOrDefault("SLURM_RESTART_COUNT", "0")), UUID.randomUUID().toString());
    }

    private static String machineName() {
      return line(Path.of("/proc/sys/kernel/hostname")).or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
          .orElse("-") + "/" + line(Path.of("/proc/sys/kernel/random/boot_id")).orElse("-");
    }

    private static Optional<String> line(Path file) {
      try {
        return Files.readString(file).lines().findFirst().filter(line -> !line.isBlank());
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    /** Whether it can be seen from here that this holder is no more. */
    boolean isGoneFor(Holder other) {
      boolean ended = machine.equals(other.machine) && ProcessHandle.of(process).isEmpty();
      return ended || (!job.equals("-") && job.equals(other.job) && restarts < other.restarts);
    }

    String text() {
      return String.join("\n", machine, String.valueOf(process), job, String.valueOf(restarts), unique, "");
    }

    /** Of its text; empty if it is damaged. */
    static Optional<Holder> of(String text) {
      Matcher parts = TEXT.matcher(text);
      return parts.matches() ? Optional.of(new Holder(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3),
          Long.parseLong(parts.group(4)), parts.group(5))) : Optional.empty();
    }
  }

  /** What was seen of a lease: who held it, or damaged text, and when it was touched. */
  private record Sight(String text, FileTime touched) {
    static Optional<Sight> of(Path file) throws IOException {
      try {
        return Optional.of(new Sight(Files.readString(file), Files.getLastModifiedTime(file)));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }
  }

  private Lease(Path file, Holder holder) {
    this.file = file;
    this.holder = holder;
    this.touching = new Thread(this::touch, "lease " + file.getFileName());
    touching.setDaemon(true);
    touching.start();
  }

  /**
   * Takes the lease of a file, whose folder is made if need be, once nobody else holds it.
   *
   * @throws InterruptedWorkException if this thread is interrupted while it waits
   * @throws DataException if the file cannot be written; the remedy is told
   */
  public static Lease take(Path file, String remedy) {
    return take(file, remedy, GIVEN_UP_AFTER);
  }

  static Lease take(Path file, String remedy, Duration givenUpAfter) {
    InterruptedWorkException.check();
    Holder holder = Holder.ofThisProcess();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Optional<Sight> before = Optional.empty();
      long seenAt = System.nanoTime();
      while (!isMade(file, holder)) {
        Optional<Sight> now = Sight.of(file);
        if (!now.equals(before)) {
          before = now;
          seenAt = System.nanoTime(); // of this clock: those of other machines may be wrong
        }
        if (now.isPresent() && (System.nanoTime() - seenAt > givenUpAfter.toNanos()
            || Holder.of(now.get().text()).map(other -> other.isGoneFor(holder)).orElse(false))) {
          clear(file, now.get(), holder);
        } else if (now.isPresent()) {
          InterruptedWorkException.check();
          LockSupport.parkNanos(ASKED_EVERY.toNanos());
        }
      }
      return new Lease(file, holder);
    } catch (ClosedByInterruptException e) {
      throw new InterruptedWorkException("Interrupted; run it again.");
    } catch (IOException e) {
      throw new DataException("%s: cannot be written (%s); %s.".formatted(file, DataException.reason(e), remedy), e);
    }
  }

  /** Whether somebody seems to be at work: there is such a file, and nothing shows that its holder is no more. */
  public static boolean isHeld(Path file) {
    try {
      return Sight.of(file).map(sight -> Holder.of(sight.text())
          .map(other -> !other.isGoneFor(Holder.ofThisProcess())).orElse(true)).orElse(false);
    } catch (IOException e) {
      return true;
    }
  }

  // Its text is whole as soon as its name is there.
  private static boolean isMade(Path file, Holder holder) throws IOException {
    Path own = file.resolveSibling("." + file.getFileName() + "." + holder.unique());
    try {
      Files.writeString(own, holder.text(), StandardOpenOption.CREATE_NEW);
      Files.createLink(file, own);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Some disks have no links; if it is something else, this says so.
      return isMadeWithoutLinks(file, holder);
    } finally {
      Files.deleteIfExists(own);
    }
  }

  private static boolean isMadeWithoutLinks(Path file, Holder holder) throws IOException {
    try {
      Files.write(file, holder.text().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  // Renamed before it is looked at: of two that find the same dead lease one has the file.
  private static void clear(Path file, Sight dead, Holder holder) throws IOException {
    Path aside = file.resolveSibling("." + file.getFileName() + "." + holder.unique() + ".old");
    try {
      Files.move(file, aside);
      if (!Files.readString(aside).equals(dead.text())) {
        Files.createLink(file, aside); // somebody else has cleared it, and works
      }
    } catch (NoSuchFileException | FileAlreadyExistsException | UnsupportedOperationException e) {
      // Cleared already, or taken meanwhile.
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private void touch() {
    try {
      while (true) {
        Thread.sleep(TOUCHED_EVERY.toMillis());
        if (!isOurs()) {
          return;
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
      }
    } catch (InterruptedException | IOException e) {
      // Given back, or taken over.
    }
  }

  private boolean isOurs() throws IOException {
    return Sight.of(file).map(Sight::text).equals(Optional.of(holder.text()));
  }

  /** Gives it back, also if this thread has been interrupted. */
  @Override
  public void close() {
    touching.interrupt();
    // Of a thread that stays interrupted nothing could be read.
    boolean isInterrupted = Thread.interrupted();
    try {
      if (isOurs()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It will be found to be dead.
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
