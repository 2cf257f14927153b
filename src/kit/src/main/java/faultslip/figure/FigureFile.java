package faultslip.figure;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.xmlgraphics.image.codec.png.PNGEncodeParam;
import org.apache.xmlgraphics.image.codec.png.PNGImageEncoder;

/** A picture as the bytes of a file, the same each time. */
final class FigureFile {
  private FigureFile() {
  }

  /** @param image of a palette */
  static byte[] png(BufferedImage image, int dpi) {
    // Filters make a smooth image shorter and one of lines and letters longer.
    return Stream.of(new PNGEncodeParam.Palette(), new Unfiltered()).map(settings -> png(image, dpi, settings))
        .min(Comparator.comparingInt(bytes -> bytes.length)).orElseThrow();
  }

  private static byte[] png(BufferedImage image, int dpi, PNGEncodeParam.Palette settings) {
    IndexColorModel colours = (IndexColorModel) image.getColorModel();
    settings.setPalette(IntStream.range(0, colours.getMapSize())
        .flatMap(i -> IntStream.of(colours.getRed(i), colours.getGreen(i), colours.getBlue(i))).toArray());
    int perMetre = (int) Math.round(dpi / 0.0254);
    settings.setPhysicalDimension(perMetre, perMetre, 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new PNGImageEncoder(bytes, settings).encode(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final class Unfiltered extends PNGEncodeParam.Palette {
    @Override
    public int filterRow(byte[] row, byte[] above, byte[][] filtered, int bytes, int skipped) {
      System.arraycopy(row, skipped, filtered[PNG_FILTER_NONE], skipped, bytes);
      return PNG_FILTER_NONE;
    }
  }
}
