package faultslip.figure;

import faultslip.ced.CedArchitecture;
import faultslip.ced.NetworkArchitecture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * An encoder-decoder as blocks, with its skip connections, the numbers of filters and the sizes of the feature maps.
 *
 * @param architecture what is drawn
 * @param frozen whether encoder and decoder are frozen, as in cross-training
 */
record CedDrawing(CedArchitecture architecture, boolean frozen) implements Drawing {
  private static final Color FROZEN = new Color(0xD0D0D0);
  private static final Stroke ARROW_LINE = new BasicStroke(0.7f);
  private static final Stroke SKIP_LINE =
      new BasicStroke(0.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2f, 1.2f}, 0);
  private static final double BLOCKS = 105;
  private static final double SKIP_PITCH = 7;
  private static final double TEXT_ROOM = 20;
  private static final double KEY_ROOM = 16;
  private static final double SIDE = 22;
  /** Of the place of a block, how much is the gap behind it. */
  private static final double GAP = 0.45;
  private static final double LOWEST = 0.16;
  private static final double THINNEST = 0.3;

  /** What a block belongs to. */
  enum Part {
    IMAGE(0xFFFFFF), ENCODER(0x8CBEE0), LATENT(0xE8956A), DECODER(0x8FD0B9);

    private final Color colour;

    Part(int rgb) {
      colour = new Color(rgb);
    }
  }

  /**
   * An image, or the feature maps of a level.
   *
   * @param part what it belongs to
   * @param scales height of its feature maps
   * @param samples width of its feature maps
   * @param filters number of them
   * @param place on paper, higher for more scales and thicker for more filters
   */
  record Block(Part part, int scales, int samples, int filters, Rectangle2D place) {
  }

  /**
   * The network as one that can be drawn.
   *
   * @throws FigureException if it is of another kind
   */
  static CedArchitecture drawable(NetworkArchitecture network) {
    if (network instanceof CedArchitecture ced) {
      return ced;
    }
    throw new FigureException("Network " + network
        + " cannot be drawn; a convolutional encoder-decoder (kind 'ced') can.");
  }

  /** Input, down blocks, latent space, up blocks, output, from left to right within an area. */
  List<Block> blocks(Rectangle2D area) {
    int levels = architecture.levels();
    int count = 2 * levels + 3;
    double pitch = area.getWidth() / (count - GAP);
    int most = Math.max(architecture.latent().filters(),
        architecture.filters().stream().mapToInt(Integer::intValue).max().orElseThrow());
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // 0 for the images, 1 at full resolution, one more than the levels for the latent space.
      int level = Math.min(i, count - 1 - i);
      int halvings = Math.max(0, level - 1);
      Part part = level == 0 ? Part.IMAGE : level > levels ? Part.LATENT : i <= levels ? Part.ENCODER : Part.DECODER;
      int filters = level == 0 ? 1 : level > levels
          ? architecture.latent().filters() : architecture.filters().get(level - 1);
      double height = area.getHeight() * (LOWEST + (1 - LOWEST) * (1 - halvings / (double) levels));
      double width = pitch * (1 - GAP) * (THINNEST + (1 - THINNEST) * filters / most);
      double centre = area.getX() + i * pitch + pitch * (1 - GAP) / 2;
      blocks.add(new Block(part, architecture.scales() >> halvings, architecture.width() >> halvings, filters,
          new Rectangle2D.Double(centre - width / 2, area.getCenterY() - height / 2, width, height)));
    }
    return blocks;
  }

  @Override
  public double height() {
    return skips() + BLOCKS + TEXT_ROOM + KEY_ROOM;
  }

  private double skips() {
    return architecture.levels() * SKIP_PITCH + 4;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    Rectangle2D area = new Rectangle2D.Double(x + SIDE, y + skips(), width - 2 * SIDE, BLOCKS);
    List<Block> blocks = blocks(area);
    blocks.forEach(block -> draw(g, block.part(), block.place()));
    for (int level = 1; level <= architecture.levels(); level++) {
      Rectangle2D from = blocks.get(level).place();
      Rectangle2D to = blocks.get(blocks.size() - 1 - level).place();
      double over = area.getY() - SKIP_PITCH * (architecture.levels() + 1 - level);
      arrow(g, true, from.getCenterX(), from.getY(), from.getCenterX(), over, to.getCenterX(), over, to.getCenterX(),
          to.getY());
    }
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      double middle = block.place().getCenterX();
      String name = i == 0 ? "input" : block.part() == Part.IMAGE ? "output" : Integer.toString(block.filters());
      Lettering.drawCentred(g, name, middle, area.getMaxY() + 8.5);
      Lettering.drawCentred(g, block.scales() + "×" + block.samples(), middle, area.getMaxY() + 17);
      if (i > 0) {
        arrow(g, false, blocks.get(i - 1).place().getMaxX() + 1, area.getCenterY(), block.place().getX() - 1,
            area.getCenterY());
      }
    }
    drawKey(g, x + SIDE, y + height() - KEY_ROOM / 2);
  }

  private void draw(Graphics2D g, Part part, Rectangle2D place) {
    boolean still = frozen && (part == Part.ENCODER || part == Part.DECODER);
    g.setPaint(still ? FROZEN : part.colour);
    g.fill(place);
    g.setPaint(FigureStyle.INK);
    g.setStroke(FigureStyle.AXIS_LINE);
    g.draw(place);
  }

  /** An arrow along points x, y, x, y ...; its last part is level or upright. */
  private static void arrow(Graphics2D g, boolean skip, double... points) {
    Path2D line = new Path2D.Double();
    line.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      line.lineTo(points[i], points[i + 1]);
    }
    double x = points[points.length - 2];
    double y = points[points.length - 1];
    double dx = Math.signum(x - points[points.length - 4]);
    double dy = Math.signum(y - points[points.length - 3]);
    Path2D head = new Path2D.Double();
    head.moveTo(x, y);
    head.lineTo(x - 3.5 * dx - 1.8 * dy, y - 3.5 * dy - 1.8 * dx);
    head.lineTo(x - 3.5 * dx + 1.8 * dy, y - 3.5 * dy + 1.8 * dx);
    head.closePath();
    g.setPaint(skip ? FigureStyle.FAINT_INK : FigureStyle.INK);
    g.setStroke(skip ? SKIP_LINE : ARROW_LINE);
    g.draw(line);
    g.fill(head);
  }

  private void drawKey(Graphics2D g, double x, double middle) {
    double at = entry(g, x, middle, Part.ENCODER, frozen ? "frozen encoder and decoder" : "encoder");
    at = entry(g, at, middle, Part.LATENT, frozen ? "latent space: the only part trained" : "latent space");
    if (!frozen) {
      at = entry(g, at, middle, Part.DECODER, "decoder");
    }
    arrow(g, true, at, middle, at + 13, middle);
    at = Lettering.drawBeside(g, "skip connection", at + 16, middle) + 12;
    Lettering.drawBeside(g, "numbers: filters, scales × samples", at, middle);
  }

  private double entry(Graphics2D g, double x, double middle, Part part, String name) {
    draw(g, part, new Rectangle2D.Double(x, middle - 3.5, 11, 7));
    return Lettering.drawBeside(g, name, x + 14, middle) + 12;
  }
}
