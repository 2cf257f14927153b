package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.data.RecordingFormat.Request;
import faultslip.data.RecordingFormat.TimedColumns;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/** Recordings in files of named arrays. */
class ArrayFormatsTest {
  @TempDir Path folder;

  private static TimedColumns read(Path file, String time, double unit, List<String> columns,
      Map<String, String> options) {
    return RecordingFormat.of(file).read(new Request(Map.of("file", file), time, unit, columns, options));
  }

  @Test
  void hdf5() {
    Path file = folder.resolve("own.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("t", new int[] {0, 10, 20, 30});
      hdf.putGroup("rig").putDataset("ae", new float[] {1, 2.5f, 3, 4});
      hdf.putDataset("both", new double[][] {{1, 5}, {2, 6}, {3, 7}, {4, 8}});
      hdf.putDataset("along", new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}});
      hdf.putDataset("short", new double[] {1, 2});
    }
    assertThat(new HdfFormat().columns(Map.of("file", file)).orElseThrow()).containsExactlyInAnyOrder("t", "rig/ae",
        "both[0]", "both[1]", "along[0]", "along[1]", "short");
    TimedColumns table = read(file, "t", 1e-3, List.of("rig/ae", "both[1]", "along[1]"), Map.of());
    assertThat(table.times()).containsExactly(0, 0.01, 0.02, 0.03);
    assertThat(table.column("rig/ae")).containsExactly(1, 2.5, 3, 4);
    assertThat(table.column("both[1]")).containsExactly(5, 6, 7, 8);
    assertThat(table.column("along[1]")).containsExactly(5, 6, 7, 8);
    assertThat(read(file, "", 1, List.of("rig/ae"), Map.of("rate", "8")).times())
        .containsExactly(0, 0.125, 0.25, 0.375);
    refuses(file, "t", List.of("rig/ae", "short"), "'short' has 2 values, but 't' has 4");
    refuses(file, "t", List.of("ae"), "no array 'ae'; the arrays are '");
    refuses(file, "", List.of("both[0]"), "give the option rate, in hertz");
  }

  @Test
  void matlab() throws IOException {
    Path file = folder.resolve("own.mat");
    Matrix times = Mat5.newMatrix(1, 3);
    Matrix values = Mat5.newMatrix(3, 2);
    for (int i = 0; i < 3; i++) {
      times.setDouble(i, i / 4.0);
      values.setDouble(i, 0, 10 + i);
      values.setDouble(i, 1, 20 + i);
    }
    try (MatFile mat = Mat5.newMatFile().addArray("t", times)
        .addArray("rig", Mat5.newStruct().set("values", values).set("name", Mat5.newString("biax")))) {
      Mat5.writeToFile(mat, file.toFile());
    }
    assertThat(new MatlabFormat().columns(Map.of("file", file)).orElseThrow())
        .containsExactly("t", "rig.values[0]", "rig.values[1]");
    TimedColumns table = read(file, "t", 1, List.of("rig.values[0]", "rig.values[1]"), Map.of());
    assertThat(table.times()).containsExactly(0, 0.25, 0.5);
    assertThat(table.column("rig.values[0]")).containsExactly(10, 11, 12);
    assertThat(table.column("rig.values[1]")).containsExactly(20, 21, 22);
    assertThat(table.form()).isEqualTo("mat");
  }

  @Test
  void numpy() throws IOException {
    Path file = folder.resolve("own.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("t", "x", "wide")) {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(name.equals("t") ? array("<f8", "(3,)", false, 0, 1, 2) : name.equals("x")
            ? array(">f4", "(3, 2)", false, 1, 10, -999, 20, 3, 30) : array("<i2", "(3, 2)", true, 1, 2, 3, 7, 8, 9));
      }
    }
    TimedColumns table = read(file, "t", 1, List.of("x[1]", "wide[1]"), Map.of());
    assertThat(table.column("x[1]")).containsExactly(10, 20, 30);
    assertThat(table.column("wide[1]")).containsExactly(7, 8, 9);
    refuses(file, "t", List.of("x[0]"), "row 1, column 'x[0]': -999 stands there");
    assertThat(read(file, "t", 1, List.of("x[0]"), Map.of("missing", "-999")).times()).containsExactly(0, 2);
    Path single = folder.resolve("own.npy");
    byte[] whole = array("<f8", "(2, 3)", false, 0, 1, 2, 4, 5, 6);
    Files.write(single, whole);
    assertThat(read(single, "array[0]", 1, List.of("array[1]"), Map.of()).column("array[1]")).containsExactly(4, 5, 6);
    Files.write(single, java.util.Arrays.copyOf(whole, whole.length - 3));
    refuses(single, "array[0]", List.of("array[1]"), "'array' has 45 bytes of numbers, but its header says 48");
    Files.write(single, array("<c8", "(3,)", false, 0, 1, 2));
    refuses(single, "array", List.of("array"), "not a NumPy array of numbers");
  }

  @Test
  void damagedFilesAreRefused() throws IOException {
    for (String name : List.of("own.h5", "own.mat", "own.npy", "own.npz")) {
      Path file = folder.resolve(name);
      refuses(file, "t", List.of("x"), "no such file");
      Files.write(file, "time,emission\n0,1\n".repeat(20).getBytes(StandardCharsets.UTF_8));
      refuses(file, "t", List.of("x"), file.toString());
    }
  }

  private static void refuses(Path file, String time, List<String> columns, String message) {
    assertThatThrownBy(() -> read(file, time, 1, columns, Map.of())).isInstanceOf(DataException.class)
        .hasMessageContaining(message).hasMessageNotContaining("\n");
  }

  // As numpy.save writes it: format 1.0.
  private static byte[] array(String type, String shape, boolean fortran, double... values) {
    String header = "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }".formatted(type, fortran ? "True" : "False",
        shape);
    String padded = header + " ".repeat(63 - (10 + header.length()) % 64) + "\n";
    ByteBuffer bytes = ByteBuffer.allocate(10 + padded.length() + 8 * values.length)
        .order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    bytes.put("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
    bytes.put((byte) padded.length()).put((byte) 0).put(padded.getBytes(StandardCharsets.ISO_8859_1));
    DoubleStream.of(values).forEach(value -> {
      switch (type.substring(1)) {
        case "f8" -> bytes.putDouble(value);
        case "f4" -> bytes.putFloat((float) value);
        default -> bytes.putShort((short) value);
      }
    });
    return java.util.Arrays.copyOf(bytes.array(), bytes.position());
  }
}
