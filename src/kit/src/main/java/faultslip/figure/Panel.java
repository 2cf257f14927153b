package faultslip.figure;

import java.awt.Graphics2D;

/** One set of axes, mostly over time; the layout gives it its horizontal axis and its place. */
interface Panel {

  /** What its horizontal axis has to show, in seconds or what else lies across. */
  ValueRange range();

  /** What the horizontal axis shows, with its unit; the same for all panels of a stack. */
  default String across() {
    return "Time (s)";
  }

  /** What the vertical axis shows, with its unit: "Shear stress (MPa)". */
  String label();

  /** Its vertical axis, for axes of this width and height, in points. */
  Axis axis(double width, double height);

  /** Draws the data and what lies over them: legend, caption. Drawing is clipped to the axes. */
  void draw(Graphics2D g, Axes axes);

  /** Room that the key to its colours takes at its right, in points; 0 if there is none. */
  default double keyRoom() {
    return 0;
  }

  /** Draws the key to its colours, to the right of the axes. */
  default void drawKey(Graphics2D g, Axes axes) {
  }
}
