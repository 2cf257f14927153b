package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The transform agrees with the program of Torrence and Compo to the digits it prints. */
class PublishedTableTest {
  private static final int MIDDLE = 251;

  private Nino3 nino3;
  private Scalogram scalogram;

  @BeforeEach
  void transform() throws IOException {
    nino3 = Nino3.read();
    scalogram = nino3.scalogram();
  }

  @Test
  void scalesAndPeriods() {
    assertThat(nino3.table()).hasSize(44);
    for (int j = 0; j < 44; j++) {
      assertThat(Nino3.GRID.scale(j)).isCloseTo(nino3.table().get(j).scale(), within(5.1e-4));
      assertThat(Nino3.GRID.scale(j) * new Morlet(6).fourierFactor())
          .isCloseTo(nino3.table().get(j).period(), within(5.1e-4));
    }
  }

  @Test
  void power() {
    for (int j = 0; j < 44; j++) {
      assertThat(scalogram.power(j, MIDDLE)).as("scale %d", j).isCloseTo(nino3.table().get(j).power(), within(5.1e-4));
    }
  }

  @Test
  void phase() {
    for (int j = 0; j < 44; j++) {
      double phase = Math.toDegrees(Math.atan2(scalogram.imaginary(j, MIDDLE), scalogram.real(j, MIDDLE)));
      assertThat(phase).as("scale %d", j).isCloseTo(nino3.table().get(j).phase(), within(5.1e-4));
    }
  }

  @Test
  void globalSpectrum() {
    double[] global = Nino3.globalSpectrum(scalogram);
    for (int j = 0; j < 44; j++) {
      assertThat(global[j]).as("scale %d", j).isCloseTo(nino3.table().get(j).global(), within(5.1e-4));
    }
  }

  @Test
  void varianceOverAllScales() {
    // Equation 14; the program uses C_δ as measured on a coarse grid.
    double[] global = Nino3.globalSpectrum(scalogram);
    double variance = 0;
    for (int j = 0; j < 44; j++) {
      variance += 0.25 * 0.25 / 0.776 * global[j] / Nino3.GRID.scale(j);
    }
    assertThat(nino3.variance()).isCloseTo(0.53817, within(5.1e-6));
    assertThat(variance).isCloseTo(0.51547, within(5.1e-6));
  }

  @Test
  void reconstruction() {
    double gain = new Morlet(6).reconstructionConstant() / 0.776;
    double[] rebuilt = Nino3.plan().inverse(scalogram);
    double[] anomaly = nino3.anomaly();
    double squares = 0;
    for (int n = 0; n < 504; n++) {
      squares += Math.pow(gain * rebuilt[n] - anomaly[n], 2);
    }
    assertThat(Math.sqrt(squares / 504)).isCloseTo(0.002309, within(5.1e-7));
    assertThat(Arrays.stream(rebuilt).average().orElseThrow()).isCloseTo(0, within(5.1e-7));
  }
}
