package faultslip.figure.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

class PlotlyLibraryTest {
  private final String html = PlotlyLibrary.embedded().html();

  @Test
  void carriesTheWholeOfPlotly() throws IOException {
    Matcher packed = Pattern.compile("atob\\('([^']+)'\\)").matcher(html);
    assertThat(packed.find()).isTrue();
    byte[] gzip = Base64.getDecoder().decode(packed.group(1));
    String script = new String(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes(), StandardCharsets.UTF_8);
    // As the npm registry's plotly.js-basic-dist-min 1.54.1 has it, too.
    assertThat(DigestUtils.sha256Hex(script))
        .isEqualTo("5fcdc0eb5bafe86b797524d3d5de2611bf2ca77c5642eaf1791dbf4f99f9ddd1");
    assertThat(script.substring(0, 250)).contains("plotly.js (basic - minified) v1.54.1", "Licensed under the MIT license");
  }

  @Test
  void leavesRoomForFiguresInANotebook() {
    assertThat(html.length()).isLessThan(420_000);
  }

  @Test
  void namesNoAddressAndIsTheSameEachTime() {
    assertThat(html.contains("http") || html.contains("{{")).isFalse();
    assertThat(html.indexOf("</script>")).isEqualTo(html.lastIndexOf("</script>"));
    assertThat(html.substring(0, 120)).contains("MIT licence");
    assertThat(PlotlyLibrary.embedded().html().equals(html)).isTrue();
    assertThat(PlotlyLibrary.embedded()).hasToString("[Plotly 1.54.1, for the interactive figures of this notebook]");
  }
}
