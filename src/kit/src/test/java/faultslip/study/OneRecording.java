package faultslip.study;

import faultslip.data.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a CSV file as a study beside it describes it. */
final class OneRecording {
  private OneRecording() {}

  /**
   * Reads {@code p.csv} in a folder.
   *
   * @param keys of the recording, in YAML, a line each
   */
  static RecordingDescription.Raw read(Path folder, String... keys) {
    Path study = folder.resolve("study.yaml");
    try {
      Files.writeString(study, "study: one\nrecordings:\n  p:\n    title: p\n    path: p.csv\n    " + String
          .join("\n    ", keys)
          + "\nsimulations: {s: {recording: p}}\nlaboratory: p\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return StudyFile.read(study).description().recordings().get("p").read(new DataFolder(folder), folder);
  }
}
