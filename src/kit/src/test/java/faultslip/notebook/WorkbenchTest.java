package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment says wrongly is refused before anything is fetched. */
class WorkbenchTest {

  @Test
  void unknownStudyIsRefused() {
    assertThatThrownBy(() -> Workbench.open("", Map.of("FAULTSLIP_STUDY", "elsewhere")))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("'elsewhere'").hasMessageContaining("public");
    assertThatThrownBy(() -> Workbench.open("nowhere", Map.of("FAULTSLIP_STUDY", "public")))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("'nowhere'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "many", "-1", "1000"})
  void seedsAreANumber(String seeds) {
    assertThatThrownBy(() -> Workbench.open("", Map.of("FAULTSLIP_SEEDS", seeds)))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("'" + seeds + "'");
  }

  @Test
  void settingsAreHeldAgainstTheStudy() {
    assertThatThrownBy(() -> Workbench.open("synthetic", Map.of("FAULTSLIP_SET", "cycle.epochs=9\nwindows.length=1 h")))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("'windows.length' is 1 h").hasMessageContaining("give shorter windows");
  }
}
