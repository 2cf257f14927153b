package outside;

import faultslip.data.DataException;
import faultslip.data.RecordingFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A format of recordings of one's own: doubles, emission and friction by turns, at a rate that the study file gives. */
public final class Interleaved implements RecordingFormat {

  @Override
  public String id() {
    return "interleaved";
  }

  @Override
  public List<String> options() {
    return List.of("rate");
  }

  @Override
  public Optional<List<String>> columns(Map<String, Path> files) {
    return Optional.of(List.of("emission", "friction"));
  }

  @Override
  public TimedColumns read(Request request) {
    Path file = request.files().get("file");
    try {
      DoubleBuffer values = ByteBuffer.wrap(Files.readAllBytes(file)).asDoubleBuffer();
      if (Files.size(file) % (2 * Double.BYTES) != 0) {
        throw new DataException(file + ": ends within a sample; copy the file again.");
      }
      double rate = Double.parseDouble(request.options().get("rate"));
      return new TimedColumns(IntStream.range(0, values.limit() / 2).mapToDouble(i -> i / rate).toArray(),
          Map.of("emission", IntStream.range(0, values.limit() / 2).mapToDouble(i -> values.get(2 * i)).toArray(),
              "friction", IntStream.range(0, values.limit() / 2).mapToDouble(i -> values.get(2 * i + 1)).toArray()),
          row -> file + ", sample " + row, List.of("Read without a header."));
    } catch (IOException e) {
      throw new DataException(file + ": cannot be read (" + e.getMessage() + "); copy the file again.", e);
    }
  }
}
