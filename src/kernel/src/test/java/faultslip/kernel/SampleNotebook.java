package faultslip.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Notebooks that tests read and run, copied to where they may write. */
final class SampleNotebook {
  private SampleNotebook() {}

  /** A file of the test resources, as a copy in a folder. */
  static Path copy(String name, Path folder) {
    try (InputStream stream = SampleNotebook.class.getResourceAsStream(name)) {
      Path file = folder.resolve(name);
      Files.write(file, stream.readAllBytes());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A notebook of code cells. */
  static Path of(Path file, String... sources) {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < sources.length; i++) {
      cells.append(i == 0 ? "" : ",").append("""
          {"cell_type": "code", "id": "cell-%d", "metadata": {}, "execution_count": null, "outputs": [], "source": %s}"""
          .formatted(i, '"' + sources[i].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'));
    }
    try {
      return Files.writeString(file, "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [" + cells + "]}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
