package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest.DataResource;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final byte[] CONTENT = "right".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void liesWhereTheSystemKeepsCaches() {
    Path home = folder.resolve("home");
    Path xdg = folder.resolve("xdg");
    assertThat(root(Map.of(), "Linux")).isEqualTo(home.resolve(".cache/faultslip/data"));
    assertThat(root(Map.of("XDG_CACHE_HOME", xdg.toString()), "Linux")).isEqualTo(xdg.resolve("faultslip/data"));
    assertThat(root(Map.of("XDG_CACHE_HOME", "relative"), "Linux")).isEqualTo(home.resolve(".cache/faultslip/data"));
    assertThat(root(Map.of(), "Mac OS X")).isEqualTo(home.resolve("Library/Caches/faultslip/data"));
    assertThat(root(Map.of("LOCALAPPDATA", xdg.toString()), "Windows 11")).isEqualTo(xdg.resolve("faultslip/data"));
    assertThat(root(Map.of(), "Windows 11")).isEqualTo(home.resolve("AppData/Local/faultslip/data"));
    assertThat(root(Map.of("FAULTSLIP_DATA", "here"), "Linux")).isEqualTo(Path.of("here"));
  }

  private Path root(Map<String, String> environment, String system) {
    return DataFolder.standard(environment, system, folder.resolve("home")).root();
  }

  @Test
  void tellsRightFromMissingAndWrong() throws IOException {
    DataFolder data = new DataFolder(folder);
    DataResource resource = Samples.resource("a.csv", CONTENT);
    Path file = folder.resolve("tiny").resolve("a.csv");

    assertThat(data.check(resource).line()).isEqualTo(file
        + ": missing; fetch it, or set FAULTSLIP_DATA to the folder that holds it");
    assertThat(data.check(resource).isAcceptable()).isFalse();
    assertThatThrownBy(() -> data.require(resource)).isInstanceOf(DataException.class).hasMessage(file
        + ": missing; fetch it, or set FAULTSLIP_DATA to the folder that holds it.");

    Files.createDirectories(file.getParent());
    Files.writeString(file, "longer");
    assertThat(data.check(resource).line()).isEqualTo(file + ": 6 bytes instead of 5; fetch it again");

    Files.writeString(file, "wrong");
    assertThat(data.verify(List.of(resource))).extracting(FileStatus::state)
        .containsExactly(FileStatus.State.WRONG);
    assertThatThrownBy(() -> data.require(resource)).isInstanceOf(DataException.class).hasMessage(
        "%s: sha256 %s instead of %s; fetch it again.", file,
        "8810ad581e59f2bc3928b261707a71308f7e139eb04820366dc4d5c18d980225", resource.sha256());

    Files.write(file, CONTENT);
    assertThat(data.check(resource).line()).isEqualTo(file + ": ok");
    assertThat(data.require(resource)).isEqualTo(file);
    assertThat(data.check(Samples.ofUnknownSize(resource)).state()).isEqualTo(FileStatus.State.OK);
  }

  @Test
  void doesWithoutOptionalFiles() {
    FileStatus status = new DataFolder(folder)
        .check(Samples.resource("b.csv", CONTENT, URI.create("http://localhost/b.csv"), true));
    assertThat(status.isAcceptable()).isTrue();
    assertThat(status.line()).endsWith("b.csv: missing (optional)");
  }

  @Test
  void refusesAFolderThatCannotBeWrittenTo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DataFile.requireWritable(file.resolve("tiny"), "choose another"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file.resolve("tiny") + ": cannot write into this folder (")
        .hasMessageEndingWith("); choose another.");
  }
}
