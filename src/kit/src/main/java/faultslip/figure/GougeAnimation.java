package faultslip.figure;

import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeUnits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * A simulated gouge in motion, as an endless animated GIF, of two frames or more of one fault in the order of time,
 * told in seconds, by the units, from zero, such as a failure. A notebook shows it in place; where pictures do not
 * move, a {@link GougeFigure} stands for it, and holds the key to its colours. The same frames give the same bytes.
 */
public record GougeAnimation(List<GougeSnapshot> frames, GougeUnits units, double zero) {
  private static final int DPI = 104;
  private static final String CENTISECONDS = "12";
  /** Few, for the file to be small; the next place in the palette is that of the transparent. */
  private static final int COLOURS = 15;
  private static final String METADATA = "javax_imageio_gif_image_1.0";

  /** @throws FigureException if there are fewer than two frames */
  public GougeAnimation {
    frames = List.copyOf(frames);
    FigureException.require(frames.size() >= 2, "An animation of %d frames asked for; give at least two.",
        frames.size());
  }

  /** An animation of a film's frames. */
  public static GougeAnimation of(List<GougeSnapshot> frames, GougeUnits units, double zero) {
    return new GougeAnimation(frames, units, zero);
  }

  /** The animation as a GIF file, all in one palette; each picture but the first holds only what changed. */
  public byte[] gif() {
    GougeFigure.Scale scale = GougeFigure.Scale.ofSpeeds(frames, FigureStyle.ONE_COLUMN_MM);
    List<BufferedImage> pictures = frames.stream().map(frame -> Figure.of(FigureStyle.ONE_COLUMN_MM, "",
        List.of(List.of(new GougeFigure.Moment("", time(frame, units, zero), frame, scale)))).image(DPI)).toList();
    int width = pictures.get(0).getWidth();
    int height = pictures.get(0).getHeight();
    // One above another: a grain keeps its colour from one to the next.
    BufferedImage column = new BufferedImage(width, height * pictures.size(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < pictures.size(); i++) {
      column.getRaster().setRect(0, i * height, pictures.get(i).getRaster());
    }
    BufferedImage reduced = FigureFile.reduce(column, COLOURS);
    int[] pixels = reduced.getRaster().getPixels(0, 0, width, column.getHeight(), (int[]) null);
    int size = width * height;
    reduced.getRaster().setPixels(0, 0, width, column.getHeight(), IntStream.range(0, pixels.length)
        .map(i -> i >= size && pixels[i] == pixels[i - size] ? COLOURS : pixels[i]).toArray());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(reduced), null);
      metadata.mergeTree(METADATA, control());
      for (int i = 0; i < pictures.size(); i++) {
        BufferedImage picture = reduced.getSubimage(0, i * height, width, height);
        writer.writeToSequence(new IIOImage(picture, null, metadata), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode control() {
    IIOMetadataNode root = new IIOMetadataNode(METADATA);
    add(root, "GraphicControlExtension", Map.of("disposalMethod", "doNotDispose", "userInputFlag", "FALSE",
        "transparentColorFlag", "TRUE", "transparentColorIndex", "" + COLOURS, "delayTime", CENTISECONDS));
    // Netscape's extension, by which all viewers know that it goes on and on.
    add(add(root, "ApplicationExtensions", Map.of()), "ApplicationExtension",
        Map.of("applicationID", "NETSCAPE", "authenticationCode", "2.0")).setUserObject(new byte[] {1, 0, 0});
    return root;
  }

  private static IIOMetadataNode add(IIOMetadataNode parent, String name, Map<String, String> attributes) {
    IIOMetadataNode node = new IIOMetadataNode(name);
    attributes.forEach(node::setAttribute);
    parent.appendChild(node);
    return node;
  }

  /** The animation as an element of a page, with the file in it. */
  public String html() {
    return "<img alt=\"%s\" src=\"data:image/gif;base64,%s\">"
        .formatted(this, Base64.getEncoder().encodeToString(gif()));
  }

  /** What it is, where it is not shown. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "[animation of %d frames, %s to %s]", frames.size(),
        time(frames.get(0), units, zero), time(frames.get(frames.size() - 1), units, zero));
  }

  /** "+0.25 s". */
  static String time(GougeSnapshot frame, GougeUnits units, double zero) {
    double time = Math.rint((frame.time() * units.time() - zero) * 100) / 100;
    return String.format(Locale.ROOT, "%s%.2f s", time < 0 ? "−" : time > 0 ? "+" : "", Math.abs(time));
  }
}
