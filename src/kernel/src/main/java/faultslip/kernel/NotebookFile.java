package faultslip.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A notebook as nbformat 4.5 describes it. What is not known here is kept; written are the bytes that Jupyter would
 * write, so that opening and saving a notebook there changes nothing.
 */
public final class NotebookFile {
  private static final Set<String> KINDS = Set.of("markdown", "code", "raw");
  // What nbformat never writes.
  private static final List<String> TRANSIENT = List.of("orig_nbformat", "orig_nbformat_minor", "signature");

  private final ObjectNode tree;

  private NotebookFile(ObjectNode tree) {
    this.tree = tree;
  }

  /**
   * Reads a notebook; a {@link NotebookException} if the file is missing, not JSON in UTF-8, not of nbformat 4.5 or a
   * later 4.x, or has a cell without an id of its own, kind or source.
   */
  public static NotebookFile read(Path file) {
    try {
      JsonNode tree = NotebookJson.read(Files.readString(file));
      check(file, tree);
      return new NotebookFile((ObjectNode) tree);
    } catch (NoSuchFileException e) {
      throw new NotebookException("There is no notebook " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new NotebookException(file + ": not a text in UTF-8; save it anew in Jupyter.", e);
    } catch (JsonProcessingException e) {
      throw new NotebookException("%s:%d: not JSON (%s); save the notebook anew in Jupyter.".formatted(file,
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          e.getOriginalMessage().lines().findFirst().orElse("")), e);
    } catch (IOException e) {
      throw new NotebookException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
  }

  /** A notebook of code cells that have not run. */
  static NotebookFile of(List<String> sources) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().put("nbformat", 4).put("nbformat_minor", 5);
    tree.putObject("metadata");
    ArrayNode cells = tree.putArray("cells");
    for (String source : sources) {
      ObjectNode cell = cells.addObject().put("cell_type", "code").put("id", "cell-" + cells.size());
      cell.put("source", source).putObject("metadata");
      cell.putArray("outputs");
    }
    return new NotebookFile(tree);
  }

  /** All cells in order, each as nbformat describes it but with its texts in one piece; to be changed in place. */
  public List<ObjectNode> cells() {
    return tree.get("cells").valueStream().map(cell -> (ObjectNode) cell).toList();
  }

  /** The code cells with more than blanks in them, in order: what "run all" runs. */
  public List<ObjectNode> cellsToRun() {
    return cells().stream().filter(cell -> isCode(cell) && !cell.get("source").textValue().isBlank()).toList();
  }

  /**
   * Takes all outputs away, and the times of an earlier run in Jupyter: the notebook is about to be run by this kernel,
   * which is written into its metadata unless another of the same language stands there, and in this language.
   */
  void begin(ObjectNode kernel, JsonNode language) {
    ObjectNode metadata = (ObjectNode) tree.get("metadata");
    if (!metadata.at("/kernelspec/language").equals(kernel.get("language"))) {
      metadata.set("kernelspec", kernel);
    }
    metadata.set("language_info", language);
    cells().stream().filter(NotebookFile::isCode).forEach(cell -> {
      cell.putNull("execution_count").putArray("outputs");
      ((ObjectNode) cell.get("metadata")).remove("execution");
    });
  }

  /** The notebook as Jupyter writes it, in UTF-8: keys sorted, texts by line, indented by one blank. */
  public String text() {
    ObjectNode copy = tree.deepCopy();
    ((ObjectNode) copy.get("metadata")).remove(TRANSIENT);
    copy.get("cells").forEach(cell -> ((ObjectNode) cell.get("metadata")).remove("trusted"));
    return NotebookJson.write(copy);
  }

  /** Writes it whole or, with a {@link NotebookException}, not at all; false if the file held these very bytes. */
  public boolean write(Path file) {
    String text = text();
    try {
      if (Files.isRegularFile(file) && text.equals(Files.readString(file))) {
        return false;
      }
    } catch (IOException e) {
      // What cannot be read is written anew, or that says why not.
    }
    write(file, text);
    return true;
  }

  /** Writes a text whole or, with a {@link NotebookException}, not at all, in UTF-8, and folders that are missing. */
  static void write(Path file, String content) {
    Path folder = file.toAbsolutePath().getParent();
    // Not by createTempFile: others than its owner should read it too.
    Path temporary = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.createDirectories(folder);
      Files.writeString(temporary, content);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // What is left nevertheless is a hidden file, and the failure is being reported already.
      boolean unused = temporary.toFile().delete();
      throw new NotebookException("Cannot write " + file + ": " + e.getMessage()
          + "; choose a folder you may write to, with space left.", e);
    }
  }

  private static boolean isCode(JsonNode cell) {
    return cell.get("cell_type").textValue().equals("code");
  }

  private static void check(Path file, JsonNode tree) {
    require(tree.isObject(), file, "not a notebook, for a notebook is a JSON object; save it anew");
    require(tree.path("nbformat").asInt() == 4 && tree.path("nbformat_minor").asInt() >= 5, file,
        "nbformat %s.%s, where 4.5 is needed; open and save it in a newer version"
            .formatted(tree.path("nbformat").asText("?"), tree.path("nbformat_minor").asText("?")));
    require(tree.path("metadata").isObject() && tree.path("cells").isArray(), file,
        "no metadata or no cells; save the notebook anew");
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (JsonNode cell : tree.get("cells")) {
      number++;
      String id = cell.path("id").asText();
      String kind = cell.path("cell_type").asText();
      String fault = id.isEmpty() ? "has no id"
          : !ids.add(id) ? "has the id '" + id + "' of an earlier one"
          : !KINDS.contains(kind) ? "is of the unknown type '" + kind + "'"
          : !cell.path("source").isTextual() || !cell.path("metadata").isObject() ? "has no source or no metadata"
          : kind.equals("code") && !cell.path("outputs").isArray() ? "has no list of outputs" : "";
      require(fault.isEmpty(), file, "cell %d of all %s; save the notebook anew".formatted(number, fault));
    }
  }

  private static void require(boolean met, Path file, String fault) {
    if (!met) {
      throw new NotebookException(file + ": " + fault + " in Jupyter.");
    }
  }
}
