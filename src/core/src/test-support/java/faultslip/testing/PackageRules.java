package faultslip.testing;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a module's packages say of each other, and what they do: each has a {@code package-info.java} with one sentence
 * that begins "Depends on", and uses the packages named in it as code, such as {@code ced}, all of them and no others.
 * Every package may use {@code faultslip} itself.
 */
public abstract class PackageRules {
  private static final String ROOT = "faultslip";
  private static final Pattern SENTENCE = Pattern.compile("Depends on ((?:\\{@\\w+ [^}]*}|[^.{])*)\\.");
  private static final Pattern NAME = Pattern.compile("\\{@code ([\\w.]+)}");

  private final Path sources;
  private final JavaClasses classes;

  /** The rules of a module in {@code src}, from the top of the project: "core". */
  protected PackageRules(String name) {
    Path module = Path.of("src", name);
    this.sources = module.resolve(Path.of("src", "main", "java"));
    this.classes = new ClassFileImporter().importPath(module.resolve(Path.of("target", "classes")));
  }

  /** Every package uses what it says it uses. */
  @Test
  void packagesUseWhatTheySay() {
    Map<String, String> said = new TreeMap<>();
    Map<String, String> used = new TreeMap<>();
    uses().forEach((name, others) -> {
      used.put(name, sentence(others));
      said.put(name, declared(name));
    });
    assertThat(said).as("what package-info.java says, and what classes do").isEqualTo(used);
  }

  /** No package uses another that uses it, by whatever detour. */
  @Test
  void noPackageUsesOneThatUsesIt() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
    assertThat(uses().getOrDefault("", Set.of())).as("the root package uses no other").isEmpty();
  }

  /** By name of the package below the root, the names of those it uses. */
  private Map<String, Set<String>> uses() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass one : classes) {
      if (isOurs(one)) {
        Set<String> others = uses.computeIfAbsent(name(one), name -> new TreeSet<>());
        one.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .filter(PackageRules::isOurs).map(PackageRules::name).forEach(others::add);
        others.remove("");
        others.remove(name(one));
      }
    }
    return uses;
  }

  /** The sentence with nothing but names in it, or that there is none. */
  private String declared(String name) {
    Path file = sources.resolve(ROOT).resolve(name.replace('.', '/')).resolve("package-info.java");
    Matcher sentence = SENTENCE.matcher(text(file).replaceAll("\\s*\\R \\*\\s*", " "));
    return sentence.find() ? sentence(NAME.matcher(sentence.group(1)).results().map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new))) : "no sentence that begins 'Depends on' in " + file;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError("Every package has its package-info.java; " + file + " cannot be read", e);
    }
  }

  private static boolean isOurs(JavaClass one) {
    return one.getPackageName().equals(ROOT) || one.getPackageName().startsWith(ROOT + ".");
  }

  private static String name(JavaClass one) {
    return one.getPackageName().equals(ROOT) ? "" : one.getPackageName().substring(ROOT.length() + 1);
  }

  private static String sentence(Set<String> others) {
    return others.isEmpty() ? "Depends on no other package."
        : others.stream().map(other -> "{@code " + other + "}").collect(Collectors.joining(", ", "Depends on ", "."));
  }
}
