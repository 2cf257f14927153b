package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellOutputsTest {
  private final Map<String, List<ObjectNode>> displays = new HashMap<>();
  private final CellOutputs outputs = new CellOutputs(1, displays);

  private void stream(String name, String text) {
    outputs.take("stream", JsonNodeFactory.instance.objectNode().put("name", name).put("text", text));
  }

  private static void display(CellOutputs to, String type, String id, String text) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.putObject("data").put("text/plain", text);
    content.putObject("metadata");
    content.putObject("transient").put("display_id", id);
    to.take(type, content);
  }

  private List<String> shown() {
    return stored(outputs).stream().map(CellOutputsTest::line).toList();
  }

  private static List<JsonNode> stored(CellOutputs outputs) {
    ObjectNode cell = JsonNodeFactory.instance.objectNode();
    outputs.store(cell);
    return List.copyOf(StreamSupport.stream(cell.get("outputs").spliterator(), false).toList());
  }

  private static String line(JsonNode output) {
    return output.has("name") ? output.get("name").textValue() + ":" + output.get("text").textValue()
        : output.path("data").path("text/plain").asText();
  }

  static List<List<String>> terminal() {
    return List.of(
        // Written, and what a terminal shows of it in the end.
        List.of("plain\n", "plain\n"),
        List.of("\r 10 %\r 20 %\r100 %\n", "100 %\n"),
        List.of("long line\rshort", "shortline"),
        List.of("working\r       \r", ""),
        List.of("working\r\u001B[K", ""),
        List.of("working\u001B[2K\rdone\n", "done\n"),
        List.of("abcdef\rxyz\u001B[K\n", "xyz\n"),
        List.of("abcdef\r\u001B[1Kx", "xbcdef"),
        List.of("windows\r\nlines\r\n", "windows\nlines\n"),
        List.of("ab\b\bx\n", "xb\n"),
        List.of("\b\ba", "a"),
        List.of("kept  \nworking\r", "kept  \nworking"),
        List.of("one\ntwo\rTWO\nthree", "one\nTWO\nthree"),
        List.of("\u001B[31mred\u001B[0m\n", "\u001B[31mred\u001B[0m\n"),
        List.of("\u001B[31mred\u001B[0m\rblue\n", "blue\n"),
        List.of("😀😀\rx", "x😀"),
        List.of("", ""));
  }

  @ParameterizedTest
  @MethodSource("terminal")
  void aTextIsWhatATerminalShows(List<String> pair) {
    assertThat(CellOutputs.shown(pair.get(0))).isEqualTo(pair.get(1));
  }

  @Test
  void streamsOfOneNameAreOne() {
    stream("stdout", "a");
    stream("stdout", "b\n");
    stream("stderr", "c\n");
    stream("stdout", "d\n");
    assertThat(shown()).containsExactly("stdout:ab\n", "stderr:c\n", "stdout:d\n");
  }

  @Test
  void progressThatErasesItselfLeavesNothingWhateverWasShownMeanwhile() {
    stream("stderr", "\r 10 %");
    stream("stdout", "a\n");
    stream("stderr", "\r 20 %");
    display(outputs, "display_data", "", "picture");
    stream("stderr", "\r100 %");
    stream("stderr", "\r     \r");
    stream("stdout", "b\n");
    assertThat(shown()).containsExactly("stdout:a\n", "picture", "stdout:b\n");
    outputs.take("clear_output", JsonNodeFactory.instance.objectNode().put("wait", false));
    stream("stderr", "\r 10 %");
    stream("stdout", "a\n");
    stream("stderr", "\r     \r");
    stream("stdout", "b\n");
    assertThat(shown()).containsExactly("stdout:a\nb\n");
  }

  @Test
  void updatesReachDisplaysOfEarlierCells() {
    display(outputs, "display_data", "1", "old");
    display(outputs, "display_data", "2", "other");
    CellOutputs later = new CellOutputs(2, displays);
    display(later, "update_display_data", "1", "new");
    display(later, "update_display_data", "9", "nobody's");
    assertThat(shown()).containsExactly("new", "other");
    assertThat(stored(later)).isEmpty();
    assertThat(stored(outputs).toString()).doesNotContain("transient", "display_id");
  }

  @Test
  void clearingMayWaitForWhatComes() {
    stream("stdout", "a");
    outputs.take("clear_output", JsonNodeFactory.instance.objectNode().put("wait", true));
    assertThat(shown()).containsExactly("stdout:a");
    stream("stdout", "b");
    assertThat(shown()).containsExactly("stdout:b");
    outputs.take("clear_output", JsonNodeFactory.instance.objectNode().put("wait", false));
    assertThat(shown()).isEmpty();
  }

  @Test
  void resultsHaveTheirNumber() {
    display(outputs, "execute_result", "", "42");
    outputs.take("status", JsonNodeFactory.instance.objectNode().put("execution_state", "idle"));
    assertThat(stored(outputs)).singleElement().hasToString(
        "{\"output_type\":\"execute_result\",\"data\":{\"text/plain\":\"42\"},\"metadata\":{},\"execution_count\":1}");
  }
}
