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
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFetcherTest {
  private static final byte[] CONTENT = "right".getBytes(StandardCharsets.UTF_8);

  @TempDir Path mirror;
  @TempDir Path data;
  private final DataResource resource = Samples.resource("a.csv", CONTENT);
  private final List<String> told = new ArrayList<>();
  private DataFetcher fetcher;

  @BeforeEach
  void makeFetcher() {
    fetcher = new DataFetcher(new DataFolder(data), Optional.of(mirror), told::add);
  }

  @Test
  void copiesByNameFromTheFolderOrTheStudysSubfolder() throws IOException {
    DataResource other = Samples.resource("b.csv", CONTENT);
    Files.write(mirror.resolve("a.csv"), CONTENT);
    Files.createDirectory(mirror.resolve("tiny"));
    Files.write(mirror.resolve("tiny").resolve("b.csv"), CONTENT);

    List<FileStatus> results = fetcher.fetch(List.of(resource, other));

    assertThat(results).extracting(FileStatus::state)
        .containsExactly(FileStatus.State.FETCHED, FileStatus.State.FETCHED);
    assertThat(data.resolve("tiny")).isDirectoryContaining("glob:**/a.csv").isDirectoryContaining("glob:**/b.csv")
        .isDirectoryNotContaining("glob:**.part");
    assertThat(results.get(1).line()).isEqualTo(data.resolve("tiny").resolve("b.csv") + ": fetched");
  }

  @Test
  void leavesAloneWhatIsThereAndRight() throws IOException {
    Path file = put("right");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    assertThat(fetcher.fetch(List.of(resource)).get(0).state()).isEqualTo(FileStatus.State.OK);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(1_000_000));
  }

  @Test
  void replacesWhatIsThereAndWrong() throws IOException {
    Path file = put("wrong");
    Files.write(mirror.resolve("a.csv"), CONTENT);
    assertThat(fetcher.fetch(List.of(resource)).get(0).state()).isEqualTo(FileStatus.State.FETCHED);
    assertThat(file).hasContent("right");
  }

  @Test
  void refusesACopyOfWrongHashAndLeavesNothing() throws IOException {
    Path copy = Files.writeString(mirror.resolve("a.csv"), "wrong");
    assertThatThrownBy(() -> fetcher.fetch(List.of(resource))).isInstanceOf(DataException.class).hasMessage(
        "%s: sha256 %s, but the manifest says %s; it is damaged or another version: get it elsewhere or correct"
            + " the manifest.",
        copy, DigestUtils.sha256Hex("wrong"), resource.sha256());
    assertThat(data.resolve("tiny")).isEmptyDirectory();
  }

  @Test
  void refusesAMirrorWithoutTheFile() {
    assertThatThrownBy(() -> fetcher.fetch(List.of(resource))).isInstanceOf(DataException.class).hasMessage(
        "a.csv: not in mirror %s; put a copy of http://localhost:1/a.csv there, or fetch from the network.", mirror);
  }

  @Test
  void goesOnWithoutAnOptionalFile() {
    DataResource optional = Samples.resource("c.csv", CONTENT, URI.create("http://localhost:1/c.csv"), true);
    FileStatus result = fetcher.fetch(List.of(optional)).get(0);
    assertThat(result.state()).isEqualTo(FileStatus.State.UNAVAILABLE);
    assertThat(result.line()).isEqualTo("Going on without 'c', which is optional: c.csv: not in mirror " + mirror
        + "; put a copy of http://localhost:1/c.csv there, or fetch from the network.");
  }

  @Test
  void refusesAMissingMirror() {
    Path none = mirror.resolve("none");
    assertThatThrownBy(() -> new DataFetcher(new DataFolder(data), Optional.of(none), told::add))
        .isInstanceOf(DataException.class)
        .hasMessage("Mirror " + none + ": no such folder; give the folder that holds the data files.");
  }

  @Test
  void refusesAnUnwritableFolderBeforeAnythingIsFetched() throws IOException {
    Path file = Files.createFile(data.resolve("file"));
    DataFetcher unwritable = new DataFetcher(new DataFolder(file), Optional.of(mirror), told::add);
    assertThatThrownBy(() -> unwritable.fetch(List.of(resource))).isInstanceOf(DataException.class)
        .hasMessageContaining("cannot write into this folder");
  }

  @Test
  void goesOnInAnUnwritableFolderThatLacksOnlyOptionalFiles() throws IOException {
    Path file = Files.createFile(data.resolve("file"));
    DataResource optional = Samples.resource("c.csv", CONTENT, URI.create("http://localhost:1/c.csv"), true);
    FileStatus result = new DataFetcher(new DataFolder(file), Optional.of(mirror), told::add)
        .fetch(List.of(optional)).get(0);
    assertThat(result.state()).isEqualTo(FileStatus.State.UNAVAILABLE);
    assertThat(result.note()).contains("cannot write into this folder");
  }

  @Test
  void fetchesIntoAFolderOnceAtATime() throws Exception {
    Files.write(mirror.resolve("a.csv"), CONTENT);
    CompletableFuture<List<FileStatus>> other;
    try (Lease lease = Lease.take(data.resolve(".lease"), "no remedy")) {
      other = CompletableFuture.supplyAsync(() -> fetcher.fetch(List.of(resource)));
      Thread.sleep(500);
      assertThat(other).isNotDone();
    }
    assertThat(other.get(30, TimeUnit.SECONDS).get(0).state()).isEqualTo(FileStatus.State.FETCHED);
  }

  @Test
  void eachFileIsToldOfOnceAndThoseThatAreThereNotAtAll() throws IOException {
    DataResource optional = Samples.resource("c.csv", CONTENT, URI.create("http://localhost:1/c.csv"), true);
    Files.write(mirror.resolve("a.csv"), CONTENT);
    fetcher.fetch(List.of(resource, optional));
    assertThat(told).containsExactly("Fetching a (5 bytes) from " + mirror.resolve("a.csv"),
        "Going on without 'c', which is optional: c.csv: not in mirror " + mirror
            + "; put a copy of http://localhost:1/c.csv there, or fetch from the network.");
    told.clear();
    fetcher.fetch(List.of(resource));
    assertThat(told).isEmpty();
  }

  private Path put(String content) throws IOException {
    Files.createDirectories(data.resolve("tiny"));
    return Files.writeString(data.resolve("tiny").resolve("a.csv"), content);
  }
}
