package faultslip.onednn;

import faultslip.testing.PackageRules;
import org.junit.jupiter.api.Test;

/** Who may use whom in this module. */
class OneDnnPackagesTest {
  private static final PackageRules RULES = PackageRules.of("onednn");

  @Test
  void packagesUseWhatTheySay() {
    RULES.assertPackagesUseWhatTheySay();
  }

  @Test
  void noPackageUsesOneThatUsesIt() {
    RULES.assertNoCircles();
  }
}
