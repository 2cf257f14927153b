package faultslip.raw;

import faultslip.AtomicFile;
import faultslip.InterruptedWorkException;
import faultslip.data.DataException;
import faultslip.data.DataFile;
import faultslip.data.RecordingCsv;
import faultslip.experiment.ParallelJobs;
import faultslip.progress.ProgressReport;
import faultslip.raw.BlockSums.Channels;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;

/**
 * Raw recordings of a bi-axial experiment (Penn State), reduced to emission and friction on one clock: that of the
 * mechanical record, in blocks whose numbers over the rate are their beginnings.
 *
 * @param acoustic folder of the files {@code WF_1.ac}, {@code WF_2.ac}, ...
 * @param settings MAT file of {@code numFrames}, {@code numAcqs}, {@code Nsamples}, {@code channels2save}
 * @param sync MAT file of {@code acTime}, {@code ts_adjusted}
 * @param mechanical text of stresses and times
 */
public record BiaxialExperiment(Path acoustic, Path settings, Path sync, Path mechanical) {
  private static final int DIGITS = 9;

  /** What becomes of the samples of a block. */
  public enum Value {
    /** The root of their mean square. */
    RMS,
    /** Their root mean square deviation from the block's mean, which an offset of the recorder does not change. */
    DEVIATION,
    /** The first of them, and no filter. */
    DECIMATED;

    private double of(double[] sums) {
      double count = sums[BlockSums.COUNT];
      double square = sums[BlockSums.SQUARES] / count;
      return switch (this) {
        case RMS -> Math.sqrt(square);
        case DEVIATION -> Math.sqrt(Math.max(0, square - Arrays.stream(sums, BlockSums.SUM, sums.length)
            .map(sum -> sum / count * (sum / count)).sum()));
        case DECIMATED -> sums[BlockSums.VALUE];
      };
    }
  }

  /**
   * What to make of the recordings.
   *
   * @param rate blocks a second, in hertz, positive
   * @param from beginning of the part taken, in seconds; empty for that of the acoustic files
   * @param to its end, in seconds; empty for that of the acoustic files
   * @param norm whether channels become the norm of their values; their mean, if not
   * @param value what becomes of a block
   */
  public record Reduction(double rate, OptionalDouble from, OptionalDouble to, boolean norm, Value value) {

    /** @throws DataException if the rate is not positive and finite, or the part ends before it begins */
    public Reduction {
      DataException.require(rate > 0 && Double.isFinite(rate), "A rate of %s Hz; give a positive number.", rate);
      DataException.require(from.isEmpty() || to.isEmpty() || from.getAsDouble() < to.getAsDouble(),
          "A part from %s to %s s; it must end after it begins.", from, to);
    }

    private Channels channels() {
      return norm ? Channels.NORM : Channels.MEAN;
    }
  }

