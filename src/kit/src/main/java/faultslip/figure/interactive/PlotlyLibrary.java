package faultslip.figure.interactive;

import faultslip.figure.FigureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Properties;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Plotly as an output of a notebook, for all of its {@link InteractiveFigure}s, which find it whatever the order. The
 * result of a cell of its own: it depends on nothing that ran before, so that running the cell again gives the same
 * output, and a saved notebook never loses the library to another cell.
 *
 * <p>What is embedded is {@code plotly-basic.min.js} (scatter, line, bar and pie), packed by gzip and in Base64, about
 * 400 kB; the page unpacks it with its own {@code DecompressionStream} (Chrome and Edge 80, Firefox 113, Safari 16.4).
 * It stays private to the figures: neither an AMD loader nor another Plotly on the page is touched.
 */
public final class PlotlyLibrary {
  private static final String WEBJAR = "org.webjars.bower/plotly.js";
  private static final int BUFFER = 1 << 16;

  private final String version;

  private PlotlyLibrary(String version) {
    this.version = version;
  }

  /**
   * The library that the kit brings.
   *
   * @throws FigureException if it is not on the class path
   */
  public static PlotlyLibrary embedded() {
    Properties webjar = new Properties();
    try (InputStream properties = open("/META-INF/maven/" + WEBJAR + "/pom.properties")) {
      webjar.load(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PlotlyLibrary(webjar.getProperty("version"));
  }

  /** Plotly's version: "1.54.1". */
  public String version() {
    return version;
  }

  /** A line of text and the script that brings Plotly to the page; names no address, and needs none. */
  public String html() {
    return PageTemplate.named("library.html").with("version", version).with("packed", packed()).text();
  }

  /** What the output is, where HTML is not shown. */
  @Override
  public String toString() {
    return "[Plotly " + version + ", for the interactive figures of this notebook]";
  }

  private String packed() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (InputStream script = open("/META-INF/resources/webjars/plotly.js/" + version + "/dist/plotly-basic.min.js");
        OutputStream gzip = new Gzip(packed)) {
      script.transferTo(gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  private static InputStream open(String resource) {
    InputStream stream = PlotlyLibrary.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new FigureException("Plotly is not on the class path (no " + resource
          + "); run mvn package, and start with the notebooks' first cell.");
    }
    return stream;
  }

  /** Packs as tightly as the format allows. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
