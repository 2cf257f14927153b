package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.gouge.EnergyBalance;
import faultslip.gouge.GougeFilm;
import faultslip.gouge.GougeHistory;
import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeSnapshot.Contact;
import faultslip.gouge.GougeSnapshot.Grain;
import faultslip.gouge.GougeUnits;
import faultslip.gouge.SlipCycle;
import faultslip.series.Clock;
import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Series;
import faultslip.study.FaultResponse;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** Figures of the simulator, of gouges made by hand. */
class SimulatorFiguresTest {
  private static final GougeUnits UNITS = new GougeUnits(1e-3, 1e6, 2, 0.5);

  /** Two plates of a disk each, and a small and a large grain of these speeds that touch. */
  private static GougeSnapshot snapshot(double time, double length, double slow, double fast) {
    return new GougeSnapshot(time, length, List.of(new Grain(length - 0.1, 1, 0.4, 0, slow, 0, 0), new Grain(2, 1, 0.6, 0, fast, 0, 0),
        new Grain(1, 0, 0.5, 0, 0, 0, 0), new Grain(1, 2, 0.5, 0, 1, 0, 0)), 2, 1, List.of(new Contact(0, 1, 1, 0, 0.1, 4, 0)));
  }

  private static GougeHistory history() {
    return new GougeHistory(series("friction coefficient", "", t -> t % 4 < 3.5 ? 0.3 + 0.02 * (t % 4) : 0.37 - 0.14 * (t % 4 - 3.5)),
        series("kinetic energy", "J", t -> Math.exp(Math.sin(t))), series("displacement", "m", t -> 1e-3 * t),
        series("height", "m", t -> 0.005), series("normal stress", "Pa", t -> 5e6));
  }

  private static Series series(String name, String unit, DoubleUnaryOperator ofTime) {
    double[] values = new double[400];
    for (int i = 0; i < values.length; i++) {
      values[i] = ofTime.applyAsDouble(0.05 * i);
    }
    return new Series(name, unit, new Clock(0, 0.05), values);
  }

  @Test
  void momentsAreTaggedAndTimedFromTheFailure() {
    List<GougeSnapshot> frames = List.of(snapshot(10, 20, 1e-3, 0.1), snapshot(12, 20, 1e-3, 0.2), snapshot(13, 20, 1e-3, 0.1));
    Figure figure = GougeFigure.of(frames, UNITS, 6);
    assertThat(SvgText.of(figure)).contains("(a)", "−1.00 s", "(b)", "0.00 s", "(c)", "+0.50 s", "plate", "5 d")
        .anyMatch(text -> text.contains("4 σ0 d"));
    assertThat(figure.svg()).isEqualTo(GougeFigure.of(frames, UNITS, 6).svg());
    assertThat(figure.png(150)).isEqualTo(GougeFigure.of(frames, UNITS, 6).png(150));
    assertThatThrownBy(() -> GougeFigure.of(List.of(), UNITS, 0)).isInstanceOf(FigureException.class).hasMessageContaining("at least one");
  }

  @Test
  void aThickGougeIsShownTwiceAbreast() {
    double thin = GougeFigure.of(List.of(snapshot(0, 20, 0, 1), snapshot(1, 20, 0, 1)), UNITS, 0).height();
    double thick = GougeFigure.of(List.of(snapshot(0, 10, 0, 1), snapshot(1, 10, 0, 1)), UNITS, 0).height();
    // Either way a grain is as large; one row of the thick ones stands against two of the thin ones.
    assertThat(thick).isLessThan(0.6 * thin);
  }

  @Test
  void gougesHaveTheirNamesAndOwnStrongestForce() {
    Map<String, GougeSnapshot> gouges = new LinkedHashMap<>();
    gouges.put("one", snapshot(0, 20, 0, 1));
    gouges.put("other", snapshot(0, 30, 0, 1));
    assertThat(SvgText.of(GougeFigure.of(gouges))).contains("one, strongest normal force 4 σ0 d", "other, strongest normal force 4 σ0 d",
        "small grain", "large grain");
  }

  @Test
  void fasterGrainsAreDarkerOnALogarithmicScale() {
    GougeFigure.Scale colours = GougeFigure.Scale.ofSpeeds(List.of(snapshot(0, 20, 1e-3, 0.1)), 80);
    assertThat(colours.darkest()).isEqualTo(-1);
    assertThat(colours.colour(speed(1e-4))).isEqualTo(colours.colour(speed(0))).isEqualTo(colours.colour(speed(1e-9)));
    assertThat(colours.colour(speed(0.1))).isEqualTo(colours.colour(speed(5)));
    assertThat(lightness(colours.colour(speed(0.1)))).isLessThan(lightness(colours.colour(speed(0.01))));
    assertThat(lightness(colours.colour(speed(0.01)))).isLessThan(lightness(colours.colour(speed(0.001))));
  }

  private static Grain speed(double speed) {
    return new Grain(0, 0, 0.5, 0, 0.6 * speed, 0.8 * speed, 0);
  }

  private static int lightness(Color colour) {
    return colour.getRed() + colour.getGreen() + colour.getBlue();
  }

