package faultslip.ced;

import faultslip.AtomicFile;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Numbers on disk that take seconds to find and depend on nothing but what is in their key, one file a key: rows of
 * 64-bit numbers in network order, each row after its length, all after the number of rows.
 *
 * @param folder made when needed
 */
public record ResultStore(Path folder) {
  private static final System.Logger LOGGER = System.getLogger(ResultStore.class.getName());

  /**
   * The numbers of a key, from the store, or found now and kept.
   *
   * @param lengths of the rows, in order
   * @param found finds them, of these lengths
   * @return the caller's own
   * @throws CedException if a file is there that cannot be read, or has other rows
   * @throws faultslip.FaultslipException if the store cannot be written
   */
  public double[][] get(ModelKey key, List<Integer> lengths, Supplier<double[][]> found) {
    Path file = folder.resolve(key.abbreviated() + ".bin");
    Seal seal = new Seal(file, key);
    try {
      if (Files.exists(file) && !seal.holds()) {
        LOGGER.log(System.Logger.Level.WARNING, file + " is not what was written; its numbers are found anew.");
        Files.delete(file);
      }
      double[][] rows = rows(ByteBuffer.wrap(Files.readAllBytes(file)));
      if (!Arrays.stream(rows).map(row -> row.length).toList().equals(lengths)) {
        throw new IOException("other rows than asked for");
      }
      seal.setIfMissing();
      return rows;
    } catch (NoSuchFileException e) {
      return find(file, seal, found);
    } catch (IOException | BufferUnderflowException e) {
      throw new CedException("Cannot read " + file + " (" + e + "); delete it to find its numbers anew.", e);
    }
  }

  private static double[][] find(Path file, Seal seal, Supplier<double[][]> found) {
    double[][] rows = found.get();
    try {
      seal.lift();
      AtomicFile.write(file, stream -> write(new DataOutputStream(stream), rows));
      seal.set();
    } catch (IOException e) {
      throw new CedException("Cannot keep " + file + " (" + e + "); choose another folder for the models.", e);
    }
    return rows;
  }

  private static double[][] rows(ByteBuffer bytes) throws IOException {
    double[][] rows = new double[size(bytes)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[size(bytes)];
      bytes.asDoubleBuffer().get(rows[i]);
      bytes.position(bytes.position() + rows[i].length * Double.BYTES);
    }
    if (bytes.hasRemaining()) {
      throw new IOException("longer than it says");
    }
    return rows;
  }

  // No row can be longer than what is left of its file: a damaged length must not ask for gigabytes.
  private static int size(ByteBuffer bytes) throws IOException {
    int size = bytes.getInt();
    if (size < 0 || size > bytes.remaining()) {
      throw new IOException("damaged");
    }
    return size;
  }

  private static void write(DataOutputStream stream, double[][] rows) throws IOException {
    stream.writeInt(rows.length);
    for (double[] row : rows) {
      stream.writeInt(row.length);
      for (double value : row) {
        stream.writeDouble(value);
      }
    }
    stream.flush();
  }
}
