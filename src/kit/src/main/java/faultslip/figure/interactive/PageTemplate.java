package faultslip.figure.interactive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A piece of a page kept as a file beside this class, with places such as <code>{{title}}</code> to fill. */
record PageTemplate(String text) {

  static PageTemplate named(String file) {
    try (InputStream stream = Objects.requireNonNull(PageTemplate.class.getResourceAsStream(file), file)) {
      return new PageTemplate(new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills one of its places; the others stay. */
  PageTemplate with(String place, String filling) {
    return new PageTemplate(text.replace("{{" + place + "}}", filling));
  }
}
