package faultslip.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * A cell of a notebook file.
 *
 * @param id by which tools know the cell; one of a kind in its notebook
 * @param kind of cell
 * @param source its text, lines ended by "\n"
 * @param executionCount of a code cell that ran; 0 otherwise
 * @param tags of its metadata
 * @param outputs as nbformat describes them, with their texts in one piece; of a code cell only
 */
public record NotebookCell(String id, Kind kind, String source, int executionCount, Set<String> tags,
    List<JsonNode> outputs) {

  /** What a cell holds. */
  public enum Kind { MARKDOWN, CODE, RAW }

  /** Copies the tags and outputs. */
  public NotebookCell {
    tags = Set.copyOf(tags);
    outputs = List.copyOf(outputs);
  }

  /** True for a code cell with more than blanks in it: what "run all" runs. */
  public boolean runs() {
    return kind == Kind.CODE && !source.isBlank();
  }
}
