package faultslip.data;

import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Struct;

/** Recordings in MATLAB's files; a field of a structure is called {@code structure.field}. */
public final class MatlabFormat extends ArrayFormat {

  @Override
  public String id() {
    return "mat";
  }

  @Override
  public List<String> endings() {
    return List.of(".mat");
  }

  @Override
  <T> T arrays(Path file, Function<List<NamedArray>, T> use) {
    if (DataFile.bytes(file, bytes -> new String(bytes.readNBytes(10), StandardCharsets.ISO_8859_1))
        .equals("MATLAB 7.3")) {
      return new HdfFormat().arrays(file, use); // which such files are
    }
    try {
      return use.apply(StreamSupport.stream(MatlabFile.read(file).getEntries().spliterator(), false)
          .flatMap(entry -> arrays(entry.getName(), entry.getValue())).toList());
    } catch (FaultslipException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library says damage in many ways.
      throw new DataException("%s: cannot be read as a MATLAB file (%s); save it again, as version 5, 7 or 7.3."
          .formatted(file, DataException.reason(e)), e);
    }
  }

  private static Stream<NamedArray> arrays(String name, Array array) {
    return array instanceof Struct fields && fields.getNumElements() == 1
        ? fields.getFieldNames().stream().flatMap(field -> arrays(name + "." + field, fields.get(field)))
        : array instanceof Matrix matrix && !matrix.isComplex()
        ? Stream.of(new NamedArray(name, matrix.getDimensions(), false, () -> matrix::getDouble)) : Stream.of();
  }
}
