package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.DataManifest.DataResource;
import faultslip.testing.Shared;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataManifestTest {
  private static final Path PROJECT = Path.of("data-manifest.json");

  @TempDir Path folder;

  @Test
  void theProjectsManifestIsValidAndTheOneInTheJar() throws IOException {
    assertThat(load(PROJECT)).isEqualTo(DataManifest.ofProject());
  }

  @Test
  void listsTheFilesOfThePublicStudy() {
    DataManifest manifest = DataManifest.ofProject();
    assertThat(manifest.resources()).extracting(DataResource::study).containsOnly("public", "synthetic");
    assertThat(ofStudy("public")).extracting(DataResource::name)
        .containsExactly("fdem-dx", "fdem-dy", "fdem-vx", "fdem-vy", "fdem-slip-events", "p4581", "p5198", "p4677-features");
    assertThat(manifest.resources()).filteredOn(DataResource::optional).extracting(DataResource::name)
        .containsExactly("p5198", "p4677-features");
    assertThat(manifest.resource("p5198").bytes()).isEmpty();
    assertThat(manifest.resource("p4581").url()).hasHost("raw.githubusercontent.com");
  }

  @Test
  void saysThatThePublicFilesMayNotBeRedistributed() throws IOException {
    assertThat(new ObjectMapper().readTree(PROJECT.toFile()).get("resources"))
        .filteredOn(resource -> resource.get("study").textValue().equals("public")).hasSize(8)
        .allSatisfy(resource -> assertThat(resource.get("rights").textValue()).contains("do not redistribute"));
  }

  @Test
  void hashesAndSizesAreThoseOfTheFiles() {
    Optional<Path> mirror = Optional.of(Shared.data("public"));
    List<FileStatus> results = new DataFetcher(new DataFolder(folder), mirror, line -> { })
        .fetch(ofStudy("public"));

    assertThat(results).extracting(FileStatus::state).startsWith(FileStatus.State.FETCHED).hasSize(8);
    assertThat(results).allSatisfy(result ->
        assertThat(result.state()).isEqualTo(FileStatus.State.FETCHED));
    assertThat(new DataFolder(folder).verify(ofStudy("public")))
        .allSatisfy(status -> assertThat(status.isAcceptable()).isTrue());
  }

  @Test
  void filesOfTheKitComeOutOfItAsTheManifestSays() {
    assertThat(new DataFolder(folder).verify(ofStudy("synthetic"))).allSatisfy(status -> {
      assertThat(status.isAcceptable()).as("what comes along need not be there").isTrue();
      assertThat(status.line()).contains("comes with the kit");
    });
    List<FileStatus> results = new DataFetcher(new DataFolder(folder), Optional.empty(), line -> { })
        .fetch(ofStudy("synthetic"));
    assertThat(results).hasSize(8).allSatisfy(result -> assertThat(result.state())
        .isEqualTo(FileStatus.State.FETCHED));
    assertThat(results).allSatisfy(result -> assertThat(result.resource().isOfTheKit()).isTrue());
    assertThat(DataManifest.ofProject().resource("p4581").isOfTheKit()).isFalse();
  }

  @Test
  void neitherSourceNorMakerIsAViolation() throws IOException {
    Path file = changed(manifest -> first(manifest).remove("sources"));
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessageContaining("/resources/0 required property 'sources' not found")
        .hasMessageContaining("/resources/0 required property 'generatedBy' not found");
  }

  @Test
  void refusesAnUnknownName() {
    DataManifest manifest = DataManifest.ofProject();
    assertThatThrownBy(() -> manifest.resource("p1")).isInstanceOf(DataException.class)
        .hasMessageStartingWith("No data 'p1'; the manifest lists 'fdem-dx', ");
  }

  @Test
  void namesEveryViolationByItsJsonPointer() throws IOException {
    Path file = changed(manifest -> {
      first(manifest).put("hash", "sha256:123");
      first(manifest).remove("study");
      ((ObjectNode) manifest.at("/resources/1/schema/fields/0")).remove("unit");
    });
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ": 3 violations of its schema: ")
        .hasMessageContaining("/resources/0/hash does not match the regex pattern ^sha256:[0-9a-f]{64}$")
        .hasMessageContaining(" | /resources/0 required property 'study' not found")
        .hasMessageContaining("/resources/1/schema/fields/0 required property 'unit' not found")
        .hasMessageEndingWith("; correct the manifest.").hasMessageNotContaining("\n");
  }

  @Test
  void refusesPathsThatLeaveTheDataFolder() throws IOException {
    for (String path : new String[] {"../x.csv", "public/../x.csv", "/etc/x", "public/.x", "public\\x", "x.csv"}) {
      assertThatThrownBy(() -> load(changed(manifest -> first(manifest).put("path", path))))
          .isInstanceOf(DataException.class).hasMessageContaining("/resources/0/path does not match the regex pattern");
    }
    Path other = changed(manifest -> first(manifest).put("path", "other/x.csv"));
    assertThatThrownBy(() -> load(other)).isInstanceOf(DataException.class)
        .hasMessage(other + ": Resource 'fdem-dx': path 'other/x.csv'; it must be 'public/' and a file name.");
  }

  @Test
  void refusesMissingRightsEmptyListsAndWrongTypes() throws IOException {
    Path file = changed(manifest -> first(manifest).remove("rights"));
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessageContaining("/resources/0 required property 'licenses' not found")
        .hasMessageContaining("/resources/0 required property 'rights' not found");
    changed(manifest -> manifest.putArray("resources"));
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessage(file + ": 1 violation of its schema: /resources must have at least 1 items but found 0;"
            + " correct the manifest.");
    changed(manifest -> first(manifest).put("bytes", "many"));
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessage(file + ": 1 violation of its schema: /resources/0/bytes string found, integer expected;"
            + " correct the manifest.");
  }

  @Test
  void acceptsALicenceInPlaceOfRights() throws IOException {
    Path file = changed(manifest -> {
      first(manifest).remove("rights");
      first(manifest).putArray("licenses").addObject().put("name", "CC-BY-4.0");
    });
    assertThat(load(file)).isEqualTo(DataManifest.ofProject());
  }

  @Test
  void refusesAFileListedTwice() throws IOException {
    Path file = changed(manifest -> first(manifest).put("name", "p4581"));
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ": Two resources share the name 'p4581' or the path ");
  }

  @Test
  void refusesWhatOtherProgramsWouldTakeForSomethingElse() throws IOException {
    for (String name : new String[] {"name", "path", "study"}) {
      refused(manifest -> first(manifest).put(name, first(manifest).get(name).textValue() + "\n"), "'");
    }
    refused(manifest -> ((ObjectNode) manifest.at("/resources/1")).put("path", "public/dxavetop.txt"),
        "share the name 'fdem-dy' or the path 'public/dxavetop.txt', capitals aside");
    refused(manifest -> first(manifest).put("bytes", new BigInteger("9223372036854775808")),
        "9223372036854775808 bytes, more than any file has");
    for (String address : new String[] {"https:///a.csv", "http://:80/a.csv", "http://a_b/c"}) {
      refused(manifest -> ((ObjectNode) manifest.at("/resources/0/sources/0")).put("path", address), "");
    }
  }

  private void refused(Consumer<ObjectNode> change, String why) throws IOException {
    Path file = changed(change);
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class).hasMessageStartingWith(file + ": ")
        .hasMessageContaining(why).hasMessageNotContaining("\n");
  }

  @Test
  void refusesWhatIsNotJson() throws IOException {
    Path file = Files.writeString(folder.resolve("m.json"), "{\n  \"name\": \"a\",\n  oops\n}\n");
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ":3: not JSON (Unexpected character ('o' (code 111))")
        .hasMessageEndingWith("; correct the manifest.").hasMessageNotContaining("\n");
    Files.writeString(file, "{\"name\": 1, \"name\": 2}");
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessage(file + ":1: not JSON (Duplicate field 'name'); correct the manifest.");
    Files.writeString(file, " ");
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessage(file + ": 1 violation of its schema: top level unknown found, object expected; correct the"
            + " manifest.");
    Files.writeString(file, "[]");
    assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class)
        .hasMessage(file + ": 1 violation of its schema: top level array found, object expected; correct the"
            + " manifest.");
  }

  private static List<DataResource> ofStudy(String study) {
    return DataManifest.ofProject().resources().stream().filter(resource -> resource.study().equals(study)).toList();
  }

  private static DataManifest load(Path file) throws IOException {
    return DataManifest.parse(file.toString(), Files.readString(file));
  }

  private Path changed(Consumer<ObjectNode> change) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode manifest = (ObjectNode) json.readTree(PROJECT.toFile());
    change.accept(manifest);
    Path file = folder.resolve("manifest.json");
    json.writeValue(file.toFile(), manifest);
    return file;
  }

  private static ObjectNode first(ObjectNode manifest) {
    return (ObjectNode) manifest.at("/resources/0");
  }
}
