package faultslip.figure.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import faultslip.figure.FigureStyle;
import faultslip.figure.ShadedSpan;
import faultslip.figure.Synthetic;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of several outputs, in a real browser that may load nothing. */
class InteractivePageTest {
  private static final String NOTHING_FROM_OUTSIDE = "<!DOCTYPE html><meta charset=utf-8><meta http-equiv="
      + "Content-Security-Policy content=\"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
      + "img-src data:\"><body style='width: 900px'>";
  private static final String FIGURE = InteractivePrediction.of(Synthetic.prediction(200), "Made").html();
  private static final String OTHER = InteractiveRecording.of(Synthetic.recording(200),
      List.of(new ShadedSpan("test", 3925, 3930, FigureStyle.split(2)))).html();
  private static final String LIBRARY = PlotlyLibrary.embedded().html();

  private static Path browser;

  @TempDir
  Path folder;

  @BeforeAll
  static void findBrowser() {
    browser = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of)
        .flatMap(path -> Stream.of("chromium", "chromium-browser", "google-chrome").map(path::resolve))
        .filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(browser != null, "Skipped: no Chromium on the PATH (Debian: chromium).");
  }

  /** The page after its scripts have run, without the text of scripts. */
  private String shown(String... outputs) throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve("page.html"), NOTHING_FROM_OUTSIDE + String.join("\n", outputs));
    Path dom = folder.resolve("dom.html");
    Process process = new ProcessBuilder(browser.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
        "--user-data-dir=" + folder.resolve("profile"), "--host-resolver-rules=MAP * ~NOTFOUND",
        "--virtual-time-budget=20000", "--dump-dom", page.toUri().toString())
        .redirectOutput(dom.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Pattern.compile("<script.*?</script>", Pattern.DOTALL).matcher(Files.readString(dom)).replaceAll("");
  }

  private static int plots(String page) {
    return page.split("js-plotly-plot", -1).length - 1;
  }

  @Test
  void figuresAreDrawnWhateverTheOrder() throws Exception {
    String page = shown(FIGURE, LIBRARY, OTHER, FIGURE, LIBRARY);
    assertThat(plots(page)).isEqualTo(3);
    assertThat(page).contains("Plotly 1.54.1 is ready").contains("Friction coefficient", "Time (s)", ">truth<", ">test<")
        .doesNotContain("waits for Plotly", "cannot be drawn");
  }

  /** An output as JupyterLab makes it: put together off the page, scripts replaced by copies that run. */
  private static String assembled(String output) {
    return "<script>(function () { var host = document.createElement('div'); host.innerHTML = "
        + Plot.json(output).replace("</", "<\\/") + "; Array.from(host.getElementsByTagName('script')).forEach("
        + "function (script) { var copy = document.createElement('script'); copy.textContent = script.textContent; "
        + "script.parentNode.replaceChild(copy, script); }); document.body.appendChild(host); })();</script>";
  }

  @Test
  void outputsMayBeAssembledOffThePage() throws Exception {
    String page = shown(assembled(OTHER), assembled(LIBRARY), assembled(FIGURE));
    assertThat(plots(page)).isEqualTo(2);
    assertThat(page).contains("Plotly 1.54.1 is ready");
  }

  @Test
  void anAmdLoaderAndAnotherPlotlyAreLeftAlone() throws Exception {
    String page = shown("<script>var defined = 0; function define() { defined++; } define.amd = {}; var Plotly = 'another';"
        + "</script>", LIBRARY, FIGURE, "<p id=said></p><script>setTimeout(function () { document.getElementById('said')"
        + ".textContent = 'defined ' + defined + ', Plotly is ' + Plotly; }, 5000)</script>");
    assertThat(plots(page)).isEqualTo(1);
    assertThat(page).contains("defined 0, Plotly is another");
  }

  /** JupyterLab has MathJax 3, which has no Hub; the classic Notebook has 2, whose settings are its own. */
  @ParameterizedTest
  @ValueSource(strings = {"{version: '3.2.2'}", "{Hub: {Config: set, Configured: set, Queue: set}}"})
  void mathJaxOfThePageIsLeftAlone(String mathJax) throws Exception {
    String page = shown("<script>var touched = 0; function set() { touched++; } var MathJax = " + mathJax + ";</script>",
        LIBRARY, FIGURE, "<p id=said></p><script>setTimeout(function () { document.getElementById('said')"
        + ".textContent = 'touched ' + touched; }, 5000)</script>");
    assertThat(plots(page)).isEqualTo(1);
    assertThat(page).contains("touched 0");
  }

  @Test
  void withoutTheLibraryOrScriptsALineOfTextIsLeft() throws Exception {
    String page = shown(FIGURE, OTHER.replaceAll("(?s)<script>.*</script>", ""));
    assertThat(plots(page)).isZero();
    assertThat(page).contains("Interactive figure “Made” waits for Plotly: run the cell PlotlyLibrary.embedded()",
        "Interactive figure “synthetic”: it is shown where scripts may run");
  }

  @Test
  void aFigureOutOfSightIsDrawnOnceItIsShown() throws Exception {
    String page = shown(LIBRARY, "<div id=cell style='display: none'>" + FIGURE + "</div>",
        "<script>setTimeout(function () { document.getElementById('cell').style.display = ''; }, 5000)</script>");
    assertThat(plots(page)).isEqualTo(1);
    assertThat(page).contains("Friction coefficient");
  }

  @Test
  void anOldBrowserIsToldSo() throws Exception {
    String page = shown("<script>delete window.DecompressionStream;</script>", LIBRARY, FIGURE);
    assertThat(plots(page)).isZero();
    assertThat(page).contains("this browser has no DecompressionStream");
  }
}
