package faultslip.ced;

import com.fasterxml.jackson.databind.ObjectMapper;
import faultslip.AtomicFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Everything a training needs to go on where it stopped: a zip of its history as JSON and its arrays in ND4J's binary
 * form.
 *
 * @param history up to the checkpoint
 * @param arrays by name: parameters, updater state, averaged and best parameters
 */
record Checkpoint(TrainingHistory history, Map<String, INDArray> arrays) {
  private static final String HISTORY = "history.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  void write(Path file) {
    AtomicFile.write(file, stream -> {
      try (ZipOutputStream zip = new ZipOutputStream(stream)) {
        zip.putNextEntry(new ZipEntry(HISTORY));
        zip.write(JSON.writeValueAsBytes(history));
        for (var array : arrays.entrySet()) {
          zip.putNextEntry(new ZipEntry(array.getKey()));
          DataOutputStream data = new DataOutputStream(zip);
          Nd4j.write(array.getValue(), data);
          data.flush();
        }
      }
    });
  }

  static Checkpoint read(Path file) throws IOException {
    TrainingHistory history = null;
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    try (InputStream stream = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(stream)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(HISTORY)) {
          history = JSON.readValue(zip.readAllBytes(), TrainingHistory.class);
        } else {
          arrays.put(entry.getName(), Nd4j.read(new DataInputStream(zip)));
        }
      }
    }
    if (history == null) {
      throw new IOException("no " + HISTORY + " in " + file);
    }
    return new Checkpoint(history, arrays);
  }
}
