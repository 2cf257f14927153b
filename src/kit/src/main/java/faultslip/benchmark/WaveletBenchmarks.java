package faultslip.benchmark;

import faultslip.benchmark.Benchmark.Unit;
import faultslip.series.Clock;
import faultslip.wavelet.ContinuousWaveletTransform;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Normalisation;
import faultslip.wavelet.Padding;
import faultslip.wavelet.ScaleGrid;
import faultslip.wavelet.Scalogram;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The wavelet transform and its inverse beside the same by SciPy's Fourier transforms, and by PyWavelets. */
final class WaveletBenchmarks {
  /** Coefficients of a measurement: some tenths of a second. */
  private static final double COEFFICIENTS = 4e7;
  /** An inverse takes a thirtieth of a transform. */
  private static final int INVERSES = 20;
  private static final Clock CLOCK = new Clock(0, 1);

  private WaveletBenchmarks() {}

  static Benchmark forward(int samples, int scales, Optional<PythonPeer> scipy) {
    return forward("cwt-%dx%d".formatted(samples, scales), samples, scales, scipy, "python3-scipy");
  }

  static Benchmark forwardBesidePyWavelets(int samples, int scales, Optional<PythonPeer> pyWavelets) {
    return forward("cwt-%dx%d-pywavelets".formatted(samples, scales), samples, scales, pyWavelets, "python3-pywt");
  }

  private static Benchmark forward(String name, int samples, int scales, Optional<PythonPeer> peer, String missing) {
    int times = times(samples, scales);
    double padded = 2.0 * samples; // of powers of two
    // Of a real Fourier transform, by convention: 2.5 N log2 N; one of the series and one of each scale.
    double operations = (scales + 1) * 2.5 * padded * Math.log(padded) / Math.log(2);
    return new Benchmark(name, new Unit("ms a transform", 1e3, operations / 1e9, "GFLOP"),
        () -> forwardSeconds(samples, scales), asked(peer, "forward", samples, scales, times), missing);
  }

  static Benchmark inverse(int samples, int scales, Optional<PythonPeer> scipy) {
    int times = INVERSES * times(samples, scales);
    return new Benchmark("cwt-inverse-%dx%d".formatted(samples, scales),
        new Unit("ms an inverse", 1e3, (double) Double.BYTES * samples * scales / 1e9, "GB"), () -> {
          // Made here, for it takes a quarter of the heap.
          ContinuousWaveletTransform transform = transform(samples, scales);
          Scalogram scalogram = transform.forward(noise(samples), CLOCK);
          return CpuTime.each(times, () -> transform.inverse(scalogram));
        }, asked(scipy, "inverse", samples, scales, times), "python3-scipy");
  }

  static Growth bySamples() {
    return new Growth("samples", "a transform with 32 scales", List.of(1 << 12, 1 << 14, 1 << 16, 1 << 18),
        samples -> forwardSeconds(samples, 32));
  }

  static Growth byScales() {
    return new Growth("scales", "a transform of 16,384 samples", List.of(8, 16, 32, 64),
        scales -> forwardSeconds(1 << 14, scales));
  }

  /** Without the plan, which serves any number of times. */
  private static double forwardSeconds(int samples, int scales) {
    ContinuousWaveletTransform transform = transform(samples, scales);
    double[] noise = noise(samples);
    transform.forward(noise, CLOCK);
    return CpuTime.each(times(samples, scales), () -> transform.forward(noise, CLOCK));
  }

  private static int times(int samples, int scales) {
    return (int) Math.max(2, COEFFICIENTS / samples / scales);
  }

  private static Optional<Contender> asked(Optional<PythonPeer> peer, String work, int samples, int scales,
      int times) {
    return peer.map(one -> new Contender(one.version(),
        () -> one.seconds(work + " " + samples + " " + scales + " " + times) / times));
  }

  private static ContinuousWaveletTransform transform(int samples, int scales) {
    return new ContinuousWaveletTransform(samples, 1, DerivativeOfGaussian.ricker(),
        ScaleGrid.between(0.5, 128, scales), Padding.ZERO, Normalisation.AMPLITUDE);
  }

  private static double[] noise(int samples) {
    return new Random(1).doubles(samples, -1, 1).toArray();
  }
}
