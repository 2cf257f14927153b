package faultslip.figure;

import faultslip.ced.CedArchitecture;
import faultslip.ced.Downsampling;
import java.util.List;

/**
 * The encoder-decoder as blocks: feature maps as bars, higher for more scales and thicker for more filters, the latent
 * space highlighted, skip connections above.
 */
public final class ArchitectureFigure {

  private ArchitectureFigure() {
  }

  /** All of the network is trained. */
  public static Figure of(CedArchitecture architecture) {
    return of(architecture, false);
  }

  /** The latent space alone is trained; what is frozen is grey. */
  public static Figure crossTraining(CedArchitecture architecture) {
    return of(architecture, true);
  }

  private static Figure of(CedArchitecture architecture, boolean frozen) {
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, text(architecture),
        List.of(List.of(new CedDrawing(architecture, frozen))));
  }

  private static String text(CedArchitecture architecture) {
    String halving = architecture.blocks().downsampling() == Downsampling.MAX_POOLING
        ? "2×2 max pooling" : "a strided 3×3 convolution";
    String rectifier = architecture.blocks().leak() == 0 ? "ReLU" : "leaky ReLU";
    return "Down block: two 3×3 convolutions (%s), %s. Latent space: 3×3 convolutions, %d of them. "
        .formatted(rectifier, halving, architecture.latent().convolutions())
        + "Up block: 2×2 transposed convolution, two 3×3 convolutions. Output: linear 1×1 convolution.";
  }
}
