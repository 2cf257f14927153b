package faultslip.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A notebook as nbformat 4.5 describes it. What is not known here is kept; written are the bytes that Jupyter would
 * write, so that opening and saving a notebook there changes nothing.
 */
public final class NotebookFile {
  private static final List<String> KINDS = List.of("markdown", "code", "raw");
  // What nbformat never writes.
  private static final List<String> TRANSIENT = List.of("orig_nbformat", "orig_nbformat_minor", "signature");

  private final String name;
  private final ObjectNode tree;

  private NotebookFile(String name, ObjectNode tree) {
    this.name = name;
    this.tree = tree;
  }

  /**
   * Reads a notebook.
   *
   * @throws NotebookException if the file is missing, not JSON in UTF-8, not of nbformat 4.5 or a later 4.x, or has a
   *     cell without an id of its own, kind or source
   */
  public static NotebookFile read(Path file) {
    try {
      return parse(file.toString(),
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString());
    } catch (NoSuchFileException e) {
      throw new NotebookException("There is no notebook " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new NotebookException(file + ": not a text in UTF-8; save it anew in Jupyter.", e);
    } catch (IOException e) {
      throw new NotebookException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
  }

  private static NotebookFile parse(String name, String text) {
    try {
      JsonNode tree = NotebookJson.read(text);
      if (!(tree instanceof ObjectNode object)) {
        throw new NotebookException(
            name + ": not a notebook, for a notebook is a JSON object; save it anew in Jupyter.");
      }
      NotebookFile notebook = new NotebookFile(name, object);
      TextLines.join(tree);
      notebook.check();
      return notebook;
    } catch (JsonProcessingException e) {
      throw new NotebookException("%s:%d: not JSON (%s); save the notebook anew in Jupyter.".formatted(name,
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          e.getOriginalMessage().lines().findFirst().orElse("")), e);
    }
  }

  /** All cells, in order. */
  public List<NotebookCell> cells() {
    return StreamSupport.stream(tree.get("cells").spliterator(), false).map(NotebookFile::cell).toList();
  }

  /**
   * A copy whose code cells hold other outputs.
   *
   * @param kernel what is to be set as {@code metadata.kernelspec}, unless a kernel of the same language stands there
   * @param language what is to be set as {@code metadata.language_info}
   * @param runs by the index of a code cell what it gave; cells that are not named lose their outputs
   */
  NotebookFile executed(ObjectNode kernel, ObjectNode language, Map<Integer, CellRun> runs) {
    ObjectNode copy = tree.deepCopy();
    ObjectNode metadata = (ObjectNode) copy.get("metadata");
    if (!metadata.at("/kernelspec/language").equals(kernel.get("language"))) {
      metadata.set("kernelspec", kernel);
    }
    metadata.set("language_info", language);
    int index = 0;
    for (JsonNode node : copy.get("cells")) {
      ObjectNode cell = (ObjectNode) node;
      if (cell.get("cell_type").textValue().equals("code")) {
        CellRun run = runs.get(index);
        ArrayNode outputs = cell.putArray("outputs");
        if (run == null) {
          cell.putNull("execution_count");
        } else {
          cell.put("execution_count", run.executionCount());
          run.outputs().forEach(output -> outputs.add(output.deepCopy()));
        }
        // Times of an earlier run in Jupyter.
        ((ObjectNode) cell.get("metadata")).remove("execution");
      }
      index++;
    }
    return new NotebookFile(name, copy);
  }

  /** The notebook as Jupyter writes it: UTF-8, keys sorted, texts by line, indented by one blank. */
  public byte[] bytes() {
    ObjectNode copy = tree.deepCopy();
    ((ObjectNode) copy.get("metadata")).remove(TRANSIENT);
    copy.get("cells").forEach(cell -> ((ObjectNode) cell.get("metadata")).remove("trusted"));
    TextLines.split(copy);
    return NotebookJson.write(copy).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes the notebook, whole or not at all.
   *
   * @return false if the file held these very bytes and was left alone
   * @throws NotebookException if it cannot be written
   */
  public boolean write(Path file) {
    byte[] bytes = bytes();
    try {
      if (Files.isRegularFile(file) && Arrays.equals(bytes, Files.readAllBytes(file))) {
        return false;
      }
    } catch (IOException e) {
      // What cannot be read is written anew, or that says why not.
    }
    WholeFile.write(file, bytes);
    return true;
  }

  private void check() {
    int major = tree.path("nbformat").asInt();
    int minor = tree.path("nbformat_minor").asInt();
    if (major != 4 || minor < 5) {
      throw new NotebookException("%s: nbformat %s.%s, where 4.5 is needed; open and save it in a newer Jupyter."
          .formatted(name, tree.path("nbformat").asText("?"), tree.path("nbformat_minor").asText("?")));
    }
    if (!tree.path("metadata").isObject() || !tree.path("cells").isArray()) {
      throw new NotebookException(name + ": no metadata or no cells; save the notebook anew in Jupyter.");
    }
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (JsonNode cell : tree.get("cells")) {
      number++;
      String fault = fault(cell, ids);
      if (fault != null) {
        throw new NotebookException("%s: cell %d of all %s; save the notebook anew in Jupyter."
            .formatted(name, number, fault));
      }
    }
  }

  private static String fault(JsonNode cell, Set<String> ids) {
    String id = cell.path("id").asText();
    if (id.isEmpty()) {
      return "has no id";
    }
    if (!ids.add(id)) {
      return "has the id '" + id + "' of an earlier one";
    }
    if (!KINDS.contains(cell.path("cell_type").asText())) {
      return "is of the unknown type '" + cell.path("cell_type").asText() + "'";
    }
    if (!cell.path("source").isTextual() || !cell.path("metadata").isObject()) {
      return "has no source or no metadata";
    }
    return cell.get("cell_type").asText().equals("code") && !cell.path("outputs").isArray()
        ? "has no list of outputs" : null;
  }

  private static NotebookCell cell(JsonNode node) {
    Set<String> tags = new HashSet<>();
    node.at("/metadata/tags").forEach(tag -> tags.add(tag.asText()));
    List<JsonNode> outputs = new ArrayList<>();
    node.path("outputs").forEach(output -> outputs.add(output.deepCopy()));
    return new NotebookCell(node.get("id").textValue(),
        NotebookCell.Kind.valueOf(node.get("cell_type").textValue().toUpperCase(Locale.ROOT)),
        node.get("source").textValue(), node.path("execution_count").asInt(), tags, outputs);
  }
}
