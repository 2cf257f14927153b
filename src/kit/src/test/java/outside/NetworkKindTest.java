package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import faultslip.ced.CedArchitecture;
import faultslip.ced.CedException;
import faultslip.ced.Downsampling;
import faultslip.study.NetworkKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks that a file names, the kit's own and one's own. */
class NetworkKindTest {

  @Test
  void namesFindNetworksWithTheirSettings() {
    assertThat(NetworkKind.named("funnel").of(16, 32, Map.of("filters", 5)))
        .isEqualTo(new Funnel(16, 32, 5));
    assertThat(NetworkKind.named("ced").of(32, 64, Map.of()))
        .isEqualTo(CedArchitecture.of(32, 64, List.of(8, 16, 32, 48)));
    assertThat(NetworkKind.named("ced").of(4, 8, Map.of("filters", List.of(2, 3),
        "latent", Map.of("convolutions", 1), "blocks", Map.of("leak", 0, "downsampling", "strided_convolution"))))
        .isEqualTo(CedArchitecture.of(4, 8, List.of(2, 3)).withLatent(3, 1)
            .withBlocks(new CedArchitecture.Blocks(Downsampling.STRIDED_CONVOLUTION, 0, false, 0)));
  }

  @Test
  void unknownNamesAndSettingsAreRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> NetworkKind.named("transformer")).isInstanceOf(FaultslipException.class)
        .hasMessageStartingWith("There is no network 'transformer'; give one of ced, funnel, or");
    refused(Map.of("filter", 3), "Network setting 'filter' is unknown; give filters, latent, blocks.");
    refused(Map.of("scales", 3), "Network setting 'scales' is unknown; give filters, latent, blocks.");
    refused(Map.of("latent", Map.of("layers", 3)),
        "Network setting 'latent.layers' is unknown; give filters, convolutions.");
    refused(Map.of("latent", 3), "Network setting 'latent' is 3; give filters, convolutions by name.");
    refused(Map.of("blocks", Map.of("leak", 2)), "Leak of the rectifiers is 2.0; give a slope from 0 to below 1.");
    refused(Map.of("filters", List.of()), "Filters []; give at least one level, and at least 1 filter a level.");
    assertThatThrownBy(() -> NetworkKind.named("ced").of(16, 16, Map.of("filters", List.of("many"))))
        .isInstanceOf(CedException.class).hasMessageContaining("many").hasMessageNotContaining("\n");
  }

  private static void refused(Map<String, Object> settings, String message) {
    assertThatThrownBy(() -> NetworkKind.named("ced").of(16, 16, settings)).isInstanceOf(CedException.class)
        .hasMessage(message);
  }
}
