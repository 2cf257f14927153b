package faultslip.data;

import faultslip.FaultslipException;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Recordings in HDF5; also in MATLAB's files of version 7.3. An array in a group is called {@code group/array}. */
public final class HdfFormat extends ArrayFormat {
  /** Of groups in each other: they may be laid out so that what is in them is seen again and again. */
  private static final int DEEPEST = 20;

  @Override
  public String id() {
    return "hdf5";
  }

  @Override
  public List<String> endings() {
    return List.of(".h5", ".hdf5", ".hdf");
  }

  @Override
  <T> T arrays(Path file, Function<List<NamedArray>, T> use) {
    DataFile.bytes(file, bytes -> bytes.read());
    try (HdfFile hdf = open(file)) {
      return use.apply(arrays(file, hdf, "", Set.of()).toList());
    } catch (FaultslipException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library says damage in many ways.
      throw new DataException("%s: cannot be read as HDF5 (%s); fetch or export it again."
          .formatted(file, DataException.reason(e)), e);
    } catch (OutOfMemoryError e) {
      throw DataFile.tooLarge(file, e);
    }
  }

  // From memory the library takes no more than is there; from a file it makes room for whatever that says it holds.
  private static HdfFile open(Path file) throws IOException {
    if (file.toFile().length() > Integer.MAX_VALUE) {
      return new HdfFile(file);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  private static Stream<NamedArray> arrays(Path file, Group group, String path, Set<Long> above) {
    DataException.require(!above.contains(group.getAddress()) && above.size() < DEEPEST,
        "%s: its group '%s' holds itself, or groups in it are more than %d deep; export it again.",
        file, path, DEEPEST);
    Set<Long> here = new HashSet<>(above);
    here.add(group.getAddress());
    return group.getChildren().entrySet().stream().flatMap(child -> {
      String name = path + child.getKey();
      return child.getValue() instanceof Group inner && !child.getKey().equals("#refs#")
          ? arrays(file, inner, name + "/", here)
          : child.getValue() instanceof Dataset data ? arrays(file, data, name) : Stream.of();
    });
  }

  // A table of named fields (a compound) is an array for each.
  private static Stream<NamedArray> arrays(Path file, Dataset data, String name) {
    DataFile.requireRoom(file, "'" + name + "'", (double) data.getSize() * Double.BYTES);
    if (data.isCompound()) {
      return ((Map<?, ?>) data.getData()).entrySet().stream().flatMap(field -> numbers(field.getValue()).stream()
          .map(values -> new NamedArray(name + "/" + field.getKey(), new int[] {values.length}, true,
              () -> i -> values[i])));
    }
    Class<?> type = data.getJavaType();
    return !type.isPrimitive() || type == boolean.class || type == char.class || data.isScalar() || data.isEmpty()
        ? Stream.of()
        : Stream.of(new NamedArray(name, data.getDimensions(), true, () -> {
          double[] values = numbers(data.getDataFlat()).orElseThrow();
          return i -> values[i];
        }));
  }
}
