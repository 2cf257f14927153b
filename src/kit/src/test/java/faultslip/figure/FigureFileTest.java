package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {
  @TempDir
  Path folder;

  private static Figure figure() {
    return Figure.of(60, "", List.of(List.of(PanelStack.of(
        new PanelStack.Row(ScalogramPanel.of(Synthetic.scalogram(60, 1), "input"), 20, "", "")))));
  }

  @Test
  void savesBothFormatsIntoANewFolderAndOverOldFiles() throws IOException {
    Path figures = folder.resolve("new/figures");
    figure().save(figures, "figure9");
    byte[] png = Files.readAllBytes(figures.resolve("figure9.png"));
    figure().save(figures, "figure9");
    assertThat(names(figures)).containsExactly("figure9.png", "figure9.svg");
    assertThat(Files.readAllBytes(figures.resolve("figure9.png"))).isEqualTo(png);
  }

  @Test
  void aFolderThatIsAFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "mine");
    assertThatThrownBy(() -> figure().save(file, "figure9")).isInstanceOf(FaultslipException.class)
        .hasMessageContaining(file.toString()).hasMessageContaining("figure9.png").hasMessageNotContaining("\n");
    assertThat(file).hasContent("mine");
  }

  @Test
  void nothingIsLeftWhereTheFileCannotBeReplaced() throws IOException {
    Files.createDirectories(folder.resolve("figure9.png/occupied"));
    assertThatThrownBy(() -> figure().save(folder, "figure9")).isInstanceOf(FaultslipException.class)
        .hasMessageContaining(folder.toString());
    assertThat(names(folder)).containsExactly("figure9.png");
  }

  @Test
  void aPictureOfFewColoursKeepsThemAll() {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, new Color(i, 255 - i, i / 2).getRGB());
    }
    BufferedImage reduced = FigureFile.reduce(image, 256);
    for (int i = 0; i < 256; i++) {
      assertThat(reduced.getRGB(i % 16, i / 16)).isEqualTo(image.getRGB(i % 16, i / 16));
    }
  }

  @Test
  void aReducedPictureIsNearTheFullOne() {
    BufferedImage image = figure().image(150);
    BufferedImage reduced = FigureFile.reduce(image, 256);
    double sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        sum += Math.abs((image.getRGB(x, y) >> 8 & 255) - (reduced.getRGB(x, y) >> 8 & 255));
      }
    }
    assertThat(sum / (image.getWidth() * image.getHeight())).isLessThan(1);
  }

  @Test
  void textIsInTheFontThatIsBroughtAlong() {
    assertThat(Lettering.Typeface.regular(7).getFamily()).isEqualTo("Liberation Sans");
    assertThat(Lettering.Typeface.bold(8).isBold()).isTrue();
    assertThat(Lettering.Typeface.regular(7).canDisplayUpTo("σμ²±−δκ\u2009")).isEqualTo(-1);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
