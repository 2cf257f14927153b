package faultslip.figure;

import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Morlet;
import faultslip.wavelet.Paul;
import faultslip.wavelet.Wavelet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Wavelets at one scale, a row each: over time, and the magnitude of their Fourier transform over frequency with the
 * frequency marked to which they answer most.
 */
public final class WaveletFigure {
  private static final int POINTS = 400;

  private WaveletFigure() {
  }

  /**
   * The figure, two columns wide.
   *
   * @param scale of the wavelets, in seconds, positive
   * @param wavelets at least one
   * @throws FigureException if there is no wavelet, or the scale is not positive
   */
  public static Figure of(double scale, Wavelet... wavelets) {
    if (wavelets.length == 0 || !(scale > 0) || Double.isInfinite(scale)) {
      throw new FigureException("%d wavelets of scale %s s to show; give at least one, and a positive scale in seconds."
          .formatted(wavelets.length, scale));
    }
    List<PanelStack.Row> times = new ArrayList<>();
    List<PanelStack.Row> frequencies = new ArrayList<>();
    double highest = Arrays.stream(wavelets).mapToDouble(WaveletFigure::centre).max().orElseThrow() * 1.6 / scale;
    for (Wavelet wavelet : wavelets) {
      String tag = Lettering.tag(times.size());
      times.add(new PanelStack.Row(overTime(wavelet, scale), 22, tag, name(wavelet)));
      frequencies.add(new PanelStack.Row(overFrequency(wavelet, scale, highest), 22, "", "Fourier transform")
          .marked(List.of(centre(wavelet) / scale)));
    }
    String subtitle = "At a scale of " + ScaleAxis.label(scale) + " s; the line marks the wavelet's own frequency.";
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle,
        List.of(List.of(new PanelStack(times), new PanelStack(frequencies))));
  }

  private static String name(Wavelet wavelet) {
    if (wavelet instanceof DerivativeOfGaussian dog) {
      return "Derivative of Gaussian, m = " + dog.order() + (dog.order() == 2 ? " (Ricker)" : "");
    }
    if (wavelet instanceof Morlet morlet) {
      return "Morlet, ω0 = " + ScaleAxis.label(morlet.omega0());
    }
    return wavelet instanceof Paul paul ? "Paul, m = " + paul.order() : wavelet.toString();
  }

  /** Frequency times scale to which a wavelet answers most. */
  private static double centre(Wavelet wavelet) {
    return 1 / wavelet.fourierFactor();
  }

  private static Panel overTime(Wavelet wavelet, double scale) {
    WaveletShape shape = WaveletShape.of(wavelet);
    double[] seconds = Arrays.stream(shape.times()).map(time -> time * scale).toArray();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(wavelet.isReal() ? "" : "real part", seconds, shape.real(), FigureStyle.EMISSION));
    if (!wavelet.isReal()) {
      lines.add(Line.of("imaginary part", seconds, shape.imaginary(), FigureStyle.PREDICTION).dashed());
    }
    return new LinePanel(lines, "Time (s)", "ψ", "", false);
  }

  private static Panel overFrequency(Wavelet wavelet, double scale, double highest) {
    double[] frequencies = new double[POINTS + 1];
    Arrays.setAll(frequencies, i -> highest * i / POINTS);
    double[] magnitudes = Arrays.stream(frequencies)
        .map(frequency -> Math.abs(wavelet.fourier(2 * Math.PI * frequency * scale))).toArray();
    return new LinePanel(List.of(Line.of("", frequencies, magnitudes, FigureStyle.INK)), "Frequency (Hz)",
        "Magnitude", "", false);
  }
}
