package faultslip.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Lists the tests that the last {@code mvn verify} skipped, each with its reason, from the reports of all modules. */
public final class SkippedTests {
  private SkippedTests() {}

  /** Prints the list; the argument is the project's folder. */
  public static void main(String[] arguments) throws IOException {
    TreeSet<String> skipped = new TreeSet<>();
    try (Stream<Path> modules = Files.list(Path.of(arguments[0], "src"))) {
      for (Path module : modules.toList()) {
        for (String reports : List.of("surefire-reports", "failsafe-reports")) {
          Path folder = module.resolve("target").resolve(reports);
          if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
              files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                  .forEach(file -> skipped.addAll(of(file)));
            }
          }
        }
      }
    }
    System.out.println(skipped.isEmpty() ? "No test was skipped." : skipped.size() + " tests were skipped:");
    skipped.forEach(test -> System.out.println("  " + test));
  }

  static List<String> of(Path report) {
    try {
      NodeList skipped = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile())
          .getElementsByTagName("skipped");
      return IntStream.range(0, skipped.getLength()).mapToObj(i -> (Element) skipped.item(i)).map(reason -> {
        Element test = (Element) reason.getParentNode();
        String why = (reason.getAttribute("message") + " " + reason.getTextContent()).strip()
            .replaceFirst("^[\\w.]+Exception: ?", "").replaceFirst("(?s)\\s+at [\\w.]+\\(.*", "").replaceAll("\\s+", " ");
        return test.getAttribute("classname").replaceFirst(".*\\.", "") + "." + test.getAttribute("name") + ": " + why;
      }).toList();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot read " + report, e);
    }
  }
}
