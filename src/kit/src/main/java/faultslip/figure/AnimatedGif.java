package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures of one size as the bytes of a GIF that plays them for ever, all in one palette; each but the first holds
 * only what changed.
 */
final class AnimatedGif {
  /** Few, for the file to be small. */
  private static final int COLOURS = 15;
  private static final String PICTURE_METADATA = "javax_imageio_gif_image_1.0";

  private AnimatedGif() {
  }

  /** @param delay of each picture, in hundredths of a second */
  static byte[] of(List<BufferedImage> pictures, int delay) {
    List<BufferedImage> indexed = indexed(pictures);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
      for (BufferedImage picture : indexed) {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), settings);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(PICTURE_METADATA);
        control(root, delay, picture);
        if (picture == indexed.get(0)) {
          endless(root);
        }
        metadata.setFromTree(PICTURE_METADATA, root);
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

  /**
   * All pictures in the palette of all of them together: a grain keeps its colour from one to the next. What is as in
   * the picture before is transparent.
   */
  private static List<BufferedImage> indexed(List<BufferedImage> pictures) {
    int width = pictures.get(0).getWidth();
    int height = pictures.get(0).getHeight();
    BufferedImage reduced = IndexedColours.reduce(column(pictures), COLOURS);
    IndexColorModel palette = withTransparency((IndexColorModel) reduced.getColorModel());
    List<BufferedImage> indexed = new ArrayList<>();
    int[] before = null;
    for (int i = 0; i < pictures.size(); i++) {
      int[] now = reduced.getRaster().getPixels(0, i * height, width, height, (int[]) null);
      int[] shown = now.clone();
      for (int k = 0; before != null && k < now.length; k++) {
        shown[k] = now[k] == before[k] ? palette.getTransparentPixel() : now[k];
      }
      BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette);
      picture.getRaster().setPixels(0, 0, width, height, shown);
      indexed.add(picture);
      before = now;
    }
    return indexed;
  }

  /** One above another. */
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

  private static IndexColorModel withTransparency(IndexColorModel palette) {
    int[] colours = new int[palette.getMapSize() + 1];
    palette.getRGBs(colours);
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(colours.length - 1));
    return new IndexColorModel(bits, colours.length, colours, 0, true, colours.length - 1, DataBuffer.TYPE_BYTE);
  }

  private static void control(IIOMetadataNode root, int delay, BufferedImage picture) {
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex",
        Integer.toString(((IndexColorModel) picture.getColorModel()).getTransparentPixel()));
    control.setAttribute("delayTime", Integer.toString(delay));
  }

  /** Netscape's extension, by which all viewers know that it goes on and on. */
  private static void endless(IIOMetadataNode root) {
    IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(new byte[] {1, 0, 0});
    child(root, "ApplicationExtensions").appendChild(extension);
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    if (root.getElementsByTagName(name).getLength() == 0) {
      root.appendChild(new IIOMetadataNode(name));
    }
    return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
  }
}
