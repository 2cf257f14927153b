package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentContext;
import faultslip.experiment.Result;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class FigureTest {
  @TempDir
  private Path folder;

  private Figure figure1() {
    return Figure1.of(new Campaign(new ExperimentContext(Synthetic.study(), new ModelStore(folder), training -> TrainingProgress.SILENT), List.of(0L), Experiment.all()));
  }

  private static Figure figure2() {
    return Figure2.of("Seed 3 of 5", result(1.379, 0.934));
  }

  private static Figure figure3() {
    return Figure3.of("", List.of(new TitledResult("Laboratory only", result(1.379, 0.934)),
        new TitledResult("Zero-shot", result(4.2, -0.39)), new TitledResult("Cross-trained", result(Double.NaN, 0.9))));
  }

  private static Result result(double mape, double r2) {
    return Synthetic.result("made", Synthetic.prediction(300), Synthetic.scores(mape, r2));
  }

  @Test
  void pngHasTheSizeOfTwoColumnsInPrint() throws IOException {
    Figure figure = figure2();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png(FigureStyle.PRINT_DPI)));
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
    assertThatThrownBy(() -> Figure3.of("", List.of())).isInstanceOf(FigureException.class);
    PanelStack stack = PanelStack.of(new PanelStack.Row(ScalogramPanel.of(Synthetic.scalogram(50, 1), ""), 20, "", ""));
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
