import com.sun.management.OperatingSystemMXBean;
import faultslip.progress.ProgressReport;
import faultslip.raw.BiaxialExperiment;
import faultslip.raw.BiaxialExperiment.Reduction;
import faultslip.raw.BiaxialExperiment.Value;
import faultslip.raw.FeatureWindows;
import faultslip.raw.LanlRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

/** Reduces files of some 200 MB, made up for it, on one thread, and says how fast beside a plain reading of the same bytes. */
public final class RawBenchmark {
  private static final int LINES = 12_600_000;
  private static final int FILES = 4;
  private static final int FRAMES = 400;
  private static final int ACQUISITIONS = 32;
  private static final int SAMPLES = 2048;
  private static final double SPACING = 2.5e-7;

  private RawBenchmark() {}

  private interface Work {
    void run() throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    Files.createDirectories(folder);
    Path record = folder.resolve("train.csv");
    if (!Files.exists(record)) {
      record(record);
      biaxial(folder);
    }
    List<Path> waveforms = IntStream.rangeClosed(1, FILES).mapToObj(i -> folder.resolve("WF_" + i + ".ac")).toList();
    ProgressReport silent = ProgressReport.inCell("", new PrintStream(OutputStream.nullOutputStream()));
    BiaxialExperiment experiment = new BiaxialExperiment(folder, folder.resolve("settings.mat"), folder.resolve("sync.mat"),
        folder.resolve("mechanical.txt"));
    compare("train.csv", List.of(record), rounds,
        () -> LanlRecord.reduce(record, new FeatureWindows(100, 4), folder.resolve("lanl.csv"), 1L << 29, silent));
    for (boolean norm : new boolean[] {true, false}) {
      compare(norm ? "WF, norm" : "WF, mean", waveforms, rounds, () -> experiment.reduce(new Reduction(100, OptionalDouble.empty(),
          OptionalDouble.empty(), norm, Value.DEVIATION), 1, folder.resolve("biaxial.csv"), silent));
    }
    System.out.printf("heap: at most %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
    Files.lines(Path.of("/proc/self/status")).filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
  }

  /** The median of what the two take in turns, in this process: so that both meet the same neighbours. */
  private static void compare(String name, List<Path> files, int rounds, Work work) throws IOException {
    double[] plain = new double[rounds];
    double[] reduced = new double[rounds];
    double[] ratios = new double[rounds];
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    for (int round = -1; round < rounds; round++) { // once to warm up
      double first = seconds(() -> read(files));
      double second = seconds(work);
      if (round >= 0) {
        plain[round] = bytes / first / 1e6;
        reduced[round] = bytes / second / 1e6;
        ratios[round] = first / second;
      }
    }
    System.out.printf("%-10s %4d MB: read %5.0f MB/s, reduced %5.0f MB/s, ratio %.2f (%.2f-%.2f)%n", name, bytes / 1_000_000,
        median(plain), median(reduced), median(ratios), Arrays.stream(ratios).min().orElseThrow(), Arrays.stream(ratios).max().orElseThrow());
  }

  /** Of the processor's, all threads together: on a shared machine the clock on the wall counts others' work. */
  private static double seconds(Work work) throws IOException {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    work.run();
    return (system.getProcessCpuTime() - start) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void read(List<Path> files) throws IOException {
    byte[] buffer = new byte[1 << 18];
    for (Path file : files) {
      try (var input = Files.newInputStream(file)) {
        while (input.read(buffer) >= 0) {
          // nothing is made of it
        }
      }
    }
  }

  /** As the competition's: blocks of 4096 samples whose times step by a nanosecond, a millisecond apart, two failures. */
  private static void record(Path file) throws IOException {
    Random random = new Random(1);
    long left = 14_690_999_832L; // in 1e-10 s
    try (var text = Files.newBufferedWriter(file)) {
      text.write("acoustic_data,time_to_failure\n");
      for (int i = 0; i < LINES; i++) {
        if (i % 4096 == 0 && i > 0) {
          left -= 10_595_000;
          if (left < 7_000_000) {
            left = 115_410_006_000L;
          }
        }
        left -= i % 8 == 0 ? 20 : 10;
        text.write(Math.round(4.5 + 3 * random.nextGaussian()) + "," + left / 10_000_000_000L + "."
            + String.valueOf(10_000_000_000L + left % 10_000_000_000L).substring(1) + "\n");
      }
    }
  }

  private static void biaxial(Path folder) throws IOException {
    Random random = new Random(2);
    byte[] bytes = new byte[FRAMES / 2 * 2 * ACQUISITIONS * SAMPLES * 2];
    var shorts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    for (int file = 1; file <= FILES; file++) {
      for (int i = 0; i < bytes.length / 2; i++) {
        shorts.put(i, (short) (random.nextInt(200) - 100));
      }
      Files.write(folder.resolve("WF_" + file + ".ac"), bytes);
    }
    Mat5.writeToFile(Mat5.newMatFile().addArray("numFrames", Mat5.newScalar(FRAMES)).addArray("numAcqs", Mat5.newScalar(ACQUISITIONS))
        .addArray("Nsamples", Mat5.newScalar(SAMPLES)).addArray("channels2save", Mat5.newMatrix(1, 2)), folder.resolve("settings.mat").toFile());
    Matrix times = Mat5.newMatrix(FILES * FRAMES / 2 * ACQUISITIONS, 1);
    for (int i = 0; i < times.getNumElements(); i++) {
      times.setDouble(i, 2000.123 + i * SAMPLES * SPACING);
    }
    Mat5.writeToFile(Mat5.newMatFile().addArray("acTime", times).addArray("ts_adjusted", Mat5.newScalar(SPACING * 1e6)),
        folder.resolve("sync.mat").toFile());
    StringBuilder text = new StringBuilder("header\n".repeat(5));
    for (int i = 0; i < 15_000; i++) {
      text.append(i).append("\t0.1\t1.5\t0.2\t2.5\t").append(2000 + i / 1000.0).append('\n');
    }
    Files.writeString(folder.resolve("mechanical.txt"), text);
  }
}
