package faultslip.figure.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a figure's script says of one of its traces. */
record Drawn(JsonNode trace) {

  static Drawn trace(InteractiveFigure figure, int index) {
    String html = figure.html();
    int from = html.indexOf("var data = ");
    assertThat(from).as("data").isPositive();
    String data = html.substring(from + "var data = ".length(), html.indexOf(";\nvar layout", from)).replace("<\\/", "</");
    try {
      return new Drawn(new JsonMapper().readTree(data).get(index));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  String text() {
    return trace.toString();
  }

  /** The numbers of "x" or "y", as written. */
  String[] numbers(String of) {
    return StreamSupport.stream(trace.get(of).spliterator(), false).map(JsonNode::asText).toArray(String[]::new);
  }

  double[] values(String of) {
    return Stream.of(numbers(of)).mapToDouble(Double::parseDouble).toArray();
  }
}
