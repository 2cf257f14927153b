package faultslip.ced;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Parameters as raw bits, to be compared without any tolerance. */
final class Bits {
  private Bits() {}

  /** Of all layers. */
  static List<Integer> of(Ced network) {
    List<Integer> bits = new ArrayList<>();
    layers(network).forEach(layer -> bits.addAll(of(network, layer)));
    return bits;
  }

  /** Of trainings of these seeds that begin together, each in a thread of its own. */
  static List<List<Integer>> ofTogether(LongFunction<TrainedNetwork> training, long... seeds) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(seeds.length);
    try {
      CyclicBarrier together = new CyclicBarrier(seeds.length);
      List<Future<List<Integer>>> jobs = new ArrayList<>();
      for (long seed : seeds) {
        jobs.add(executor.submit(() -> {
          together.await();
          return of(training.apply(seed).network());
        }));
      }
      List<List<Integer>> bits = new ArrayList<>();
      for (Future<List<Integer>> job : jobs) {
        bits.add(job.get());
      }
      return bits;
    } finally {
      executor.shutdownNow();
    }
  }

  /** Of one layer: batch normalisation's running mean and variance count as parameters. */
  static List<Integer> of(Ced network, String layer) {
    List<Integer> bits = new ArrayList<>();
    for (float parameter : parameters(network, layer)) {
      bits.add(Float.floatToRawIntBits(parameter));
    }
    return bits;
  }

  /** A copy of a layer's parameters, flat; empty for a layer without any. */
  static float[] parameters(Ced network, String layer) {
    INDArray parameters = network.graph().getLayer(layer).params();
    return parameters == null ? new float[0] : parameters.dup().data().asFloat();
  }

  /** Names of the layers, in the order of computation. */
  static List<String> layers(Ced network) {
    return Arrays.stream(network.graph().getLayers()).map(layer -> layer.conf().getLayer().getLayerName()).toList();
  }
}
