package faultslip.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a code cell gave.
 *
 * @param executionCount its place among the cells run, from 1
 * @param outputs as nbformat describes them
 */
record CellRun(int executionCount, List<JsonNode> outputs) {

  CellRun {
    outputs = List.copyOf(outputs);
  }
}
