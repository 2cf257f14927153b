package faultslip.data;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import faultslip.FaultslipException;
import faultslip.kernel.NotebookException;
import faultslip.kernel.NotebookFile;
import faultslip.study.Studies;
import faultslip.testing.Attack;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/** Damaged files of every kind are read, or refused in a line: no other exception, and in seconds. */
class ReadersAttackTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  @TempDir private static Path folder;

  /** A reader, and a file that it reads. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
  private record Reader(String name, String file, byte[] whole, Consumer<Path> reading) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Packing {
    OutputStream of(OutputStream stream) throws IOException;
  }

  static Stream<Reader> readers() throws IOException {
    byte[] csv = csv().getBytes(StandardCharsets.UTF_8);
    byte[] npy = npy();
    Consumer<Path> text = file -> RecordingCsv.read(file, "own", new RecordingCsv.Columns("time", "ae", "mu"));
    return Stream.of(
        new Reader("CSV", "own.csv", csv, text),
        new Reader("CSV in gzip", "own.csv.gz", packed(csv, GZIPOutputStream::new), text),
        new Reader("CSV in xz", "own.csv.xz", packed(csv, out -> new XZOutputStream(out, new LZMA2Options(0))), text),
        new Reader("CSV in zip", "own.zip", zip("own.csv", csv), text),
        new Reader("NumPy", "own.npy", npy, arrays(new NumpyFormat())),
        new Reader("NumPy in zip", "own.npz", zip("x.npy", npy), arrays(new NumpyFormat())),
        new Reader("MATLAB", "own.mat", matlab(), arrays(new MatlabFormat())),
        new Reader("HDF5", "own.h5", hdf(), arrays(new HdfFormat())),
        new Reader("manifests", "data-manifest.json", Files.readAllBytes(Path.of("data-manifest.json")),
            file -> DataManifest.parse("manifest", text(file))),
        new Reader("study files", "own.yaml", Files.readAllBytes(Path.of("src", "kit", "src", "main", "resources",
            "faultslip", "study", "studies", "synthetic.yaml")), file -> Studies.of(file.toString())),
        new Reader("notebooks", "own.ipynb", Files.readAllBytes(Path.of("notebooks", "00-start-here.ipynb")),
            NotebookFile::read));
  }

  private static Consumer<Path> arrays(ArrayFormat format) {
    return file -> {
      List<String> columns = format.columns(Map.of("file", file)).orElseThrow();
      if (!columns.isEmpty()) {
        format.read(new RecordingFormat.Request(Map.of("file", file), "", 1, columns.subList(0, 1), Map.of("rate", "8")));
      }
    };
  }

  @ParameterizedTest
  @MethodSource("readers")
  void whatIsDamagedIsReadOrRefused(Reader reader) throws IOException {
    Attack attack = new Attack("mutated " + reader.name());
    Random random = attack.random();
    Path file = folder.resolve(reader.file());
    Files.write(file, reader.whole());
    reader.reading().accept(file); // as it is
    int count = Attack.count(150);
    for (int i = 0; i < count; i++) {
      Files.write(file, Attack.mutated(reader.whole(), random));
      attack.tried(failure(reader, file, i));
    }
    attack.end();
  }

  private static String failure(Reader reader, Path file, int number) {
    try {
      assertTimeoutPreemptively(LONGEST, () -> reader.reading().accept(file));
      return "";
    } catch (FaultslipException | NotebookException e) {
      return e.getMessage().contains("\n") ? number + ": more than a line: " + e.getMessage() : "";
    } catch (AssertionFailedError e) {
      return number + ": " + e.getMessage() + at(e.getCause());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return number + ": " + e + at(e);
    }
  }

  private static String at(Throwable failure) {
    return failure == null ? "" : " at " + Stream.of(failure.getStackTrace()).limit(12).toList();
  }

  private static String csv() {
    StringBuilder lines = new StringBuilder("time,ae,mu\n");
    for (int i = 0; i < 200; i++) {
      lines.append(i / 10.0).append(',').append(1e-3 * i).append(',').append(0.4 + 0.001 * (i % 50)).append('\n');
    }
    return lines.toString();
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DataException("unreadable", e);
    }
  }

  private static byte[] packed(byte[] bytes, Packing packing) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream stream = packing.of(packed)) {
      stream.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String name, byte[] bytes) throws IOException {
    return packed(bytes, stream -> {
      ZipOutputStream zip = new ZipOutputStream(stream);
      zip.putNextEntry(new ZipEntry(name));
      return zip;
    });
  }

  private static byte[] npy() {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (50, 2), }";
    String padded = header + " ".repeat(117 - header.length()) + "\n";
    byte[] start = ("\u0093NUMPY\u0001\u0000" + (char) padded.length() + "\u0000" + padded)
        .getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer bytes = ByteBuffer.allocate(start.length + 800).order(ByteOrder.LITTLE_ENDIAN).put(start);
    for (int i = 0; i < 100; i++) {
      bytes.putDouble(i);
    }
    return bytes.array();
  }

  private static byte[] matlab() throws IOException {
    Path file = folder.resolve("whole.mat");
    Matrix values = Mat5.newMatrix(40, 2);
    for (int i = 0; i < 80; i++) {
      values.setDouble(i, i);
    }
    try (MatFile mat = Mat5.newMatFile().addArray("x", values)
        .addArray("rig", Mat5.newStruct().set("values", values).set("name", Mat5.newString("biax")))) {
      Mat5.writeToFile(mat, file.toFile());
    }
    return Files.readAllBytes(file);
  }

  private static byte[] hdf() throws IOException {
    Path file = folder.resolve("whole.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("x", new double[] {1, 2, 3, 4});
      hdf.putGroup("rig").putDataset("ae", new float[] {1, 2.5f, 3, 4});
    }
    return Files.readAllBytes(file);
  }
}
