"""The transform of Torrence and Compo (1998) by SciPy's Fourier transforms, or by PyWavelets, as named. Prints its version;
then, for each line read, "forward" or "inverse", samples, scales and a number of times, the seconds of CPU time they take."""
import sys
import time

try:
    import numpy
    import scipy
    import scipy.fft
except ImportError:
    sys.exit(3)


class Transform:
    """The Ricker wavelet, scales from half a sample to 128, zeros behind the series up to a power of two."""

    def __init__(self, length, scales):
        self.length = length
        self.padded = 2 << (length - 1).bit_length()
        self.scales = numpy.geomspace(0.5, 128, scales)
        omega = 2 * numpy.pi * numpy.arange(self.padded // 2 + 1) / self.padded
        reached = self.scales[:, None] * omega
        norm = numpy.sqrt(2 * numpy.pi) / numpy.sqrt(1.3293403881791370)  # of amplitudes; Γ(5/2)
        self.bands = norm * reached ** 2 * numpy.exp(-reached ** 2 / 2)
        self.weights = numpy.full(scales, numpy.log2(self.scales[1] / self.scales[0]) / (3.61611 * 0.86733))

    def forward(self, series):
        spectrum = scipy.fft.rfft(series, self.padded)
        return scipy.fft.irfft(spectrum * self.bands, self.padded, axis=1)[:, :self.length]

    def inverse(self, scalogram):
        return self.weights @ scalogram


def timed(work, length, scales, times):
    transform = Transform(length, scales)
    series = numpy.random.default_rng(1).standard_normal(length)
    if work == "inverse":
        scalogram = numpy.ascontiguousarray(transform.forward(series))
        task = lambda: transform.inverse(scalogram)
    elif sys.argv[1] == "pywavelets":
        task = lambda: pywt.cwt(series, 4 * transform.scales, "mexh", method="fft")
    else:
        task = lambda: transform.forward(series)
    task()
    start = time.process_time()
    for _ in range(times):
        task()
    return time.process_time() - start


if __name__ == "__main__":
    if sys.argv[1] == "pywavelets":
        try:
            import pywt
        except ImportError:
            sys.exit(3)
        print("PyWavelets", pywt.__version__, flush=True)
    else:
        print("SciPy", scipy.__version__, flush=True)
    for line in sys.stdin:
        work, *numbers = line.split()
        print(timed(work, *map(int, numbers)), flush=True)
