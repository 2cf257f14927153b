package faultslip.figure;

import java.awt.Graphics2D;

/** A part of a figure: it is given its width and says its height. Immutable. All lengths in points. */
public interface Drawing {

  /** Its height, with all headings and labels. */
  double height();

  /** Draws it with its upper left corner at this place. */
  void draw(Graphics2D g, double x, double y, double width);
}
