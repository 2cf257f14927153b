package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's code on a study compiles as it stands, with the imports it shows and no others. */
class ReadmeTest {
  @TempDir private Path folder;

  @Test
  void codeOnAStudyCompiles() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("```java\n", readme.indexOf("In code, with everything above")) + "```java\n".length();
    List<String> lines = readme.substring(from, readme.indexOf("```", from)).lines().toList();
    String imports = lines.stream().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
    String statements = lines.stream().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
    assertThat(statements).contains("campaign.rows()");
    Path source = folder.resolve("Snippet.java");
    Files.writeString(source, imports + "\nclass Snippet { void run() throws Exception {\n" + statements + "\n} }\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, "-cp", System.getProperty("java.class.path"), "-d", folder.toString(),
        "-proc:none", source.toString())).isZero();
  }
}
