package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.wavelet.Scalogram;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class ConeOfInfluenceTest {
  /** So wide a page that points left out of the line are nearer to it than what is compared. */
  private static final double PAGE = 1e7;

  @Test
  void isWhereTheScaleExceedsTheTimeToTheNearerEndOverRootTwo() {
    int length = 301;
    Scalogram scalogram = Synthetic.scalogram(length, 1);
    Path2D region = region(scalogram);
    double duration = (length - 1) * Synthetic.CLOCK.interval();
    int inside = 0;
    int outside = 0;
    for (int n = 1; n < length - 1; n++) {
      double time = n * Synthetic.CLOCK.interval();
      double bound = Math.min(time, duration - time) / Math.sqrt(2);
      for (double scale = 0.06; scale < 6.6; scale *= 1.03) {
        if (Math.abs(scale / bound - 1) > 1e-6) {
          assertThat(region.contains(PAGE * time, PAGE * Math.log(scale))).as("scale %s at %s s", scale, time)
              .isEqualTo(scale > bound);
          inside += scale > bound ? 1 : 0;
          outside += scale < bound ? 1 : 0;
        }
      }
    }
    assertThat(inside).isGreaterThan(1000);
    assertThat(outside).isGreaterThan(1000);
  }

  @Test
  void coversAllLargeScalesOfAShortSeries() {
    Scalogram scalogram = Synthetic.scalogram(20, 1);
    Path2D region = region(scalogram);
    for (double time = 0.05; time < 1.9; time += 0.05) {
      assertThat(region.contains(PAGE * time, PAGE * Math.log(1))).isTrue();
    }
  }

  /** The region over seconds from the start and the logarithm of the scale. */
  private static Path2D region(Scalogram scalogram) {
    ScalogramPanel panel = ScalogramPanel.of(scalogram, "");
    Axis up = panel.axis(300, 100);
    double duration = panel.range().high() - panel.range().low();
    double height = Math.log(up.start() / up.end());
    return panel.cone(new Axes(new Rectangle2D.Double(0, PAGE * Math.log(up.end()), PAGE * duration, PAGE * height),
        Axis.of(Axis.Kind.LINEAR, panel.range().low(), panel.range().high()), up));
  }
}
