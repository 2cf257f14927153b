package faultslip.figure;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A figure as the bytes of a file: the same each time, and on disk whole or not at all. */
final class FigureFile {
  private static final String PNG_METADATA = "javax_imageio_png_1.0";

  private FigureFile() {
  }

  static byte[] png(BufferedImage image, int dpi) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(0);
      ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(image);
      IIOMetadata metadata = writer.getDefaultImageMetadata(type, settings);
      metadata.mergeTree(PNG_METADATA, resolution(dpi));
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, metadata), settings);
    } catch (IIOInvalidTreeException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode resolution(int dpi) {
    String perMetre = Long.toString(Math.round(dpi / 0.0254));
    IIOMetadataNode density = new IIOMetadataNode("pHYs");
    density.setAttribute("pixelsPerUnitXAxis", perMetre);
    density.setAttribute("pixelsPerUnitYAxis", perMetre);
    density.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
    root.appendChild(density);
    return root;
  }

  static String svg(double width, double height, Consumer<Graphics2D> drawing) {
    SvgPage page = new SvgPage(width, height);
    drawing.accept(page);
    return page.document();
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
