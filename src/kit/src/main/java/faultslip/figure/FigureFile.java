package faultslip.figure;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.xmlgraphics.image.codec.png.PNGEncodeParam;
import org.apache.xmlgraphics.image.codec.png.PNGImageEncoder;

/** A figure as the bytes of a file: the same each time, and on disk whole or not at all. */
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
    IndexColorModel model = (IndexColorModel) image.getColorModel();
    int[] palette = new int[model.getMapSize()];
    model.getRGBs(palette);
    settings.setPalette(Arrays.stream(palette).flatMap(rgb -> IntStream.of(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255))
        .toArray());
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

  /**
   * Writes a file beside its place, then moves it there.
   *
   * @throws FigureException naming the folder if it cannot be written to
   */
  static void write(Path folder, String name, byte[] content) {
    try {
      AtomicFile.write(folder.resolve(name), stream -> stream.write(content));
    } catch (FaultslipException e) {
      throw new FigureException("Figure %s cannot be written to folder %s (%s); give a folder that can be written to."
          .formatted(name, folder.toAbsolutePath(), e.getCause()), e);
    }
  }
}
