package faultslip.figure.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a figure's script says of one of its traces. */
record Drawn(String text) {

  static Drawn trace(InteractiveFigure figure, int index) {
    String html = figure.html();
    int from = html.indexOf("var trace" + index + " =");
    assertThat(from).as("trace %d", index).isPositive();
    Matcher next = Pattern.compile("var trace" + (index + 1) + " =|var data =").matcher(html);
    assertThat(next.find(from)).isTrue();
    return new Drawn(html.substring(from, next.start()));
  }

  /** The numbers of "x" or "y", as written. */
  String[] numbers(String of) {
    Matcher array = Pattern.compile("(?m)^" + of + ": \\[([^]]*)],$").matcher(text);
    assertThat(array.find()).as("%s of %s", of, text).isTrue();
    return array.group(1).split(",");
  }

  double[] values(String of) {
    return Stream.of(numbers(of)).mapToDouble(Double::parseDouble).toArray();
  }

  boolean has(String property) {
    return text.contains(property);
  }
}
