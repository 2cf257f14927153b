package faultslip.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Holds every library that the kit runs with against {@code environment/libraries.sha256}, and its licences against what
 * Apache-2.0 bears: one that is new, another than it was, or of the GPL alone ends the build.
 */
public final class CheckedLibraries {
  private static final Pattern GPL = Pattern.compile("(?i).*(^|[^L])(A?GPL|GNU (Affero )?General Public).*");
  private static final Pattern OF_ANOTHER_PLATFORM = Pattern.compile(".*-(macosx|windows|linux-arm64|linux-x86_64-onednn)"
      + "[-.].*|.*-onednn(-avx512)?\\.jar");

  private CheckedLibraries() {}

  /** The argument is the project's folder. */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    List<Path> libraries = Stream.of(Files.readString(home.resolve("target/classpath.txt")).strip()
        .split(Pattern.quote(System.getProperty("path.separator")))).map(Path::of)
        .filter(jar -> !jar.getFileName().toString().startsWith("faultslip-")).toList();
    List<String> wrong = new ArrayList<>(sums(libraries, Files.readAllLines(
        home.resolve("environment/libraries.sha256"))));
    wrong.addAll(licences(new ObjectMapper().readTree(home.resolve("target/bom.json").toFile())));
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong.size() + " libraries that nobody has looked at:\n  "
          + String.join("\n  ", wrong));
    }
    System.out.println(libraries.size() + " libraries are those that were looked at.");
  }

  /** What is wrong with libraries, a line each; those of other platforms may be missing among the sums. */
  static List<String> sums(List<Path> libraries, List<String> lines) throws IOException {
    Map<String, String> known = lines.stream().filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" +", 2)).collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]));
    List<String> wrong = new ArrayList<>();
    for (Path library : libraries) {
      String name = library.getFileName().toString();
      String sum = new DigestUtils("SHA-256").digestAsHex(library);
      String expected = known.get(name);
      if (expected == null && !OF_ANOTHER_PLATFORM.matcher(name).matches()) {
        wrong.add(name + " is new: look at its licence and its known holes, then add to environment/libraries.sha256: "
            + sum + "  " + name);
      } else if (expected != null && !expected.equals(sum)) {
        wrong.add(library + " has sha256 " + sum + ", and had " + expected + ": delete it, and build again");
      }
    }
    return wrong;
  }

  /** Libraries that have licences, and none but the GPL, from a bill of materials. */
  static List<String> licences(JsonNode bill) {
    List<String> wrong = new ArrayList<>();
    for (JsonNode component : bill.path("components")) {
      List<String> licences = new ArrayList<>();
      component.path("licenses").forEach(licence -> licences.add(licence.has("expression")
          ? licence.path("expression").asText()
          : licence.at("/license/id").asText() + licence.at("/license/name").asText()));
      if (!licences.isEmpty() && licences.stream().allMatch(licence -> GPL.matcher(licence).matches()
          && !licence.contains("Classpath") && !licence.contains(" OR "))) {
        wrong.add(component.path("name").asText() + " is of " + licences);
      }
    }
    return wrong;
  }
}
