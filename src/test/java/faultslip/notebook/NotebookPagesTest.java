package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookPagesTest {
  @TempDir private Path folder;

  private MarkdownHtml markdown() {
    return new MarkdownHtml(new PageLinks(folder.resolve("notebooks/a.ipynb"), folder.resolve("pages"),
        Map.of(folder.resolve("notebooks/b.ipynb").toAbsolutePath().normalize(), "b.html")));
  }

  private String output(String type, String... bundle) {
    ObjectNode output = JsonNodeFactory.instance.objectNode().put("output_type", type);
    for (int i = 0; i < bundle.length; i += 2) {
      output.withObjectProperty("data").put(bundle[i], bundle[i + 1]);
    }
    output.withObjectProperty("metadata").putObject("image/png").put("width", 640);
    return new OutputHtml(markdown()).html(output);
  }

  @Test
  void pagesAreWholeAndLinked() throws IOException {
    Path first = SampleNotebook.copy("sample.ipynb", folder);
    Path other = SampleNotebook.of(folder.resolve("other.ipynb"), "1 + 1");
    List<Path> pages = new NotebookPages("All & more").write(List.of(first, other), folder.resolve("pages"));
    assertThat(pages).extracting(page -> page.getFileName().toString()).containsExactly("index.html", "sample.html", "other.html");
    assertThat(Files.readString(pages.get(0))).contains("<title>All &amp; more</title>",
        "<a href=\"sample.html\">A small notebook</a>", "<a href=\"other.html\">other</a>");
    String page = Files.readString(pages.get(1));
    assertThat(page).contains("<title>A small notebook</title>", "<h1 id=\"a-small-notebook\">", "<h2 id=\"errors\">",
        "href=\"index.html\"", "<a href=\"other.html#there\">another</a>", "<th align=\"right\">load</th>", "aria-label=\"$R^2$\"",
        "price of $5 or $6", "<b>int</b> square(<b>int</b> x)").containsPattern("<style>\\s*:root");
    assertThat(page).doesNotContain("http:", "https:", "src=\"//", "@import");
  }

  @Test
  void outputsAreShownInTheirRichestForm() {
    assertThat(output("display_data", "text/plain", "a<b", "image/png", "aGVs\nbG8=")).isEqualTo(
        "<img src=\"data:image/png;base64,aGVsbG8=\" alt=\"a&lt;b\" width=\"640\">\n");
    assertThat(output("display_data", "text/plain", "t", "text/html", "<table></table>")).contains("<table></table>")
        .doesNotContain(">t<");
    assertThat(output("display_data", "image/svg+xml", "<svg/>")).contains("data:image/svg+xml;base64,PHN2Zy8+");
    assertThat(output("execute_result", "text/plain", "1 < 2")).isEqualTo("<pre>1 &lt; 2</pre>\n");
    assertThat(output("execute_result", "text/markdown", "*m*")).contains("<em>m</em>");
    assertThat(output("execute_result")).isEmpty();
  }

  @Test
  void scriptsRunAndPaperHasThePicture() {
    String script = "<div id=\"p\"></div><script>Plotly.newPlot('p', [{y: [1 < 2]}])</script>";
    assertThat(output("display_data", "text/html", script, "image/png", "aGVs")).contains(
        "<div class=\"screen\">" + script + "</div>", "<div class=\"print\"><img src=\"data:image/png;base64,aGVs\"");
    assertThat(output("display_data", "text/html", "<html><body>\"q\"</body></html>"))
        .contains("<iframe srcdoc=\"&lt;html&gt;&lt;body&gt;&quot;q&quot;");
  }

  @Test
  void streamsAndErrorsAreText() {
    JsonNode stream = JsonNodeFactory.instance.objectNode().put("output_type", "stream").put("name", "stderr").put("text", "10\r<20");
    assertThat(new OutputHtml(markdown()).html(stream)).isEqualTo("<pre class=\"stderr\">&lt;20</pre>\n");
    ObjectNode error = JsonNodeFactory.instance.objectNode().put("output_type", "error");
    error.putArray("traceback").add("\u001B[1;31mE\u001B[0m: no").add("  line 1");
    assertThat(new OutputHtml(markdown()).html(error)).isEqualTo("<pre class=\"error\">E: no\n  line 1</pre>\n");
  }

  @Test
  void linksLeadFromThePageAndPicturesAreInIt() throws IOException {
    Files.createDirectories(folder.resolve("notebooks"));
    Files.write(folder.resolve("notebooks/p.png"), "hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(markdown().html("[b](b.ipynb) [up](../README.md#data) [web](https://a.b/c.ipynb) [here](#x) ![p](p.png)"))
        .contains("href=\"b.html\"", "href=\"../README.md#data\"", "href=\"https://a.b/c.ipynb\"", "href=\"#x\"",
            "src=\"data:image/png;base64,aGVsbG8=\"");
    JsonNode attachments = JsonNodeFactory.instance.objectNode().set("a.png",
        JsonNodeFactory.instance.objectNode().put("image/png", "aGVs\nbG8="));
    assertThat(markdown().html("![a](attachment:a.png)", attachments)).contains("data:image/png;base64,aGVsbG8=");
  }

  @Test
  void formulasAreTypeset() {
    assertThat(markdown().html("is $\\alpha_{i}^2 < \\frac{1}{2}$, *not* a_b_c"))
        .contains("<svg role=\"img\" aria-label=\"$\\alpha_{i}^2 &lt; \\frac{1}{2}$\"", "<path ", "vertical-align:-", "<em>not</em>", "a_b_c")
        .doesNotContain("<text", "font-family", "class=\"formula\"");
    assertThat(markdown().html("$$\nR^2 = 1 - \\frac{\\sum_i (y_i - \\hat{y}_i)^2}{\\text{spread}}\n$$"))
        .contains("<span class=\"formula\"><svg").doesNotContain("<code>");
    assertThat(markdown().html("costs $5 and $6, `$x$`, \\$y\\$")).contains("costs $5 and $6", "<code>$x$</code>", "$y$");
    assertThat(markdown().html("$\\unknowncommand{x}$")).contains("<code>$\\unknowncommand{x}$</code>");
    // A fraction is higher than a letter, and reaches deeper below the line.
    assertThat(height(new Formula("\\frac{1}{2}", true))).isGreaterThan(1.5 * height(new Formula("x", true)));
  }

  private static double height(Formula formula) {
    return Double.parseDouble(formula.html().replaceFirst("(?s).*?;height:([0-9.]+)em.*", "$1"));
  }

  @Test
  void headingsOfOneNameAreToldApart() {
    MarkdownHtml markdown = markdown();
    markdown.html("## Data $x$\n## Data");
    assertThat(markdown.headings()).extracting(MarkdownHtml.PageHeading::id).doesNotHaveDuplicates();
  }

  @Test
  void codeIsMarkedWithoutChange() {
    String source = "/* a */ var s = \"in \\\" <b>\"; // int x\nfor (double d = 1.5e-3; d < 2; d++) { char c = '\"'; }";
    String html = JavaCode.html(source);
    assertThat(html).contains("<i>/* a */</i>", "<b>var</b>", "<q>&quot;in \\&quot; &lt;b&gt;&quot;</q>", "<i>// int x</i>",
        "<b>for</b>", "<s>1.5e-3</s>", "<q>'&quot;'</q>");
    assertThat(html.replaceAll("</?[biqs]>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
        .replace("&amp;", "&")).isEqualTo(source);
  }
}
