package faultslip.figure;

import faultslip.series.Clock;
import faultslip.wavelet.ContinuousWaveletTransform;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Morlet;
import faultslip.wavelet.Normalisation;
import faultslip.wavelet.Padding;
import faultslip.wavelet.Paul;
import faultslip.wavelet.ScaleGrid;
import faultslip.wavelet.Scalogram;
import faultslip.wavelet.Wavelet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Wavelets at one scale, a row each: over time, and Fourier magnitude, marked at the frequency they answer most. */
public final class WaveletFigure {
  private static final int FREQUENCIES = 400;
  private static final int SAMPLES_PER_SCALE = 50;
  /** So many scales on either side are computed, that the ends of the series are far away, and so many shown. */
  private static final int COMPUTED = 40;
  private static final int SHOWN = 5;

  private WaveletFigure() {}

  /** Wavelets, two columns wide; a {@link FigureException} if there is none, or the scale, in seconds, not positive. */
  public static Figure of(double scale, Wavelet... wavelets) {
    FigureException.require(wavelets.length > 0 && scale > 0 && scale < Double.POSITIVE_INFINITY,
        "%d wavelets of scale %s s to show; give at least one, and a positive scale in seconds.", wavelets.length,
        scale);
    List<PanelStack.Row> times = new ArrayList<>();
    List<PanelStack.Row> frequencies = new ArrayList<>();
    double highest = 1.6 / (scale * Arrays.stream(wavelets).mapToDouble(Wavelet::fourierFactor).min().orElseThrow());
    double[] hertz = IntStream.rangeClosed(0, FREQUENCIES).mapToDouble(i -> highest * i / FREQUENCIES).toArray();
    for (Wavelet wavelet : wavelets) {
      double[] magnitudes = Arrays.stream(hertz).map(f -> Math.abs(wavelet.fourier(2 * Math.PI * f * scale))).toArray();
      LinePanel spectrum = new LinePanel("Frequency (Hz)", "Magnitude",
          List.of(Line.of("", hertz, magnitudes, FigureStyle.INK))).marked(1 / (wavelet.fourierFactor() * scale));
      times.add(new PanelStack.Row(new LinePanel("Time (s)", "ψ", shape(wavelet, scale)), 22,
          Lettering.tag(times.size()), name(wavelet)));
      frequencies.add(new PanelStack.Row(spectrum, 22, "", "Fourier transform"));
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM,
        "At a scale of " + Axis.Tick.plain(scale).label() + " s; the line marks the wavelet's own frequency.",
        List.of(List.of(new PanelStack(times), new PanelStack(frequencies))));
  }

  private static String name(Wavelet wavelet) {
    if (wavelet instanceof DerivativeOfGaussian dog) {
      return "Derivative of Gaussian, m = " + dog.order() + (dog.order() == 2 ? " (Ricker)" : "");
    }
    if (wavelet instanceof Morlet morlet) {
      return "Morlet, ω0 = " + Axis.Tick.plain(morlet.omega0()).label();
    }
    return wavelet instanceof Paul paul ? "Paul, m = " + paul.order() : wavelet.toString();
  }

  /** ψ0, real part and if there is one imaginary part, as the transform applies it: its answer to a single pulse. */
  static List<Line> shape(Wavelet wavelet, double scale) {
    int pulse = COMPUTED * SAMPLES_PER_SCALE;
    double interval = 1.0 / SAMPLES_PER_SCALE;
    double[] series = new double[2 * pulse + 1];
    series[pulse] = 1;
    Scalogram answer = new ContinuousWaveletTransform(series.length, interval, wavelet, new ScaleGrid(1, 1, 2),
        Padding.NONE, Normalisation.ENERGY).forward(series, new Clock(0, interval));
    int[] samples = IntStream.rangeClosed(-SHOWN * SAMPLES_PER_SCALE, SHOWN * SAMPLES_PER_SCALE).toArray();
    double[] seconds = Arrays.stream(samples).mapToDouble(n -> n * interval * scale).toArray();
    // The answer at n to a pulse at m is √(δt/s) ψ0*((m − n) δt/s), equation 2.
    double norm = StrictMath.sqrt(SAMPLES_PER_SCALE);
    Line real = Line.of(wavelet.isReal() ? "" : "real part", seconds,
        Arrays.stream(samples).mapToDouble(n -> norm * answer.real(0, pulse - n)).toArray(), FigureStyle.EMISSION);
    return wavelet.isReal() ? List.of(real) : List.of(real, Line.of("imaginary part", seconds,
        Arrays.stream(samples).mapToDouble(n -> -norm * answer.imaginary(0, pulse - n)).toArray(),
        FigureStyle.PREDICTION).dashed());
  }
}
