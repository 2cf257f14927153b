package faultslip.figure;

import faultslip.ced.CedArchitecture;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What goes through an encoder-decoder: a stack of panels at its left, whose lower panel goes in, and one at its right,
 * whose lower panel comes out.
 *
 * @param left two panels: series above scalogram
 * @param right two panels: series above scalogram, of the same heights
 * @param architecture drawn small in between
 * @param caption below the blocks, a line each
 */
record MethodFlow(PanelStack left, PanelStack right, CedArchitecture architecture, List<String> caption)
    implements Drawing {
  private static final double MIDDLE = 86;
  /** From the bottom of a stack to the middle of its lowest axes, less half of these: room for the time axis. */
  private static final double BOTTOM = 23;
  private static final double SKETCH = 44;

  @Override
  public double height() {
    return Math.max(left.height(), right.height());
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    double each = (width - MIDDLE) / 2;
    left.draw(g, x, y, each);
    right.draw(g, x + each + MIDDLE, y, each);
    double axes = left.rows().get(1).heightMm() * FigureStyle.POINTS_PER_MM;
    double centre = y + left.height() - BOTTOM - axes / 2;
    double from = x + each;
    Rectangle2D sketch = new Rectangle2D.Double(from + 17, centre - SKETCH / 2, MIDDLE - 38, SKETCH);
    new CedDrawing(architecture, false).sketch(g, sketch);
    thick(g, from + 1, from + 14, centre);
    thick(g, sketch.getMaxX() + 3, from + MIDDLE - 5, centre);
    for (int i = 0; i < caption.size(); i++) {
      Lettering.drawCentred(g, caption.get(i), sketch.getCenterX(), sketch.getMaxY() + 10 + i * 8.5);
    }
  }

  private static void thick(Graphics2D g, double from, double to, double y) {
    g.setPaint(FigureStyle.INK);
    g.setStroke(new BasicStroke(1.4f));
    g.draw(new Line2D.Double(from, y, to - 3, y));
    CedDrawing.head(g, to, y, 1, 0);
  }
}
