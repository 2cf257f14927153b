package faultslip.model;

import faultslip.AtomicFile;
import faultslip.data.RecordingCsv;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** Files of predictions: CSV, or HDF5 with an array a column, where the name says so. */
public final class PredictionFile {
  /** In seconds. */
  public static final String TIME = "time";
  /** In the fault state's unit. */
  public static final String PREDICTED = "predicted";
  /** Where nobody has said mean and deviation of the fault state. */
  public static final String STANDARDISED = "standardised";
  /** ±1 σ, the spread of overlapping windows. */
  public static final String DEVIATION = "deviation";
  /** The prediction with its amplitude restored. */
  public static final String RESTORED = "restored";
  /** The fault state as the model would see it. */
  public static final String TRUTH = "fault";
  /** Arrays of HDF5 are written whole, so they have to fit into memory. */
  private static final int MOST_ROWS = 2_000_000;

  private PredictionFile() {}

  /** Whether a file of this name is HDF5. */
  public static boolean isHdf(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".h5") || name.endsWith(".hdf5");
  }

  /**
   * Refuses so many rows where a file of this name cannot hold them.
   *
   * @throws ModelException if it is HDF5 and they are too many
   */
  public static void requireRoom(Path file, int rows) {
    ModelException.require(!isHdf(file) || rows <= MOST_ROWS, "%s: %,d predictions are too many for an HDF5 file, "
        + "which is written from memory (%,d at most); name a .csv.", file, rows, MOST_ROWS);
  }

  static void write(Path file, List<String> names, Supplier<Stream<double[]>> rows, int count, int digits) {
    requireRoom(file, count);
    try (Stream<double[]> all = rows.get()) {
      if (isHdf(file)) {
        writeHdf(file, names, all.iterator(), count);
      } else {
        RecordingCsv.write(file, names, all, digits);
      }
    }
  }

  private static void writeHdf(Path file, List<String> names, Iterator<double[]> rows, int count) {
    double[][] columns = new double[names.size()][count];
    for (int i = 0; i < count; i++) {
      double[] row = rows.next();
      for (int column = 0; column < columns.length; column++) {
        columns[column][i] = row[column];
      }
    }
    AtomicFile.write(file, stream -> {
      Path folder = Files.createTempDirectory("faultslip");
      try {
        Path whole = folder.resolve("predicted.h5");
        try (WritableHdfFile hdf = HdfFile.write(whole)) {
          for (int column = 0; column < columns.length; column++) {
            hdf.putDataset(names.get(column), columns[column]);
          }
        }
        Files.copy(whole, stream);
      } catch (HdfException e) {
        throw new IOException(e);
      } finally {
        FileUtils.deleteQuietly(folder.toFile());
      }
    });
  }
}
