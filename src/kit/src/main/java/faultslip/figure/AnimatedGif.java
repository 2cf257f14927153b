package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Pictures of one size as the bytes of a GIF that plays them for ever, all in one palette; each but the first holds
 * only what changed.
 */
final class AnimatedGif {
  /** Few, for the file to be small; the next place in the palette is that of the transparent. */
  private static final int COLOURS = 15;
  private static final String METADATA = "javax_imageio_gif_image_1.0";

  private AnimatedGif() {
  }

  /** @param delay of each picture, in hundredths of a second */
  static byte[] of(List<BufferedImage> pictures, int delay) {
    int width = pictures.get(0).getWidth();
    int height = pictures.get(0).getHeight();
    BufferedImage reduced = IndexedColours.reduce(column(pictures), COLOURS);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(reduced), settings);
      metadata.mergeTree(METADATA, control(delay));
      int[] before = new int[0];
      for (int i = 0; i < pictures.size(); i++) {
        int[] now = reduced.getRaster().getPixels(0, i * height, width, height, (int[]) null);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED,
            (IndexColorModel) reduced.getColorModel());
        picture.getRaster().setPixels(0, 0, width, height, changes(before, now));
        before = now;
        writer.writeToSequence(new IIOImage(picture, null, metadata), settings);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** One above another: a grain keeps its colour from one to the next. */
  private static BufferedImage column(List<BufferedImage> pictures) {
    int height = pictures.get(0).getHeight();
    BufferedImage column =
        new BufferedImage(pictures.get(0).getWidth(), height * pictures.size(), BufferedImage.TYPE_INT_RGB);
    Graphics2D g = column.createGraphics();
    for (int i = 0; i < pictures.size(); i++) {
      g.drawImage(pictures.get(i), 0, i * height, null);
    }
    g.dispose();
    return column;
  }

  /** All of it if there is nothing before. */
  private static int[] changes(int[] before, int[] now) {
    return IntStream.range(0, now.length)
        .map(i -> before.length > 0 && now[i] == before[i] ? COLOURS : now[i]).toArray();
  }

  private static IIOMetadataNode control(int delay) {
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", Integer.toString(COLOURS));
    control.setAttribute("delayTime", Integer.toString(delay));
    // Netscape's extension, by which all viewers know that it goes on and on.
    IIOMetadataNode endless = new IIOMetadataNode("ApplicationExtension");
    endless.setAttribute("applicationID", "NETSCAPE");
    endless.setAttribute("authenticationCode", "2.0");
    endless.setUserObject(new byte[] {1, 0, 0});
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(endless);
    IIOMetadataNode root = new IIOMetadataNode(METADATA);
    root.appendChild(control);
    root.appendChild(extensions);
    return root;
  }
}
