package faultslip.gouge;

import faultslip.AtomicFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Where and how often the state of a running experiment is kept, so that one that was killed can go on: in a file,
 * always whole, read by the version that wrote it alone; after time steps, at least 1, rounded up to whole samples.
 */
public record Checkpoints(Path file, long interval) {
  private static final String FORMAT = "faultslip gouge checkpoint 2\n";
  /** Nothing else is ever made of what a file says. */
  private static final ObjectInputFilter OUR_CLASSES = ObjectInputFilter.Config.createFilter(
      "faultslip.gouge.*;java.lang.Object;java.util.CollSer;java.util.ImmutableCollections$*;!*");

  /** @throws SimulationException if the interval is below 1 */
  public Checkpoints {
    SimulationException.require(interval >= 1, "checkpoint interval", (double) interval, "at least 1 time step");
  }

  void write(ShearExperiment.Run run) {
    AtomicFile.write(file, stream -> {
      var state = new ByteArrayOutputStream();
      new ObjectOutputStream(state).writeObject(run);
      stream.write(heading(state.toByteArray()).getBytes(StandardCharsets.US_ASCII));
      state.writeTo(stream);
    });
  }

  private static String heading(byte[] state) {
    return FORMAT + DigestUtils.md5Hex(state);
  }

  ShearExperiment.Run read(ShearExperiment experiment) {
    try (InputStream stream = Files.newInputStream(file)) {
      String heading = new String(stream.readNBytes(heading(new byte[0]).length()), StandardCharsets.US_ASCII);
      byte[] state = stream.readAllBytes();
      if (!heading.startsWith(FORMAT)) {
        throw new InvalidClassException("another format");
      }
      SimulationException.refuseUnless(heading.equals(heading(state)),
          "The checkpoint %s is damaged; delete it to start again.", file);
      ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(state));
      objects.setObjectInputFilter(OUR_CLASSES);
      ShearExperiment.Run run = (ShearExperiment.Run) objects.readObject();
      requireSame(run.experiment.numbers(), experiment.numbers());
      return run;
    } catch (InvalidClassException | ClassNotFoundException e) {
      throw new SimulationException(file + " is no checkpoint of this version; name another file, or delete it.", e);
    } catch (IOException e) {
      throw new SimulationException("Cannot read the checkpoint " + file + ": " + e.getMessage()
          + "; give a file you may read.", e);
    }
  }

  private void requireSame(Map<String, Number> kept, Map<String, Number> asked) {
    Stream.concat(asked.keySet().stream(), kept.keySet().stream()).forEach(name -> SimulationException.refuseUnless(
        Objects.equals(kept.get(name), asked.get(name)),
        "The checkpoint %s is of another experiment: %s is %s there, and %s here; name another file, or delete it.",
        file, name, Objects.<Object>requireNonNullElse(kept.get(name), "not given"),
        Objects.<Object>requireNonNullElse(asked.get(name), "not given")));
  }
}
