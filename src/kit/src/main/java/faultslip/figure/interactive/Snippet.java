package faultslip.figure.interactive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A piece of a page kept as a file beside this class, with places such as <code>{{title}}</code> to fill. */
record Snippet(String text) {

  static Snippet named(String file) {
    try (InputStream stream = Objects.requireNonNull(Snippet.class.getResourceAsStream(file), file)) {
      return new Snippet(new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with one of its places filled. */
  Snippet with(String place, String filling) {
    return new Snippet(text.replace("{{" + place + "}}", filling));
  }
}
