package faultslip.figure;

import faultslip.ced.CedArchitecture;
import faultslip.ced.Downsampling;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The encoder-decoder as bars, higher for more scales, thicker for more filters, the latent space highlighted. */
public final class ArchitectureFigure {

  private ArchitectureFigure() {}

  /** All of the network is trained. */
  public static Figure of(CedArchitecture architecture) {
    return of(architecture, false);
  }

  /** The latent space alone is trained; what is frozen is grey. */
  public static Figure crossTraining(CedArchitecture architecture) {
    return of(architecture, true);
  }

  private static Figure of(CedArchitecture architecture, boolean frozen) {
    String halving = architecture.blocks().downsampling() == Downsampling.MAX_POOLING
        ? "2×2 max pooling" : "a strided 3×3 convolution";
    String rectifier = architecture.blocks().leak() == 0 ? "ReLU" : "leaky ReLU";
    return Figure.of(FigureStyle.TWO_COLUMNS_MM,
        "Down block: two 3×3 convolutions (%s), %s. Latent space: 3×3 convolutions, %d of them. "
            .formatted(rectifier, halving, architecture.latent().convolutions())
            + "Up block: 2×2 transposed convolution, two 3×3 convolutions. Output: linear 1×1 convolution.",
        List.of(List.of(new Blocks(architecture, frozen))));
  }

  /** Blocks, skip connections, filters and feature maps' sizes; encoder and decoder may be frozen (cross-training). */
  record Blocks(CedArchitecture architecture, boolean frozen) implements Figure.Drawing {
    private static final Color FROZEN = new Color(0xD0D0D0);
    private static final Stroke ARROW_LINE = new BasicStroke(0.7f);
    private static final Stroke SKIP_LINE =
        new BasicStroke(0.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2f, 1.2f}, 0);
    private static final double HEIGHT = 105;
    private static final double SKIP_PITCH = 7;
    private static final double TEXT_ROOM = 20;
    private static final double KEY_ROOM = 16;
    private static final double SIDE = 22;
    /** Of the place of a block, how much is the gap behind it. */
    private static final double GAP = 0.45;
    private static final double LOWEST = 0.16;
    private static final double THINNEST = 0.3;

    enum Part {
      IMAGE(0xFFFFFF), ENCODER(0x8CBEE0), LATENT(0xE8956A), DECODER(0x8FD0B9);

      private final Color colour;

      Part(int rgb) {
        colour = new Color(rgb);
      }
    }

    /** An image, or the feature maps of a level, and its place on paper. */
    record Block(Part part, int scales, int samples, int filters, Rectangle2D place) {}

    /** Input, down blocks, latent space, up blocks, output, from left to right within an area. */
    List<Block> blocks(Rectangle2D area) {
      int levels = architecture.levels();
      int count = 2 * levels + 3;
      double pitch = area.getWidth() / (count - GAP);
      int latent = architecture.latent().filters();
      int most = Math.max(latent, Collections.max(architecture.filters()));
      return IntStream.range(0, count).mapToObj(i -> {
        // 0 for the images, 1 at full resolution, one more than the levels for the latent space.
        int level = Math.min(i, count - 1 - i);
        int halvings = Math.max(0, level - 1);
        Part part = level == 0 ? Part.IMAGE : level > levels ? Part.LATENT : i <= levels ? Part.ENCODER : Part.DECODER;
        int filters = level == 0 ? 1 : level > levels ? latent : architecture.filters().get(level - 1);
        double height = area.getHeight() * (LOWEST + (1 - LOWEST) * (1 - halvings / (double) levels));
        double width = pitch * (1 - GAP) * (THINNEST + (1 - THINNEST) * filters / most);
        double centre = area.getX() + i * pitch + pitch * (1 - GAP) / 2;
        return new Block(part, architecture.scales() >> halvings, architecture.width() >> halvings, filters,
            new Rectangle2D.Double(centre - width / 2, area.getCenterY() - height / 2, width, height));
      }).toList();
    }

    @Override
    public double height() {
      return skips() + HEIGHT + TEXT_ROOM + KEY_ROOM;
    }

    private double skips() {
      return architecture.levels() * SKIP_PITCH + 4;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      Rectangle2D area = new Rectangle2D.Double(x + SIDE, y + skips(), width - 2 * SIDE, HEIGHT);
      List<Block> blocks = blocks(area);
      for (int i = 0; i < blocks.size(); i++) {
        Block block = blocks.get(i);
        Rectangle2D place = block.place();
        draw(g, block.part(), place);
        String name = i == 0 ? "input" : block.part() == Part.IMAGE ? "output" : Integer.toString(block.filters());
        Lettering.drawCentred(g, name, place.getCenterX(), area.getMaxY() + 8.5);
        Lettering.drawCentred(g, block.scales() + "×" + block.samples(), place.getCenterX(), area.getMaxY() + 17);
        if (i > 0) {
          arrow(g, false, blocks.get(i - 1).place().getMaxX() + 1, area.getCenterY(), area.getCenterY(),
              place.getX() - 1, area.getCenterY());
        }
        if (block.part() == Part.ENCODER) {
          Rectangle2D to = blocks.get(blocks.size() - 1 - i).place();
          arrow(g, true, place.getCenterX(), place.getY(), area.getY() - SKIP_PITCH * (architecture.levels() + 1 - i),
              to.getCenterX(), to.getY());
        }
      }
      double middle = y + height() - KEY_ROOM / 2;
      double at = entry(g, x + SIDE, middle, Part.ENCODER, frozen ? "frozen encoder and decoder" : "encoder");
      at = entry(g, at, middle, Part.LATENT, frozen ? "latent space: the only part trained" : "latent space");
      at = frozen ? at : entry(g, at, middle, Part.DECODER, "decoder");
      arrow(g, true, at, middle, middle, at + 13, middle);
      at = Lettering.drawBeside(g, "skip connection", at + 16, middle) + 12;
      Lettering.drawBeside(g, "numbers: filters, scales × samples", at, middle);
    }

    private void draw(Graphics2D g, Part part, Rectangle2D place) {
      boolean still = frozen && (part == Part.ENCODER || part == Part.DECODER);
      g.setPaint(still ? FROZEN : part.colour);
      g.fill(place);
      g.setPaint(FigureStyle.INK);
      g.setStroke(FigureStyle.AXIS_LINE);
      g.draw(place);
    }

    private double entry(Graphics2D g, double x, double middle, Part part, String name) {
      draw(g, part, new Rectangle2D.Double(x, middle - 3.5, 11, 7));
      return Lettering.drawBeside(g, name, x + 14, middle) + 12;
    }

    /** An arrow to the right, or up to a height, over, and down from there. */
    private static void arrow(Graphics2D g, boolean skip, double x, double y, double over, double toX, double toY) {
      Path2D line = new Path2D.Double();
      line.moveTo(x, y);
      line.lineTo(x, over);
      line.lineTo(toX, over);
      line.lineTo(toX, toY);
      double down = toY > over ? 1 : 0;
      double right = 1 - down;
      Path2D head = new Path2D.Double();
      head.moveTo(toX, toY);
      head.lineTo(toX - 3.5 * right - 1.8 * down, toY - 3.5 * down - 1.8 * right);
      head.lineTo(toX - 3.5 * right + 1.8 * down, toY - 3.5 * down + 1.8 * right);
      head.closePath();
      g.setPaint(skip ? FigureStyle.FAINT_INK : FigureStyle.INK);
      g.setStroke(skip ? SKIP_LINE : ARROW_LINE);
      g.draw(line);
      g.fill(head);
    }
  }
}
