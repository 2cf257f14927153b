package faultslip.data;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.exceptions.HdfException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Recordings in HDF5; also in MATLAB's files of version 7.3. An array in a group is called {@code group/array}. */
public final class HdfFormat extends ArrayFormat {

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
    try (HdfFile hdf = new HdfFile(file)) {
      return use.apply(arrays(hdf, "").toList());
    } catch (HdfException | IndexOutOfBoundsException | BufferUnderflowException e) {
      throw new DataException("%s: cannot be read as HDF5 (%s); fetch or export it again."
          .formatted(file, DataException.reason(e)), e);
    } catch (StackOverflowError e) {
      throw new DataException(file + ": its groups hold each other; export it again.", e);
    } catch (OutOfMemoryError e) {
      throw DataFile.tooLarge(file, e);
    }
  }

  private static Stream<NamedArray> arrays(Group group, String path) {
    return group.getChildren().entrySet().stream().flatMap(child -> {
      String name = path + child.getKey();
      return child.getValue() instanceof Group inner && !child.getKey().equals("#refs#") ? arrays(inner, name + "/")
          : child.getValue() instanceof Dataset data ? arrays(data, name) : Stream.of();
    });
  }

  // A table of named fields (a compound) is an array for each.
  private static Stream<NamedArray> arrays(Dataset data, String name) {
    DataFile.requireRoom(data.getFileAsPath(), "'" + name + "'", (double) data.getSize() * Double.BYTES);
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
