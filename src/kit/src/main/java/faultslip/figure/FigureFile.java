package faultslip.figure;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.apache.xmlgraphics.image.writer.ImageWriterParams;
import org.apache.xmlgraphics.image.writer.imageio.ImageIOPNGImageWriter;

/** A figure as the bytes of a file: the same each time, and on disk whole or not at all. */
final class FigureFile {
  private FigureFile() {
  }

  static byte[] png(BufferedImage image, int dpi) {
    ImageWriterParams resolution = new ImageWriterParams();
    resolution.setResolution(dpi);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new Smallest().writeImage(image, bytes, resolution);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final class Smallest extends ImageIOPNGImageWriter {
    @Override
    protected ImageWriteParam getDefaultWriteParam(ImageWriter writer, RenderedImage image, ImageWriterParams given) {
      ImageWriteParam settings = super.getDefaultWriteParam(writer, image, given);
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(0);
      return settings;
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
