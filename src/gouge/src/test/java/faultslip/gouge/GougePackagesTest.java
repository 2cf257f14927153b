package faultslip.gouge;

import faultslip.testing.PackageRules;
import org.junit.jupiter.api.Test;

/** Who may use whom in this module. */
class GougePackagesTest {
  private static final PackageRules RULES = PackageRules.of("gouge");

  @Test
  void packagesUseWhatTheySay() {
    RULES.assertPackagesUseWhatTheySay();
  }

  @Test
  void noPackageUsesOneThatUsesIt() {
    RULES.assertNoCircles();
  }
}
