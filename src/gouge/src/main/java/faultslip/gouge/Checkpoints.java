package faultslip.gouge;

import faultslip.AtomicFile;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Where and how often the state of a running experiment is kept, so that one that was killed can go on.
 *
 * @param file replaced at each checkpoint, always whole
 * @param interval time steps from one checkpoint to the next, at least 1, rounded up to whole samples
 */
public record Checkpoints(Path file, long interval) {
  private static final String FORMAT = "faultslip gouge checkpoint 1";
  private static final long USUAL_INTERVAL = 500_000;

  /** @throws SimulationException if the interval is below 1 */
  public Checkpoints {
    SimulationException.require(interval >= 1, "checkpoint interval", (double) interval, "at least 1 time step");
  }

  /** Checkpoints every 500,000 steps: some seconds. */
  public static Checkpoints in(Path file) {
    return new Checkpoints(file, USUAL_INTERVAL);
  }

  void write(ShearExperiment experiment, ShearRun run) {
    AtomicFile.write(file, stream -> {
      var checked = new CheckedOutputStream(stream, new CRC32());
      DataOutputStream out = new DataOutputStream(checked);
      out.writeUTF(FORMAT);
      Map<String, Number> values = ParameterValues.of(experiment);
      out.writeInt(values.size());
      for (var value : values.entrySet()) {
        out.writeUTF(value.getKey());
        out.writeUTF(value.getValue().toString());
      }
      run.transfer(StateTransfer.saving(out));
      out.writeLong(checked.getChecksum().getValue());
      out.flush();
    });
  }

  boolean exist() {
    return Files.exists(file);
  }

  /** The run as it was kept. */
  ShearRun read(ShearExperiment experiment) {
    try (var checked = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32())) {
      DataInputStream in = new DataInputStream(checked);
      requireFormat(in);
      requireSame(experiment, in);
      var run =
          new ShearRun(GranularGouge.loose(experiment.parameters()), experiment.stages(), experiment.samplingSteps());
      run.transfer(StateTransfer.loading(in));
      long sum = checked.getChecksum().getValue();
      if (in.readLong() != sum) {
        throw damaged(null);
      }
      return run;
    } catch (EOFException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw new SimulationException("Cannot read the checkpoint " + file + ": " + e.getMessage()
          + "; give a file you may read.", e);
    }
  }

  private void requireFormat(DataInputStream in) throws IOException {
    byte[] start = in.readNBytes(2 + FORMAT.length());
    if (!new String(start, 2, Math.max(0, start.length - 2), StandardCharsets.US_ASCII).equals(FORMAT)) {
      throw new SimulationException(file + " is no checkpoint of this version; name another file, or delete it.");
    }
  }

  private void requireSame(ShearExperiment experiment, DataInputStream in) throws IOException {
    Map<String, String> kept = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      kept.put(in.readUTF(), in.readUTF());
    }
    Map<String, Number> asked = ParameterValues.of(experiment);
    for (var value : asked.entrySet()) {
      String other = kept.get(value.getKey());
      if (other == null || !ParameterValues.same(value.getValue(), other)) {
        throw otherExperiment(value.getKey(), other == null ? "not given" : other, value.getValue().toString());
      }
    }
    for (var value : kept.entrySet()) {
      if (!asked.containsKey(value.getKey())) {
        throw otherExperiment(value.getKey(), value.getValue(), "not given");
      }
    }
  }

  private SimulationException otherExperiment(String name, String kept, String asked) {
    return new SimulationException(("The checkpoint %s is of another experiment: %s is %s there, and %s here; name "
        + "another file, or delete it.").formatted(file, name, kept, asked));
  }

  private SimulationException damaged(Exception cause) {
    return new SimulationException("The checkpoint " + file + " is damaged; delete it to start again.", cause);
  }
}