  /**
   * Reduces the recordings to a CSV of {@code time} (s, the middle of a block), {@code emission} (counts) and {@code
   * friction}, which appears when it is whole. Files are read side by side; what was made of each is kept beside the
   * CSV until then, so that a run that was interrupted or killed goes on.
   *
   * @param threads files at once, at least 1; changes no bit
   * @return in one line what was done
   * @throws DataException if a file is missing, cut short, or does not fit the others, or nothing was recorded in a
   *     part of what is asked for
   * @throws InterruptedWorkException if this thread is interrupted; it stays interrupted
   */
  public String reduce(Reduction reduction, int threads, Path out, ProgressReport report) {
    AcousticRun run = AcousticRun.read(acoustic, settings, sync);
    double begin = run.starts()[0];
    double end = run.end(run.starts().length);
    double rate = reduction.rate();
    DoubleStream.concat(reduction.from().stream(), reduction.to().stream()).filter(at -> at < begin || at > end)
        .findFirst().ifPresent(at -> {
          throw new DataException("%s: %s s lies outside the acoustic files, which go from %s to %s s; choose a time "
              .formatted(acoustic, at, (float) begin, (float) end) + "inside.");
        });
    // A millionth of a block for what rounding takes.
    long first = (long) Math.ceil(reduction.from().orElse(begin) * rate - 1e-6);
    long last = (long) Math.floor(reduction.to().orElse(end) * rate + 1e-6);
    DataException.require(last - first >= 2, "%s: fewer than two blocks at %s Hz; choose a longer part or a higher "
        + "rate.", acoustic, rate);
    DataException.require(last - first <= Integer.MAX_VALUE / 64 && 1 / rate >= run.spacing(), "%s: %d blocks of %s s; "
        + "choose a lower rate.", acoustic, last - first, (float) (1 / rate));
    List<Integer> files = IntStream.rangeClosed(1, run.starts().length)
        .filter(file -> run.end(file) > first / rate && run.starts()[file - 1] < last / rate).boxed().toList();
    files.forEach(run::require);
    int count = (int) (last - first);
    double[] friction = new MechanicalRecord(mechanical).friction(first, count, rate);
    Parts parts = new Parts(out.toAbsolutePath().resolveSibling("." + out.getFileName() + ".parts"), run, rate,
        reduction.channels());
    ParallelJobs.all(threads, files, file -> parts.make(file, report));
    double[][] sums = new double[count][];
    files.forEach(file -> join(sums, first, parts.read(file)));
    double[] emission = new double[count];
    double expected = 1 / rate / run.spacing();
    for (int block = 0; block < count; block++) {
      double there = sums[block] == null ? 0 : sums[block][BlockSums.COUNT];
      DataException.require(there > expected / 2, "%s: %d of %d samples from %s to %s s, between two files; choose a "
          + "part without that gap with --from and --to.", acoustic, (long) there, (long) expected,
          (float) ((first + block) / rate), (float) ((first + block + 1) / rate));
      emission[block] = reduction.value().of(sums[block]);
    }
    Clock clock = new Clock((first + 0.5) / rate, 1 / rate);
    RecordingCsv.write(new Recording(out.getFileName().toString(), new Series("emission", "counts", clock, emission),
        new Series("friction", "", clock, friction)), out, new RecordingCsv.Columns("time", "emission", "friction"),
        DIGITS);
    FileUtils.deleteQuietly(parts.folder.toFile());
    return "%s: %d acoustic files of %d channels, %d rows from %s to %s s.".formatted(mechanical.getFileName(),
        files.size(), run.channels(), count, (float) (first / rate), (float) (last / rate));
  }

  // Sums are of whole numbers, so their order changes nothing; the first value is that of the first file.
  private static void join(double[][] all, long first, BlockSums file) {
    for (int i = 0; i < file.sums().length; i++) {
      double[] sums = file.sums()[i];
      long block = file.first() + i - first;
      if (block < 0 || block >= all.length || sums[BlockSums.COUNT] == 0) {
        continue;
      }
      double[] joined = all[(int) block];
      if (joined == null) {
        all[(int) block] = sums;
      } else {
        double value = joined[BlockSums.VALUE];
        Arrays.setAll(joined, k -> joined[k] + sums[k]);
        joined[BlockSums.VALUE] = value;
      }
    }
  }

  /** What has been made of each file, named by all that determines it: what is of something else is not found. */
  private record Parts(Path folder, AcousticRun run, double rate, Channels channels) {

    Path path(int number) {
      try {
        Path file = run.file(number);
        return folder.resolve(number + "-" + DigestUtils.md5Hex("1 %s %s %d %d %d %s %s %s %s".formatted(
            file.toAbsolutePath(), Files.getLastModifiedTime(file), run.superframes(), run.channels(), run.samples(),
            run.starts()[number - 1], run.spacing(), rate, channels)));
      } catch (IOException e) {
        throw new DataException("%s: cannot be read (%s); give a file you may read.".formatted(run.file(number),
            DataException.reason(e)), e);
      }
    }

    Path make(int number, ProgressReport report) {
      Path path = path(number);
      String name = run.file(number).getFileName().toString();
      if (!Files.exists(path)) {
        BlockSums sums = BlockSums.of(run, number, rate, channels, done -> report.at(name, done, run.bytes()));
        AtomicFile.write(path, stream -> {
          DataOutputStream data = new DataOutputStream(stream);
          data.writeLong(sums.first());
          data.writeInt(sums.sums().length);
          for (double[] block : sums.sums()) {
            for (double sum : block) {
              data.writeDouble(sum);
            }
          }
          data.flush();
        });
      }
      report.at(name, run.bytes(), run.bytes());
      return path;
    }

    BlockSums read(int number) {
      return DataFile.bytes(path(number), bytes -> {
        DataInputStream data = new DataInputStream(bytes);
        long first = data.readLong();
        double[][] sums = new double[data.readInt()][BlockSums.SUM + channels.sums(run.channels())];
        for (double[] block : sums) {
          for (int i = 0; i < block.length; i++) {
            block[i] = data.readDouble();
          }
        }
        return new BlockSums(first, sums);
      });
    }
  }
}
