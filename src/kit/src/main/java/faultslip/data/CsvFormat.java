package faultslip.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Comma-separated values with a header line and a row a sample; compressed if the file's name ends with {@code .xz}.
 */
public final class CsvFormat implements RecordingFormat {

  /** Made by the service loader. */
  public CsvFormat() {}

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public Optional<List<String>> columns(Map<String, Path> files) {
    return Optional.ofNullable(files.get("file")).map(TimedTable::columns);
  }

  @Override
  public TimedColumns read(Request request) {
    Path file = request.files().get("file");
    TimedTable table = new TimedTable(file, request.time(), request.secondsPerUnit(), request.columns());
    // The last number of a file that was cut may be cut itself; a compressed one is held by its own checksums.
    if (!DataFile.isCompressed(file)) {
      DataFile.requireLineBreakAtEnd(file, table.lastLine());
    }
    return table;
  }
}
