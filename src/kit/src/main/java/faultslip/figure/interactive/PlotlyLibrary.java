package faultslip.figure.interactive;

import faultslip.figure.FigureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.IOUtils;

/**
 * Plotly as an output of a notebook, for all of its {@link InteractiveFigure}s, which find it whatever the order. The
 * result of a cell of its own: it depends on nothing that ran before, so that running the cell again gives the same
 * output, and a saved notebook never loses the library to another cell.
 *
 * <p>What is embedded is {@code plotly-basic.min.js} (scatter, line, bar and pie), packed by gzip and in Base64, about
 * 400 kB; the page unpacks it with its own {@code DecompressionStream} (Chrome and Edge 80, Firefox 113, Safari 16.4).
 * It stays private to the figures: neither an AMD loader nor another Plotly on the page is touched.
 *
 * @param version of Plotly: "1.54.1"
 * @param html a line of text and the script that brings Plotly to the page; names no address, and needs none
 */
public record PlotlyLibrary(String version, String html) {

  /** The library that the kit brings; a {@link FigureException} if it is not on the class path. */
  public static PlotlyLibrary embedded() {
    String version = resource("META-INF/maven/org.webjars.bower/plotly.js/pom.properties").lines()
        .filter(line -> line.startsWith("version=")).findFirst().orElseThrow().substring("version=".length());
    String plotly = resource("META-INF/resources/webjars/plotly.js/" + version + "/dist/plotly-basic.min.js");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (Tight gzip = new Tight(packed)) {
      gzip.write(plotly.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PlotlyLibrary(version, resource("faultslip/figure/interactive/library.html")
        .replace("{{version}}", version)
        .replace("{{packed}}", Base64.getEncoder().encodeToString(packed.toByteArray())));
  }

  /** What the output is, where HTML is not shown. */
  @Override
  public String toString() {
    return "[Plotly " + version + ", for the interactive figures of this notebook]";
  }

  /** A text that the kit or a library of it brings. */
  static String resource(String name) {
    try {
      return IOUtils.resourceToString(name, StandardCharsets.UTF_8, PlotlyLibrary.class.getClassLoader());
    } catch (IOException e) {
      throw new FigureException("Plotly is not on the class path (" + e.getMessage()
          + "); run mvn package, and start with the notebooks' first cell.", e);
    }
  }

  private static final class Tight extends GZIPOutputStream {
    Tight(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
