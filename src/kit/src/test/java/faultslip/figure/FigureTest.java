package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.Prediction;
import faultslip.series.Recording;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class FigureTest {
  private static final PanelScore SCORE = new PanelScore(1.379, 0.934);

  private static Figure figure1() {
    Recording recording = Synthetic.recording(500);
    List<ShadedSpan> splits = List.of(new ShadedSpan("train", 3925, 3935, FigureStyle.split(0)),
        new ShadedSpan("validation", 3935, 3945, FigureStyle.split(1)), new ShadedSpan("test", 3945, 3975, FigureStyle.split(2)));
    return Figure1.of(Overview.of("Simulation", recording, splits),
        Overview.of("Laboratory", recording, splits).with(Synthetic.scalogram(300, 1), Synthetic.scalogram(300, 2)));
  }

  private static Figure figure2() {
    return Figure2.of(Synthetic.prediction(400), SCORE, "Seed 3 of 5");
  }

  private static Figure figure3() {
    Prediction prediction = Synthetic.prediction(300);
    return Figure3.of(new Figure3.Block("Laboratory only", prediction, SCORE),
        new Figure3.Block("Zero-shot", prediction, new PanelScore(4.2, -0.39)),
        new Figure3.Block("Cross-trained", prediction, new PanelScore(Double.NaN, 0.9)));
  }

  @Test
  void pngHasTheSizeOfTwoColumnsInPrint() throws IOException {
    Figure figure = figure2();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png()));
    assertThat(image.getWidth()).isEqualTo(2126);
    assertThat(image.getHeight()).isEqualTo((int) Math.round(figure.height() * 300 / 72));
    assertThat(figure.width()).isCloseTo(180 / 25.4 * 72, within(1e-9));
  }

  @Test
  void pngSaysItsResolution() throws IOException {
    byte[] png = figure2().png(150);
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(1063);
    // 150 dots an inch are 5906 (0x1712) a metre, in both directions; unit 1 is the metre.
    assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("pHYs\0\0\u0017\u0012\0\0\u0017\u0012\u0001");
    assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("tIME").doesNotContain("tEXt");
  }

  @Test
  void theSameFigureHasTheSameBytes() {
    assertThat(figure1().png(150)).isEqualTo(figure1().png(150));
    assertThat(figure1().svg()).isEqualTo(figure1().svg());
    Figure once = figure3();
    assertThat(once.svg()).isEqualTo(once.svg());
  }

  @Test
  void figuresHaveTheirTagsLabelsAndScores() throws Exception {
    assertThat(text(figure1())).contains("(a)", "(b)", "(c)", "Simulation", "Laboratory", "train", "validation", "test",
        "Time (s)", "Scale (s)", "Friction coefficient", "ln emission");
    assertThat(text(figure2())).contains("(a)", "(b)", "(c)", "(d)", "Seed 3 of 5", "truth", "prediction ± 1 σ",
        "MAPE 1.38 %, R² 0.93");
    assertThat(text(figure3())).contains("(a)", "(b)", "(c)", "Laboratory only", "Zero-shot", "Cross-trained",
        "MAPE 4.20 %, R² −0.39", "R² 0.90");
  }

  @Test
  void svgIsOfPrintedSizeWithItsTextAsText() throws Exception {
    Document document = parse(figure3().svg());
    assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("510.236pt");
    assertThat(document.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 510.236 ");
    assertThat(SvgText.elements(figure3()).filter(element -> element.getTagName().equals("text"))).hasSizeGreaterThan(40)
        .allSatisfy(text -> assertThat(SvgText.attribute(text, "font-family")).contains("sans-serif"));
    assertThat(document.getElementsByTagName("image").getLength()).isGreaterThanOrEqualTo(6);
  }

  @Test
  void nothingIsDrawnOnTheOutermostPixels() {
    BufferedImage image = figure3().image(150);
    for (int x = 0; x < image.getWidth(); x++) {
      assertThat(new Color(image.getRGB(x, 0))).isEqualTo(Color.WHITE);
      assertThat(new Color(image.getRGB(x, image.getHeight() - 1))).isEqualTo(Color.WHITE);
    }
    for (int y = 0; y < image.getHeight(); y++) {
      assertThat(new Color(image.getRGB(0, y))).isEqualTo(Color.WHITE);
      assertThat(new Color(image.getRGB(image.getWidth() - 1, y))).isEqualTo(Color.WHITE);
    }
  }

  @Test
  void anEmptyOrTooNarrowLayoutIsRefused() {
    assertThatThrownBy(() -> Figure.of(180, "", List.of())).isInstanceOf(FigureException.class);
    assertThatThrownBy(() -> Figure3.of()).isInstanceOf(FigureException.class);
    PanelStack stack = PanelStack.of(PanelStack.Row.of(ScalogramPanel.of(Synthetic.scalogram(50, 1), ""), 20));
    assertThatThrownBy(() -> Figure.of(30, "", List.of(List.of(stack))))
        .isInstanceOf(FigureException.class).hasMessageContaining("30.0 mm").hasMessageContaining("40 mm");
  }

  private static String text(Figure figure) throws Exception {
    return parse(figure.svg()).getDocumentElement().getTextContent();
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
