package faultslip.figure;

import faultslip.wavelet.Scalogram;
import java.awt.image.BufferedImage;

/**
 * A scalogram's real coefficients as an image, smallest scale on top. Between scales they are interpolated; of a long
 * one, neighbouring columns are averaged.
 */
final class ScalogramImage {
  private static final int MOST_COLUMNS = 1600;
  private static final int LEAST_ROWS = 128;

  private ScalogramImage() {
  }

  /** @param limit coefficient at the ends of the colours */
  static BufferedImage render(Scalogram scalogram, double limit) {
    int columns = Math.min(scalogram.length(), MOST_COLUMNS);
    int fold = Math.max(1, (LEAST_ROWS + scalogram.height() - 1) / scalogram.height());
    int rows = fold * scalogram.height();
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_INDEXED, ColourMap.palette());
    double[] column = new double[scalogram.height()];
    for (int c = 0; c < columns; c++) {
      int from = (int) ((long) c * scalogram.length() / columns);
      int to = (int) ((c + 1L) * scalogram.length() / columns);
      for (int j = 0; j < column.length; j++) {
        double sum = 0;
        for (int n = from; n < to; n++) {
          sum += scalogram.real(j, n);
        }
        column[j] = sum / (to - from);
      }
      for (int r = 0; r < rows; r++) {
        double position = Math.max(0, Math.min(column.length - 1, (r + 0.5) / fold - 0.5));
        int below = (int) Math.min(position, column.length - 2);
        double value = column[below] + (position - below) * (column[below + 1] - column[below]);
        image.getRaster().setSample(c, r, 0, ColourMap.index(value / limit));
      }
    }
    return image;
  }
}
