package faultslip.gouge;

import faultslip.gouge.GougeParameters.Preparation;
import faultslip.gouge.ShearExperiment.Stage;
import faultslip.series.Series;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;

/** Prints a hash of all bits of a short run: its samples and the state it ends in. */
final class HashOfARun {
  private HashOfARun() {}

  public static void main(String[] arguments) {
    System.out.println(hash());
  }

  static String hash() {
    GougeParameters small = Setups.small().with(new Preparation(1, 10, 0.3, 0.05));
    GranularGouge fault = GranularGouge.prepared(small, SimulationProgress.SILENT);
    GougeHistory history = fault.run(List.of(new Stage(1, 3000), new Stage(3, 3000)), 150, SimulationProgress.SILENT);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      DataOutputStream out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      for (Series series : List.of(history.friction(), history.kineticEnergy(), history.displacement(),
          history.height())) {
        for (double value : series.values()) {
          out.writeDouble(value);
        }
      }
      for (double value : fault.disks.state) {
        out.writeDouble(value);
      }
      for (double value : fault.neighbours.pairs.spring) {
        out.writeDouble(value);
      }
      return new BigInteger(1, digest.digest()).toString(16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
