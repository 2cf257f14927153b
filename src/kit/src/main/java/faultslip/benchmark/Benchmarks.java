package faultslip.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is measured, with the peers that this machine has; those end when it is closed. */
public final class Benchmarks implements AutoCloseable {
  private final List<PythonPeer> running = new ArrayList<>();
  private final List<Benchmark> all;
  private final List<Growth> growths;
  private final GougeBenchmark gouge;

  /**
   * Starts the peers.
   *
   * @param scripts folder of theirs
   * @param python command that runs those in Python
   */
  public Benchmarks(Path scripts, String python) {
    Optional<PythonPeer> pytorch = start(python, scripts.resolve("ced.py"), "contiguous");
    Optional<PythonPeer> channelsLast = start(python, scripts.resolve("ced.py"), "channels-last");
    Optional<PythonPeer> scipy = start(python, scripts.resolve("wavelet.py"), "scipy");
    Optional<PythonPeer> pyWavelets = start(python, scripts.resolve("wavelet.py"), "pywavelets");
    NetworkBenchmarks network = new NetworkBenchmarks();
    gouge = new GougeBenchmark(scripts.resolve("in.gouge"));
    all = List.of(
        network.training("ced-train", pytorch), network.training("ced-train-channels-last", channelsLast),
        network.inference("ced-inference", pytorch), network.inference("ced-inference-channels-last", channelsLast),
        network.crossTraining(), WaveletBenchmarks.forward(1 << 12, 32, scipy),
        WaveletBenchmarks.forward(1 << 18, 64, scipy), WaveletBenchmarks.inverse(1 << 18, 64, scipy),
        WaveletBenchmarks.forwardBesidePyWavelets(1 << 18, 64, pyWavelets), gouge.step(),
        network.day(scipy.isPresent() ? channelsLast : Optional.empty()));
    growths = List.of(WaveletBenchmarks.bySamples(), WaveletBenchmarks.byScales(), network.byWindows(),
        network.bySeeds(), GougeBenchmark.byGrains());
  }

  private Optional<PythonPeer> start(String python, Path script, String argument) {
    Optional<PythonPeer> peer = PythonPeer.start(python, script, argument);
    peer.ifPresent(running::add);
    return peer;
  }

  public List<Benchmark> all() {
    return all;
  }

  public List<Growth> growths() {
    return growths;
  }

  /** Lines that tell whether peers have done the same as the kit, once all is measured. */
  public List<String> checks() {
    return gouge.states();
  }

  @Override
  public void close() {
    running.forEach(PythonPeer::close);
  }
}