  @Test
  void whatReachesOverAnEdgeComesInAtTheOther() {
    // The small, yellow grain at x = 19.9 of 20, radius 0.4, is seen at both sides.
    GougeSnapshot snapshot = snapshot(0, 20, 1, 1);
    GougeFigure.Moment frame = new GougeFigure.Moment("", "", snapshot, new GougeFigure.Scale(false, 0.5, 40, new ValueRange(-0.5, 2.5), 10));
    BufferedImage image = Figure.of(80, "", List.of(List.of(frame))).image(72);
    int left = (int) Math.round((image.getWidth() - 200) / 2.0);
    assertThat(isYellow(image, left + 1)).isTrue();
    assertThat(isYellow(image, left + 197)).isTrue();
    assertThat(isYellow(image, left + 100)).isFalse();
  }

  private static boolean isYellow(BufferedImage image, int x) {
    for (int y = 0; y < image.getHeight(); y++) {
      Color colour = new Color(image.getRGB(x, y));
      if (colour.getRed() > 230 && colour.getGreen() > 190 && colour.getBlue() < 190) {
        return true;
      }
    }
    return false;
  }

  @Test
  void animationHoldsItsFramesForEver() throws IOException {
    List<GougeSnapshot> frames = List.of(snapshot(10, 20, 1e-3, 0.1), snapshot(12, 20, 1e-3, 1e-4), snapshot(13, 20, 1e-3, 0.1));
    GougeAnimation animation = GougeAnimation.of(frames, UNITS, 6);
    byte[] gif = animation.gif();
    assertThat(gif).isEqualTo(GougeAnimation.of(frames, UNITS, 6).gif());
    assertThat(new String(gif, StandardCharsets.ISO_8859_1)).startsWith("GIF89a").contains("NETSCAPE2.0");
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
      reader.setInput(stream);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      // The first is whole; of the others only what changed is opaque.
      assertThat(new Color(reader.read(0).getRGB(0, 0), true)).isEqualTo(Color.WHITE);
      assertThat(new Color(reader.read(1).getRGB(0, 0), true).getAlpha()).isZero();
      assertThat(reader.read(2).getWidth()).isEqualTo(reader.read(0).getWidth());
    }
    assertThat(animation.html()).startsWith("<img alt=\"[animation of 3 frames, −1.00 s to +0.50 s]\" src=\"data:image/gif;base64,R0lGOD");
    assertThatThrownBy(() -> GougeAnimation.of(frames.subList(0, 1), UNITS, 0)).isInstanceOf(FigureException.class).hasMessageContaining("1 frame");
  }

  @Test
  void historyAndPhasePortraitShowTheSameCycles() {
    GougeHistory history = history();
    FailureCatalogue failures = new FailureCriterion(-0.08, 1).find(history.friction());
    assertThat(failures.size()).isEqualTo(5);
    assertThat(SvgText.of(SimulatorFigure.history(history, failures))).contains("(a)", "(b)", "(c)", "Friction coefficient", "Height (mm)", "Time (s)");
    Figure portrait = SimulatorFigure.phasePortrait(history, failures, 3);
    assertThat(SvgText.of(portrait)).contains("(a)", "(b)", "cycle 1", "cycle 3", "Plate velocity (mm/s)", "Log10 of kinetic energy (J)")
        .doesNotContain("cycle 4");
    assertThat(portrait.svg()).isEqualTo(SimulatorFigure.phasePortrait(history, failures, 3).svg());
    assertThatThrownBy(() -> SimulatorFigure.phasePortrait(history, failures, 5)).isInstanceOf(FigureException.class).hasMessageContaining("1 to 4");
  }

  @Test
  void energyIsAddedUpOverTheFrames() {
    EnergyBalance balance = new EnergyBalance(1, 0, 0, 0, 0, -3, 1, 2, 0.5, 0.5);
    GougeFilm film = new GougeFilm(List.of(snapshot(0, 20, 0, 1), snapshot(1, 20, 0, 1), snapshot(2, 20, 0, 1)), List.of(balance, balance));
    // The spring gives 2 · 3 units of 2 J: the axis goes beyond 10 J.
    assertThat(SvgText.of(SimulatorFigure.energy(film, UNITS, 0.5))).contains("given by the spring", "lost by sliding", "Time since the failure (s)",
        "Energy since the first frame (J)", "10");
  }

  @Test
  void responseHasAPanelAQuantity() {
    FaultResponse response = FaultResponse.of("Normal stress (MPa)", Map.of(3.0, List.of(new SlipCycle(4, 0.1, 0.005), new SlipCycle(5, 0.1, 0.006)),
        8.0, List.of(new SlipCycle(10, 0.12, 0.04))));
    Figure figure = SimulatorFigure.response(response);
    assertThat(SvgText.of(figure)).contains("(a)", "(b)", "(c)", "Recurrence (s)", "Drop of friction coefficient", "Kinetic energy (σ0\u00A0d²)",
        "Normal stress (MPa)", "0.01");
    assertThat(figure.svg()).isEqualTo(SimulatorFigure.response(response).svg());
    FaultResponse logarithms = FaultResponse.of("x", Map.of(1.0, List.of(new SlipCycle(4, 0.1, -5))));
    assertThatThrownBy(() -> SimulatorFigure.response(logarithms)).isInstanceOf(FigureException.class).hasMessageContaining("logarithm");
  }
}
