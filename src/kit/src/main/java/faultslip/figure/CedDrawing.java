package faultslip.figure;

import faultslip.ced.CedArchitecture;
import faultslip.ced.NetworkArchitecture;
import faultslip.figure.CedBlocks.Block;
import faultslip.figure.CedBlocks.Part;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * An encoder-decoder as blocks, with its skip connections, the numbers of filters and the sizes of the feature maps.
 *
 * @param architecture what is drawn
 * @param frozen whether encoder and decoder are frozen, as in cross-training
 */
record CedDrawing(CedArchitecture architecture, boolean frozen) implements Drawing {
  private static final Color ENCODER = new Color(0x8CBEE0);
  private static final Color DECODER = new Color(0x8FD0B9);
  private static final Color LATENT = new Color(0xE8956A);
  private static final Color FROZEN = new Color(0xDEDEDE);
  private static final Color HATCH = new Color(0xA8A8A8);
  private static final double HATCH_PITCH = 3.2;
  private static final Stroke ARROW_LINE = new BasicStroke(0.7f);
  private static final Stroke SKIP_LINE =
      new BasicStroke(0.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2f, 1.2f}, 0);
  private static final double BLOCKS = 105;
  private static final double SKIP_PITCH = 7;
  private static final double TEXT_ROOM = 20;
  private static final double KEY_ROOM = 16;
  private static final double SIDE = 22;

  @Override
  public double height() {
    return skips() + BLOCKS + TEXT_ROOM + KEY_ROOM;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    Rectangle2D area = new Rectangle2D.Double(x + SIDE, y + skips(), width - 2 * SIDE, BLOCKS);
    List<Block> blocks = CedBlocks.of(architecture, area);
    blocks(g, blocks, SKIP_PITCH);
    for (int i = 1; i < blocks.size(); i++) {
      arrow(g, blocks.get(i - 1).place().getMaxX() + 1, blocks.get(i).place().getX() - 1, area.getCenterY());
    }
    for (int i = 0; i < blocks.size(); i++) {
      String filters = Integer.toString(blocks.get(i).filters());
      boolean image = blocks.get(i).part() == Part.IMAGE;
      labels(g, blocks.get(i), image ? i == 0 ? "input" : "output" : filters, area.getMaxY());
    }
    key(g, x + SIDE, y + height() - KEY_ROOM / 2);
  }

  private double skips() {
    return architecture.levels() * SKIP_PITCH + 4;
  }

  /** The whole in small: blocks and skip connections alone, the latter above the area. */
  void sketch(Graphics2D g, Rectangle2D area) {
    blocks(g, CedBlocks.of(architecture, area), SKIP_PITCH / 2);
  }

  /** Blocks and their skip connections, so far apart. */
  private void blocks(Graphics2D g, List<Block> blocks, double skipPitch) {
    for (Block block : blocks) {
      block(g, block);
    }
    double top = blocks.get(0).place().getY();
    for (int level = 1; level <= architecture.levels(); level++) {
      skip(g, blocks.get(level).place(), blocks.get(blocks.size() - 1 - level).place(),
          top - skipPitch * (architecture.levels() + 1 - level));
    }
  }

  private void block(Graphics2D g, Block block) {
    boolean still = frozen && (block.part() == Part.ENCODER || block.part() == Part.DECODER);
    g.setPaint(still ? FROZEN : switch (block.part()) {
      case IMAGE -> Color.WHITE;
      case ENCODER -> ENCODER;
      case LATENT -> LATENT;
      case DECODER -> DECODER;
    });
    g.fill(block.place());
    if (still) {
      hatch(g, block.place());
    }
    g.setPaint(FigureStyle.INK);
    g.setStroke(FigureStyle.AXIS_LINE);
    g.draw(block.place());
  }

  private static void hatch(Graphics2D g, Rectangle2D place) {
    Shape clip = g.getClip();
    g.clip(place);
    g.setPaint(HATCH);
    g.setStroke(FigureStyle.HATCH_LINE);
    for (double at = place.getX() - place.getHeight(); at < place.getMaxX(); at += HATCH_PITCH) {
      g.draw(new Line2D.Double(at, place.getMaxY(), at + place.getHeight(), place.getY()));
    }
    g.setClip(clip);
  }

  static void arrow(Graphics2D g, double from, double to, double y) {
    g.setPaint(FigureStyle.INK);
    g.setStroke(ARROW_LINE);
    g.draw(new Line2D.Double(from, y, to - 2, y));
    head(g, to, y, 1, 0);
  }

  /** An arrow's head at a place, pointing along (dx, dy). */
  static void head(Graphics2D g, double x, double y, double dx, double dy) {
    Path2D head = new Path2D.Double();
    head.moveTo(x, y);
    head.lineTo(x - 3.5 * dx - 1.8 * dy, y - 3.5 * dy - 1.8 * dx);
    head.lineTo(x - 3.5 * dx + 1.8 * dy, y - 3.5 * dy + 1.8 * dx);
    head.closePath();
    g.fill(head);
  }

  private static void skip(Graphics2D g, Rectangle2D from, Rectangle2D to, double over) {
    Path2D path = new Path2D.Double();
    path.moveTo(from.getCenterX(), from.getY());
    path.lineTo(from.getCenterX(), over);
    path.lineTo(to.getCenterX(), over);
    path.lineTo(to.getCenterX(), to.getY() - 2);
    g.setPaint(FigureStyle.FAINT_INK);
    g.setStroke(SKIP_LINE);
    g.draw(path);
    head(g, to.getCenterX(), to.getY(), 0, 1);
  }

  private static void labels(Graphics2D g, Block block, String what, double bottom) {
    double middle = block.place().getCenterX();
    Lettering.drawCentred(g, what, middle, bottom + 8.5);
    Lettering.drawCentred(g, block.scales() + "×" + block.samples(), middle, bottom + 17);
  }

  private void key(Graphics2D g, double x, double middle) {
    double at = x;
    at = entry(g, at, middle, Part.ENCODER, frozen ? "frozen encoder and decoder" : "encoder");
    at = entry(g, at, middle, Part.LATENT, frozen ? "latent space: the only part trained" : "latent space");
    if (!frozen) {
      at = entry(g, at, middle, Part.DECODER, "decoder");
    }
    g.setPaint(FigureStyle.FAINT_INK);
    g.setStroke(SKIP_LINE);
    g.draw(new Line2D.Double(at, middle, at + 9, middle));
    head(g, at + 13, middle, 1, 0);
    at = Lettering.drawBeside(g, "skip connection", at + 16, middle) + 12;
    Lettering.drawBeside(g, "numbers: filters, scales × samples", at, middle);
  }

  private double entry(Graphics2D g, double x, double middle, Part part, String name) {
    block(g, new Block(part, 0, 0, 0, 0, new Rectangle2D.Double(x, middle - 3.5, 11, 7)));
    return Lettering.drawBeside(g, name, x + 14, middle) + 12;
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
}
