package faultslip.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;

/**
 * The look of all figures: widths of the journal's columns in millimetres, sizes in points, colours. Those of lines are
 * Okabe &amp; Ito's (2008), told apart with every common colour-vision deficiency.
 */
public final class FigureStyle {
  /** Text, axes and the truth. */
  public static final Color INK = new Color(0x262626);
  /** Subtitles and other remarks. */
  public static final Color FAINT_INK = new Color(0x595959);
  /** What a model says: vermilion. */
  public static final Color PREDICTION = new Color(0xD55E00);
  /** ±1 σ about the prediction: orange, of an opacity of 0.45. */
  public static final Color BAND = new Color(0xE6, 0x9F, 0x00, 115);
  /** Acoustic emission and kinetic energy: blue. */
  public static final Color EMISSION = new Color(0x0072B2);
  /** Grid lines. */
  public static final Color GRID = new Color(0xE3E3E3);

  static final double ONE_COLUMN_MM = 88;
  static final double TWO_COLUMNS_MM = 180;
  static final double POINTS_PER_MM = 72 / 25.4;
  static final int PRINT_DPI = 300;

  /** Size of labels, ticks and legends. */
  static final float TEXT_SIZE = 7f;
  /** Size of panel tags and headings. */
  static final float HEADING_SIZE = 8f;

  /** Failures: reddish purple. */
  static final Color FAILURE = new Color(0xCC79A7);
  /** Background of the half of a cycle after a failure. */
  static final Color POST_FAILURE = new Color(0xFBE3CF);
  /** Background of the half of a cycle before the next failure. */
  static final Color PRE_FAILURE = new Color(0xE6E0F3);

  static final Stroke AXIS_LINE = new BasicStroke(0.5f);
  static final Stroke GRID_LINE = new BasicStroke(0.35f);
  /** Series, and what a model says of them. */
  static final Stroke TRUTH_LINE = new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  /** One of two lines that lie on each other, and limits to compare with. */
  static final Stroke DASHES =
      new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2.5f, 1.5f}, 0);
  /** Upright lines that mark failures. */
  static final Stroke MARK_LINE = new BasicStroke(0.6f);

  // Vermilion, blue, bluish green, reddish purple, orange, sky blue; the yellow is too pale for lines.
  private static final Color[] LINES = {PREDICTION, EMISSION, new Color(0x009E73), FAILURE,
      new Color(0xE69F00), new Color(0x56B4E9)};
  private static final Color[] SPLITS = {new Color(0xDCEBF7), new Color(0xFBF3CC), new Color(0xDDF1E6)};

  private FigureStyle() {}

  /** Background of the split with this index: train, validation, test; further ones repeat. */
  public static Color split(int index) {
    return SPLITS[Math.floorMod(index, SPLITS.length)];
  }

  /** Colour of the line with this index where several are in one panel; the seventh has that of the first. */
  static Color line(int index) {
    return LINES[Math.floorMod(index, LINES.length)];
  }
}
